export { AppraisalFrame, type AppraisalStep } from './appraisal-frame.tsx';
export { type CheckpointDraft, proposeCheckpoints, proposeDeadlines } from './calendar.ts';
export { type Candidate, candidates } from './candidates.ts';
export { openPeriod } from './commands/open-period.ts';
export { draftPeriod } from './commands/save-period.ts';
export { setAppraiser } from './commands/set-appraiser.ts';
export { type CriteriaToRead, criteriaToRead } from './criteria/waiting.ts';
export { periodEvents } from './events.ts';
export type { PeriodOptions } from './options.ts';
export {
  findParticipation,
  logAccess,
  type Participation,
  type ParticipationView,
  type PeriodInBrief,
  type PersonInBrief,
  peopleInBrief,
  READERS,
  type Relation,
  relationsTo,
  requireParticipation,
  SOURCE_READERS,
} from './participation.ts';
export {
  type Finding,
  PREFLIGHT_CHECKS,
  type PreflightCheck,
  type PreflightInput,
} from './preflight/index.ts';
export { type Checkpoint, checkpointsOf, findPeriod, listPeriods, type Period } from './queries.ts';
export { periodRoutes } from './routes.tsx';
export { isEffective } from './schemes.ts';
export { type PeriodScheme, periodSchemes, type SchemeRef } from './scopes/period-schemes.ts';
export { mayReadPeriods, type PeriodState, periodTransitions } from './transitions.ts';
