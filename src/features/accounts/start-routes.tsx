import { Hono } from 'hono';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { Accounts } from './accounts.ts';
import { hasAgency, setUpInstallation } from './commands/first-run.ts';
import type { PublicEnv } from './navigate.ts';
import { StartPage } from './pages/start-page.tsx';
import { hashPassword } from './password.ts';
import { isSetupKey } from './setup-key.ts';
import { signIn } from './sign-in.ts';
import { readStart } from './start-form.ts';
import { text } from './text.ts';

/** The first run: reachable only while there is no agency. */
export function startRoutes(accounts: Accounts): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  const { database } = accounts;
  routes.get('/start', async (c) => {
    if (await hasAgency(database)) return c.redirect('/', 303);
    const typed = { key: (c.req.query('key') ?? '').slice(0, 40) };
    return page(c, <StartPage chrome={c.var.chrome} typed={typed} errors={{}} />);
  });
  routes.post('/start', async (c) => {
    if (await hasAgency(database)) return seeOther(c, '/sign-in', text.startLost());
    const fields = await formFields(c);
    const read = readStart(fields);
    const errors = {
      ...(isSetupKey(accounts.secret, fields.key ?? '') ? {} : { key: text.setupKeyWrong() }),
      ...(read.ok ? {} : read.errors),
    };
    if (!read.ok || Object.keys(errors).length > 0) {
      return page(c, <StartPage chrome={c.var.chrome} typed={fields} errors={errors} />, 422);
    }
    const { agency, officer, password } = read.start;
    const passwordHash = await hashPassword(password);
    const isFirst = await setUpInstallation(database, agency, { ...officer, passwordHash });
    if (!isFirst) return seeOther(c, '/sign-in', text.startLost());
    await signIn(accounts, c, { login: officer.nip ?? officer.email ?? '', password, remember: false });
    return seeOther(c, `/a/${agency.code}`, text.startDone());
  });
  return routes;
}
