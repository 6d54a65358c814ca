/** All addresses of competencies below `/a/:agency`. */
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { dictionaryRoutes } from './dictionary/routes.tsx';
import { dictionaryFileRoutes } from './dictionary/routes-files.tsx';
import { needRoutes } from './needs/routes.tsx';
import { profileRoutes } from './profile/routes.tsx';
import { standardRoutes } from './standards/routes.tsx';
import { unitRoutes } from './units/routes.tsx';

export interface CompetencyOptions {
  readonly schemes: SchemeStore;
  readonly files: FileStore;
}

/** What has a name of its own comes before the codes of the dictionary. */
export function competencyRoutes(options: CompetencyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', dictionaryFileRoutes(options.files));
  routes.route('/', needRoutes(options));
  routes.route('/', profileRoutes(options));
  routes.route('/', standardRoutes());
  routes.route('/', unitRoutes(options));
  routes.route('/', dictionaryRoutes());
  return routes;
}
