import { Hono } from 'hono';
import type { VNode } from 'preact';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { discussionRoutes } from './discussion/routes.tsx';
import type { Draft } from './drafts/queries.ts';
import { draftRoutes } from './drafts/routes.tsx';
import { practiceRoutes } from './practice/routes.tsx';
import { readRoutes } from './read/routes.tsx';
import type { SchemeStore } from './store.ts';

export interface SchemeOptions {
  readonly schemes: SchemeStore;
  /** What another feature shows beside the discussion of a draft; wired by the application. */
  readonly besideDiscussion?: (tx: Tx, visit: Visit, draft: Draft) => Promise<VNode>;
}

/** `/schemes` and `/scheme-drafts`: read, practise, change, discuss, adopt. */
export function schemeRoutes(options: SchemeOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', readRoutes(options));
  routes.route('/', practiceRoutes(options));
  routes.route('/', draftRoutes(options));
  routes.route('/', discussionRoutes(options));
  return routes;
}
