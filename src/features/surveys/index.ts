export { surveyEvents } from './events.ts';
export { surveyRecurring } from './release/job.ts';
export { type SurveyOptions, surveyRoutes } from './routes.tsx';
export { type PublicSurveyOptions, publicSurveyRoutes } from './routes-public.tsx';
