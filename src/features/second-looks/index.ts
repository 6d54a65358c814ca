import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { drawRoutes } from './routes-draws.tsx';
import { lookRoutes } from './routes-looks.tsx';

export { compareLooks, type ItemDifference, type Outcome } from './compare.ts';
export { DIGESTS } from './digests.ts';
export { secondLookEvents } from './events.ts';
export { secondLookRecurring } from './jobs.ts';
export {
  type ComparedLook,
  type Look,
  type LooksWaiting,
  listLooks,
  looksWaiting,
  secondLooksOf,
} from './looks/queries.ts';

/** Draws and second looks below `/a/:agency`. */
export function secondLookRoutes(options: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', drawRoutes(options));
  routes.route('/', lookRoutes(options));
  return routes;
}
