export { laboratoryEvents } from './events.ts';
export { computeRun, laboratoryTasks } from './job.ts';
export { runsOfDraft } from './pages/of-draft.tsx';
export { settingsOf } from './presets.ts';
export { type LaboratoryOptions, laboratoryRoutes } from './routes.tsx';
