export { trialEvents } from './events.ts';
export { runTrial, trialTasks } from './job.ts';
export { type TrialOptions, trialRoutes } from './routes.tsx';
