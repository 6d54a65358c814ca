import type { Context } from 'hono';
import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { counterRoutes } from './counters/routes.tsx';
import { resultRoutes } from './results/routes.tsx';
import { roundRoutes } from './rounds/routes.tsx';
import { tokenRoutes } from './tokens/routes.tsx';
import { useRoutes } from './use/routes.tsx';

export interface SurveyOptions {
  readonly schemes: SchemeStore;
  /** The address of this site as people reach it, for QR codes: `https://tera.example.go.id`. */
  readonly siteOrigin: (c: Context) => string;
}

/** `/surveys` of an agency. */
export function surveyRoutes(options: SurveyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', counterRoutes(options));
  routes.route('/', roundRoutes());
  routes.route('/', tokenRoutes(options));
  routes.route('/', resultRoutes());
  routes.route('/', useRoutes(options));
  return routes;
}
