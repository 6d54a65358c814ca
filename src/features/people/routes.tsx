/** All pages about people: the list, appraisers, units, roles and the import. */
import { Hono } from 'hono';
import type { FileStore } from '#platform/storage/file-store.ts';
import { appraiserRoutes } from './appraisers/routes.tsx';
import { directoryRoutes } from './directory/routes.tsx';
import { importRoutes } from './import/pages/routes.tsx';
import { roleRoutes } from './roles/routes.tsx';
import { unitRoutes } from './units/routes.tsx';
import type { VisitEnv } from './visit.ts';

export interface PeopleServices {
  readonly files: FileStore;
}

export function peopleRoutes(services: PeopleServices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', directoryRoutes());
  routes.route('/', appraiserRoutes());
  routes.route('/', unitRoutes());
  routes.route('/', roleRoutes());
  routes.route('/', importRoutes(services.files));
  return routes;
}
