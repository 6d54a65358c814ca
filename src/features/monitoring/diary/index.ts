export { citeObservations } from './commands.ts';
export { diaryEvents } from './events.ts';
export type { Observation } from './model.ts';
export { observationsFor } from './queries.ts';
export { remindOfDiary } from './reminders.ts';
export { diaryRoutes } from './routes.tsx';
export { OBSERVATION } from './transitions.ts';
