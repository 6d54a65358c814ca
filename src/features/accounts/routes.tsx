import { Hono } from 'hono';
import type { Accounts } from './accounts.ts';
import type { PublicEnv } from './navigate.ts';
import { signInRoutes } from './sign-in-routes.tsx';

/** What is reached without an agency: start, sign-in, invitations, the person's own account. */
export function accountRoutes(accounts: Accounts): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  routes.route('/', signInRoutes(accounts));
  return routes;
}
