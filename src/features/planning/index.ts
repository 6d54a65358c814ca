export { type AgreedPlanInput, insertAgreedPlans } from './commands/insert-agreed-plans.ts';
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
export {
  type AgreedPlan,
  agreedContent,
  agreedContents,
  agreedVersions,
  findPlan,
  type Plan,
} from './queries.ts';
export { type PlanAct, type PlanState, planTransitions } from './transitions.ts';
