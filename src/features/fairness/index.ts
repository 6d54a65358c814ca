export { type Block, collectForms, type Form, RATER_ROLES, type RaterRole } from './collect/forms.ts';
export { dependencePanel } from './dependence/panel.tsx';
export { fairnessEvents } from './events.ts';
export { beforeRatify } from './mirror/before-ratify.ts';
export { type FairnessOptions, fairnessRoutes } from './routes.tsx';
export { fairnessTasks, runFairness } from './run/job.ts';
export { fairnessRecurring } from './run/schedule.ts';
export { activeRun, latestRun, latestRuns } from './store/queries.ts';
