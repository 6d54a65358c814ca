export { surveyEvents } from './events.ts';
export { surveyRecurring } from './release/job.ts';
export { unitResult } from './results/figures.ts';
export { publishedFigures } from './results/published.ts';
export { findRound } from './rounds/queries.ts';
export { type SurveyOptions, surveyRoutes } from './routes.tsx';
export { type PublicSurveyOptions, publicSurveyRoutes } from './routes-public.tsx';
