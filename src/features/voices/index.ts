export { voiceEvents } from './events.ts';
export { voiceRecurring } from './jobs.ts';
export { voicesPending } from './queries.ts';
export { type VoiceOptions, voiceRoutes } from './routes.tsx';
export { sealIsReady, type VoiceKey } from './sealed/index.ts';
