import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { discussionRoutes } from './discussion/routes.tsx';
import { draftRoutes } from './drafts/routes.tsx';
import { practiceRoutes } from './practice/routes.tsx';
import { readRoutes } from './read/routes.tsx';
import type { SchemeStore } from './store.ts';

export interface SchemeOptions {
  readonly schemes: SchemeStore;
}

/** `/schemes` and `/scheme-drafts`: read, practise, change, discuss, adopt. */
export function schemeRoutes(options: SchemeOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', readRoutes(options));
  routes.route('/', practiceRoutes(options));
  routes.route('/', draftRoutes(options));
  routes.route('/', discussionRoutes());
  return routes;
}
