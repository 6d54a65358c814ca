/** Who is asked about whom: rounds, lists of single participants, and working teams. */
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { VoiceOptions } from '../routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { roundRoutes } from './round-routes.tsx';
import { teamRoutes } from './teams/routes.tsx';

export function askingRoutes(options: VoiceOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', roundRoutes(options));
  routes.route('/', listRoutes(options));
  routes.route('/', teamRoutes(options));
  return routes;
}
