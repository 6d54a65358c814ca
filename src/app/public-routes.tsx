import { Hono } from 'hono';
import type { PublicEnv } from './server.tsx';
import type { Services } from './services.ts';

/** What everybody may see: the start, sign-in, the calculator of rules. */
export function publicRoutes(_services: Services): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  return routes;
}
