import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { boardRoutes } from './board/routes.tsx';
import { dependenceRoutes } from './dependence/routes.tsx';
import { groupRoutes } from './groups/routes.tsx';
import { mirrorRoutes } from './mirror/routes.tsx';
import { reportRoutes } from './report/routes.tsx';
import { runRoutes } from './run/routes.tsx';

export interface FairnessOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
}

/** Everything below `/fairness`. */
export function fairnessRoutes(options: FairnessOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  // Before what stands below a period's id.
  routes.route('/', mirrorRoutes(options));
  routes.route('/', reportRoutes(options));
  routes.route('/', dependenceRoutes());
  routes.route('/', groupRoutes(options));
  routes.route('/', runRoutes());
  routes.route('/', boardRoutes(options));
  return routes;
}
