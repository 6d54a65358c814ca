export {
  type Asked,
  type AskingScheme,
  askedOf,
  askingEvents,
  askingRecurring,
  askingScheme,
  askingTasks,
  type TeamMonths,
  teamsOf,
} from './asking/index.ts';
export { voiceEvents } from './events.ts';
export { guestFormRoutes, requestsWaiting } from './form/index.ts';
export { voiceRecurring } from './jobs.ts';
export { markBounced } from './letters/commands.ts';
export { letterTasks } from './letters/tasks.ts';
export { voicesPending } from './queries.ts';
export { type VoiceOptions, voiceRoutes } from './routes.tsx';
export { newKeyPair, sealIsReady, splitOrigin, type VoiceKey } from './sealed/index.ts';
