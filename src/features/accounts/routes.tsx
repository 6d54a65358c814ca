import { Hono } from 'hono';
import { ownAccountRoutes } from './account-routes.tsx';
import type { Accounts } from './accounts.ts';
import { invitationRoutes } from './invitation-routes.tsx';
import type { PublicEnv } from './navigate.ts';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { startRoutes } from './start-routes.tsx';

/** What is reached without an agency: start, sign-in, invitations, the person's own account. */
export function accountRoutes(accounts: Accounts): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  routes.route('/', signInRoutes(accounts));
  routes.route('/', startRoutes(accounts));
  routes.route('/', invitationRoutes(accounts));
  const own = ownAccountRoutes(accounts);
  own.route('/second-factor', secondFactorRoutes(accounts));
  routes.route('/account', own);
  return routes;
}
