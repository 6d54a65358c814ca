export {
  ASPECTS,
  emptyPlan,
  PERSPECTIVES,
  type PlanContent,
  type PlanIndicator,
  type PlanResult,
  planContentSchema,
  VALUE_CODES,
  type ValueCode,
} from './content.ts';
