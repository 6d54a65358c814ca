import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { Services } from './services.ts';

/** Routes of the features below `/a/:agency`; each feature brings its own. */
export function agencyRoutes(_services: Services): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  return routes;
}
