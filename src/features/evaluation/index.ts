export {
  BesideFields,
  BesideSuggestion,
  type BesideView,
  giveBeside,
  loadBeside,
  problemsBeside,
  ratingFrom,
  readBeside,
} from './beside.tsx';
export { buildEvidence, explainEvidence } from './build-evidence.ts';
export { officialOf } from './commands/give-result.ts';
export type { RatifyOptions } from './commands/ratify-result.ts';
export type {
  RatedLineRecord,
  RatedValueRecord,
  RatingContent,
  ReasonedRating,
  ResultEvidence,
  SelfContent,
} from './content.ts';
export { resultEvidenceSchema } from './content.ts';
export {
  currentUnitEvaluation,
  type Distribution,
  distributionOf,
  type UnitEvaluation,
  unitEvaluations,
} from './distribution.ts';
export type { EvaluationView } from './evaluation-view.ts';
export { evaluationEvents } from './events.ts';
export { type Ground as RatingGround, groundOf, noteWith } from './grounds/stored.ts';
export { type Citable, keyOf } from './grounds/year.ts';
export { evaluationRecurring, lapseObjections, runEvaluationDeadlines } from './jobs.ts';
export { type LineBasis, lineBasis } from './line-basis.ts';
export { type Contribution, type Contributions, contributionsOf } from './local/contributions.ts';
export { isLocal } from './local/frame.ts';
export { planLines } from './local/plan-lines.ts';
export { DraftActs, DraftForm } from './pages/draft-form.tsx';
export type { ResultPanel } from './pages/result-page.tsx';
export {
  type Assessment,
  assessmentOf,
  currentResult,
  evaluationActs,
  type Objection,
  objectionOf,
  type PastAct,
  type Result,
  resultsOf,
} from './queries.ts';
export { rolesIn } from './roles.ts';
export { evaluationRoutes } from './routes.tsx';
export { type RatedLine, type Suggestion, suggestionOf } from './schemes.ts';
export {
  APPRAISER_ASSESSMENT,
  type EvaluationRole,
  GROUNDS,
  type Ground,
  RESULT,
  type ResultAct,
  type ResultState,
  SELF_ASSESSMENT,
} from './transitions.ts';
