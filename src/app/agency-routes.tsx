import { Hono } from 'hono';
import { overviewRoutes } from '#features/overview/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { PREFLIGHT_CHECKS, periodRoutes } from '#features/periods/index.ts';
import { schemeLibrary } from './scheme-library.ts';
import type { Services } from './services.ts';

/** Routes of the features below `/a/:agency`; each feature brings its own. */
export function agencyRoutes(_services: Services): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', overviewRoutes());
  routes.route('/', periodRoutes({ library: schemeLibrary(), checks: PREFLIGHT_CHECKS }));
  return routes;
}
