import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { caseRoutes } from './material/routes-cases.tsx';
import { lessonRoutes } from './material/routes-lessons.tsx';
import { officeRoutes } from './office/routes.tsx';
import type { TrainingOptions } from './options.ts';
import { attemptRoutes } from './routes-attempt.tsx';
import { certificateRoutes } from './routes-certificates.tsx';
import { courseRoutes } from './routes-course.tsx';
import { workshopRoutes } from './workshops/routes.tsx';

export function trainingRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', courseRoutes(options));
  routes.route('/', attemptRoutes(options));
  routes.route('/', certificateRoutes(options));
  routes.route('/', lessonRoutes(options));
  routes.route('/', caseRoutes(options));
  routes.route('/', officeRoutes(options));
  routes.route('/', workshopRoutes(options));
  return routes;
}
