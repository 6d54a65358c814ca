export { copiedContent } from './commands/copy-plan.ts';
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
export { type Change, planDifference } from './difference.ts';
export { planningEvents } from './events.ts';
export { buildMatrix, type Matrix } from './matrix.ts';
export { blockingProblems, numbered, type PlanProblem, planProblems } from './problems.ts';
export {
  type AgreedPlan,
  agreedContent,
  agreedContents,
  agreedVersions,
  findPlan,
  type Plan,
} from './queries.ts';
export { type PlanningOptions, planningRoutes } from './routes.tsx';
export { type PlanAct, type PlanState, planTransitions } from './transitions.ts';
export { type PlanVocabulary, vocabularyOf } from './vocabulary.ts';
