import { Hono } from 'hono';
import { z } from 'zod';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { localPath } from '#platform/web/local-path.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { type Accounts, canMail } from './accounts.ts';
import { hasAgency } from './commands/first-run.ts';
import { askForReset } from './forgotten.ts';
import { membershipsOf } from './memberships.ts';
import { chromeFor, homeOf, type PublicEnv } from './navigate.ts';
import { AgenciesPage, LandingPage } from './pages/landing-page.tsx';
import { ForgottenPage, SecondFactorPage, SignInPage } from './pages/sign-in-page.tsx';
import { passCookies, requestHeaders } from './request.ts';
import { type SecondStep, signIn, verifySecondFactor } from './sign-in.ts';
import { text } from './text.ts';
import { waitInWords } from './wait-in-words.ts';

const signInForm = z.object({
  login: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
  remember: z.string().optional(),
  back: z.string().max(2000).default('/'),
});

export function signInRoutes(accounts: Accounts): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  routes.get('/', async (c) => {
    if (!(await hasAgency(accounts.database))) return c.redirect('/start', 303);
    const signedIn = await accounts.identify(c.req.raw.headers);
    if (!signedIn) return page(c, <LandingPage chrome={c.var.chrome} />);
    const memberships = await membershipsOf(accounts.database, signedIn.accountId);
    if (memberships.length === 1) return c.redirect(`/a/${memberships[0]?.code}`, 303);
    return page(c, <AgenciesPage chrome={chromeFor(c.var.chrome, signedIn)} memberships={memberships} />);
  });
  routes.get('/sign-in', async (c) => {
    const back = localPath(c.req.query('back'));
    const signedIn = await accounts.identify(c.req.raw.headers);
    if (signedIn) return c.redirect(await homeOf(accounts, signedIn.accountId, back), 303);
    return page(c, <SignInPage chrome={c.var.chrome} back={back} />);
  });
  routes.post('/sign-in', async (c) => {
    const parsed = parseFields(signInForm, await formFields(c));
    const form = parsed.ok ? parsed.value : { login: '', password: '', remember: undefined, back: '/' };
    const back = localPath(form.back);
    const outcome = await signIn(accounts, c, { ...form, remember: form.remember !== undefined });
    if (outcome.kind === 'done') return seeOther(c, await homeOf(accounts, outcome.accountId, back));
    if (outcome.kind === 'second-factor') {
      return seeOther(c, `/sign-in/second-factor?back=${encodeURIComponent(back)}`);
    }
    const problem =
      outcome.kind === 'wrong'
        ? text.wrongSignIn()
        : text.blocked({ wait: waitInWords(outcome.until, accounts.clock()) });
    const view = {
      chrome: c.var.chrome,
      back,
      problem,
      login: form.login,
      remember: form.remember !== undefined,
    };
    return page(c, <SignInPage {...view} />, 422);
  });
  routes.post('/sign-out', async (c) => {
    const response = await accounts.engine.api.signOut({
      headers: requestHeaders(accounts, c),
      asResponse: true,
    });
    passCookies(accounts, c, response.headers);
    return seeOther(c, '/sign-in', text.signedOut());
  });
  secondStep(routes, accounts);
  forgotten(routes, accounts);
  return routes;
}

function forgotten(routes: Hono<PublicEnv>, accounts: Accounts): void {
  const path = '/sign-in/forgotten';
  routes.get(path, (c) => {
    const isSent = c.req.query('sent') !== undefined;
    const view = { chrome: c.var.chrome, canMail: canMail(accounts), isSent };
    return page(c, <ForgottenPage {...view} />);
  });
  routes.post(path, async (c) => {
    const { login = '' } = await formFields(c);
    const until = await askForReset(accounts, c, login.slice(0, 200));
    if (!until) return seeOther(c, canMail(accounts) ? `${path}?sent` : path);
    const problem = text.forgottenBlocked({ wait: waitInWords(until, accounts.clock()) });
    return page(
      c,
      <ForgottenPage chrome={c.var.chrome} canMail={canMail(accounts)} problem={problem} />,
      422,
    );
  });
}

function secondStep(routes: Hono<PublicEnv>, accounts: Accounts): void {
  routes.get('/sign-in/second-factor', (c) =>
    page(c, <SecondFactorPage chrome={c.var.chrome} back={localPath(c.req.query('back'))} />),
  );
  routes.post('/sign-in/second-factor', async (c) => {
    const fields = await formFields(c);
    const back = localPath(fields.back);
    const signedIn = await accounts.identify(c.req.raw.headers);
    if (signedIn) return seeOther(c, await homeOf(accounts, signedIn.accountId, back));
    const { step, accountId } = await verifySecondFactor(accounts, c, fields.code ?? '');
    if (step === 'done') return seeOther(c, accountId ? await homeOf(accounts, accountId, back) : back);
    if (step === 'expired') {
      return page(c, <SignInPage chrome={c.var.chrome} back={back} problem={text.secondExpired()} />, 422);
    }
    return page(c, <SecondFactorPage chrome={c.var.chrome} back={back} problem={PROBLEM[step]()} />, 422);
  });
}

const PROBLEM: Record<Exclude<SecondStep, 'done' | 'expired'>, () => string> = {
  wrong: text.codeWrong,
  locked: text.secondLocked,
};
