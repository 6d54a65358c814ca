import { Hono } from 'hono';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { OwnEnv } from './account-routes.tsx';
import type { Accounts } from './accounts.ts';
import { presentPasswordProblem } from './confirm-password.ts';
import { secondFactorDisabled, secondFactorEnabled } from './events.ts';
import { recordForOwner } from './memberships.ts';
import { chromeFor } from './navigate.ts';
import { BackupCodesPage, BeginPage, ManagePage, SetupPage } from './pages/second-factor-pages.tsx';
import {
  backupCodesOf,
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  renewBackupCodes,
  waitingSetup,
} from './second-factor.ts';
import { text } from './text.ts';

/** Turning the second step on, its backup codes, and turning it off; mounted inside the account's routes. */
export function secondFactorRoutes(accounts: Accounts): Hono<OwnEnv> {
  const routes = new Hono<OwnEnv>();
  routes.get('/', async (c) => {
    const { accountId } = c.var.signedIn;
    const view = { chrome: chromeFor(c.var.chrome, c.var.signedIn), errors: {} };
    if (await isOn(accounts, accountId)) return page(c, <ManagePage {...view} />);
    const setup = await waitingSetup(accounts, accountId);
    return page(c, setup ? <SetupPage {...view} setup={setup} /> : <BeginPage {...view} />);
  });
  routes.post('/', async (c) => {
    const { password = '' } = await formFields(c);
    const problem = await presentPasswordProblem(accounts, c, c.var.signedIn.accountId, password);
    const view = { chrome: chromeFor(c.var.chrome, c.var.signedIn), errors: { password: problem } };
    if (problem) return page(c, <BeginPage {...view} />, 422);
    // Refused when it is on already (a second click): the page that follows says so.
    await beginSecondFactor(accounts, c, password);
    return seeOther(c, '/account/second-factor');
  });
  routes.post('/confirmation', async (c) => {
    const { accountId } = c.var.signedIn;
    const setup = await waitingSetup(accounts, accountId);
    if (!setup) return seeOther(c, '/account/second-factor');
    const { code = '' } = await formFields(c);
    const chrome = chromeFor(c.var.chrome, c.var.signedIn);
    if (!(await confirmSecondFactor(accounts, c, code))) {
      return page(c, <SetupPage chrome={chrome} setup={setup} errors={{ code: text.codeWrong() }} />, 422);
    }
    await recordForOwner(accounts.database, accountId, secondFactorEnabled, {});
    return page(c, <BackupCodesPage chrome={chrome} codes={await backupCodesOf(accounts, accountId)} />);
  });
  managing(routes, accounts);
  return routes;
}

function managing(routes: Hono<OwnEnv>, accounts: Accounts): void {
  routes.post('/backup-codes', async (c) => {
    const { accountId } = c.var.signedIn;
    if (!(await isOn(accounts, accountId))) return seeOther(c, '/account/second-factor');
    const { renewPassword = '' } = await formFields(c);
    const problem = await presentPasswordProblem(accounts, c, accountId, renewPassword);
    const chrome = chromeFor(c.var.chrome, c.var.signedIn);
    if (problem) return page(c, <ManagePage chrome={chrome} errors={{ renewPassword: problem }} />, 422);
    return page(
      c,
      <BackupCodesPage chrome={chrome} codes={await renewBackupCodes(accounts, c, renewPassword)} />,
    );
  });
  routes.post('/removal', async (c) => {
    const { accountId } = c.var.signedIn;
    const { endPassword = '' } = await formFields(c);
    const problem = await presentPasswordProblem(accounts, c, accountId, endPassword);
    const view = { chrome: chromeFor(c.var.chrome, c.var.signedIn), errors: { endPassword: problem } };
    if (problem) return page(c, <ManagePage {...view} />, 422);
    const wasOn = await isOn(accounts, accountId);
    await endSecondFactor(accounts, c, endPassword);
    if (wasOn) await recordForOwner(accounts.database, accountId, secondFactorDisabled, { by: 'owner' });
    return seeOther(c, '/account', text.secondEnded());
  });
}

async function isOn(accounts: Accounts, accountId: string): Promise<boolean> {
  const user = await accounts.database.shared
    .selectFrom('account_users')
    .select('two_factor_enabled')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return user?.two_factor_enabled ?? false;
}
