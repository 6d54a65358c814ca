import { Hono } from 'hono';
import { answerRoutes, type CitizenEnv, type PublicSurveyOptions } from './answer/routes.tsx';
import { publicResultRoutes } from './results/public-routes.tsx';

export type { PublicSurveyOptions } from './answer/routes.tsx';

/** What everybody may see of surveys: the form behind a code, and results that were published. */
export function publicSurveyRoutes(options: PublicSurveyOptions): Hono<CitizenEnv> {
  const routes = new Hono<CitizenEnv>();
  routes.route('/', answerRoutes(options));
  routes.route('/', publicResultRoutes(options));
  return routes;
}
