import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { dependenceRoutes } from './dependence/routes.tsx';
import { mirrorRoutes } from './mirror/routes.tsx';
import { runRoutes } from './run/routes.tsx';

export interface FairnessOptions {
  readonly schemes: SchemeStore;
}

/** Everything below `/fairness`. */
export function fairnessRoutes(options: FairnessOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  // Before what stands below a period's id.
  routes.route('/', mirrorRoutes(options));
  routes.route('/', dependenceRoutes());
  routes.route('/', runRoutes());
  return routes;
}
