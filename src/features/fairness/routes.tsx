import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { dependenceRoutes } from './dependence/routes.tsx';
import { runRoutes } from './run/routes.tsx';

export interface FairnessOptions {
  readonly schemes: SchemeStore;
}

/** Everything below `/fairness`. */
export function fairnessRoutes(_options: FairnessOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', dependenceRoutes());
  routes.route('/', runRoutes());
  return routes;
}
