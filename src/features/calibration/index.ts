import { Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { arrangingRoutes } from './routes-arranging.tsx';
import { itemRoutes } from './routes-items.tsx';
import { meetingRoutes } from './routes-meetings.tsx';
import { returnRoutes } from './routes-returns.tsx';

export { calibrationEvents } from './events.ts';
export { calibrationRecurring } from './jobs.ts';
export { groundOfReturn, resultTakenBack, returnToAnswer } from './returns/answer.ts';
export { calibrationPanel } from './returns/panel.tsx';
export { type CalibrationWaiting, calibrationWaiting } from './waiting.ts';

/** Calibration meetings below `/a/:agency`. */
export function calibrationRoutes(options: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.route('/', meetingRoutes());
  routes.route('/', arrangingRoutes(options));
  routes.route('/', itemRoutes(options));
  routes.route('/', returnRoutes());
  return routes;
}
