export {
  citeObservations,
  diaryEvents,
  OBSERVATION,
  type Observation,
  observationsFor,
  remindOfDiary,
} from './diary/index.ts';
export * as monitoringEvents from './events.ts';
export { checkLinkTask, monitoringTasks } from './jobs.ts';
export type {
  Entry,
  Evidence,
  Feedback,
  FeedbackRole,
  FeedbackTarget,
  IndicatorProgress,
  LinkState,
} from './model.ts';
export { feedbackOf, type ParticipantProgress, progressOf, progressOfMany } from './queries.ts';
export {
  type CheckIn,
  type CheckpointStanding,
  type CheckpointState,
  checkpointsOf,
  standingOf,
} from './queries-check-ins.ts';
export {
  achievementPercent,
  combine,
  elapsedPercent,
  meetsTarget,
  recentPercent,
  type Track,
  trackOf,
} from './realisation.ts';
export { monitoringRoutes } from './routes.ts';
export { checkInTransitions } from './transitions.ts';
