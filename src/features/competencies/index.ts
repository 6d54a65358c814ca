export { competencyEvents } from './events.ts';
export { type CompetencyOptions, competencyRoutes } from './routes.tsx';
