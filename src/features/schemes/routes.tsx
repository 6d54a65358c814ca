import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from './store.ts';

export interface SchemeOptions {
  readonly schemes: SchemeStore;
}

/** `/schemes` and `/scheme-drafts`: read, practise, change, discuss, adopt. */
export function schemeRoutes(_options: SchemeOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  return routes;
}
