import { type Context, Hono } from 'hono';
import { maskNip } from '#features/people/index.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors } from '#ui/form.tsx';
import type { Accounts } from './accounts.ts';
import { realEmail, replacePassword } from './commands/add-account.ts';
import { presentPasswordProblem } from './confirm-password.ts';
import { passwordChanged } from './events.ts';
import { membershipsOf, recordForOwner } from './memberships.ts';
import { chromeFor, type PublicEnv } from './navigate.ts';
import { newPasswordErrors } from './new-password.ts';
import { AccountPage } from './pages/account-page.tsx';
import { hashPassword } from './password.ts';
import { findSession, type SignedInSession } from './session.ts';
import { endOtherSessions, endSession, openSessions } from './sessions.ts';
import { text } from './text.ts';

/** Environment of the pages of one's own account: somebody is signed in. */
export type OwnEnv = { Variables: PublicEnv['Variables'] & { signedIn: SignedInSession } };

/** The person's own account: password and devices. */
export function ownAccountRoutes(accounts: Accounts): Hono<OwnEnv> {
  const routes = new Hono<OwnEnv>();
  routes.use(async (c, next) => {
    const signedIn = await findSession(accounts.database, accounts.secret, c.req.raw.headers);
    if (!signedIn) return c.redirect('/sign-in?back=%2Faccount', 303);
    c.set('signedIn', signedIn);
    await next();
  });
  routes.get('/', async (c) => page(c, await accountPage(accounts, c, {})));
  routes.post('/password', async (c) => {
    const { accountId, sessionId } = c.var.signedIn;
    const { present = '', password = '', repeat = '' } = await formFields(c);
    const user = await ownUser(accounts, accountId);
    const wanting = newPasswordErrors({ password, repeat }, { ...user, nip: user.username });
    const presentProblem = await presentPasswordProblem(accounts, c, accountId, present);
    const errors = { ...(presentProblem ? { present: presentProblem } : {}), ...wanting };
    if (Object.keys(errors).length > 0) return page(c, await accountPage(accounts, c, errors), 422);
    const hash = await hashPassword(password);
    await accounts.database.shared
      .transaction()
      .execute((db) => replacePassword(db, accountId, hash, accounts.clock(), sessionId));
    await recordForOwner(accounts.database, accountId, passwordChanged, {});
    return seeOther(c, '/account', text.changePasswordDone());
  });
  routes.post('/session-endings', async (c) => {
    const { accountId, sessionId } = c.var.signedIn;
    const { session = '' } = await formFields(c);
    if (session === 'others') {
      await endOtherSessions(accounts.database, accountId, sessionId);
      return seeOther(c, '/account', text.sessionOthersEnded());
    }
    await endSession(accounts.database, accountId, session);
    return seeOther(c, '/account', text.sessionEnded());
  });
  return routes;
}

function ownUser(accounts: Accounts, accountId: string) {
  return accounts.database.shared
    .selectFrom('account_users')
    .select(['name', 'username', 'email', 'two_factor_enabled'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
}

async function accountPage(accounts: Accounts, c: Context<OwnEnv>, errors: FieldErrors) {
  const { accountId, sessionId } = c.var.signedIn;
  const [user, memberships, sessions] = await Promise.all([
    ownUser(accounts, accountId),
    membershipsOf(accounts.database, accountId),
    openSessions(accounts.database, accountId),
  ]);
  return (
    <AccountPage
      chrome={chromeFor(c.var.chrome, c.var.signedIn)}
      name={user.name}
      maskedNip={maskNip(user.username)}
      email={realEmail(user.email)}
      memberships={memberships}
      sessions={sessions}
      thisSessionId={sessionId}
      hasSecondFactor={user.two_factor_enabled ?? false}
      zone={memberships[0]?.zone ?? 'Asia/Jakarta'}
      errors={errors}
    />
  );
}
