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
  achievementPercent,
  elapsedPercent,
  meetsTarget,
  recentPercent,
  type Track,
  trackOf,
} from './realisation.ts';
