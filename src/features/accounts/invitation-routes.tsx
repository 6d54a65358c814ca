import { type Context, Hono } from 'hono';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { Accounts } from './accounts.ts';
import { presentPasswordProblem } from './confirm-password.ts';
import { findInvitation, type OpenInvitation, redeemInvitation } from './invitations/redeem.ts';
import { readToken, tokenText } from './invitations/tokens.ts';
import { homeOf, type PublicEnv } from './navigate.ts';
import { newPasswordErrors } from './new-password.ts';
import { EnterCodePage, GoneInvitationPage, InvitationPage } from './pages/invitation-page.tsx';
import { hashPassword } from './password.ts';
import { signInAs } from './sign-in.ts';
import { text } from './text.ts';

/** The invited person's side: look at the invitation, choose a password, be signed in. */
export function invitationRoutes(accounts: Accounts): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  routes.get('/invitations', (c) => page(c, <EnterCodePage chrome={c.var.chrome} />));
  routes.post('/invitations', async (c) => {
    const typed = (await formFields(c)).code ?? '';
    const token = readToken(typed);
    if (token) return c.redirect(`/invitations/${tokenText(token)}`, 303);
    const view = { chrome: c.var.chrome, typed, error: text.enterCodeWrong() };
    return page(c, <EnterCodePage {...view} />, 422);
  });
  routes.get('/invitations/:token', async (c) => {
    const invitation = await invitationOf(accounts, c);
    if (!invitation) return page(c, <GoneInvitationPage chrome={c.var.chrome} />, 404);
    const view = { chrome: c.var.chrome, action: c.req.path, invitation, errors: {} };
    return page(c, <InvitationPage {...view} />);
  });
  routes.post('/invitations/:token', async (c) => {
    const invitation = await invitationOf(accounts, c);
    if (!invitation) return page(c, <GoneInvitationPage chrome={c.var.chrome} />, 404);
    const fields = await formFields(c);
    const errors = await problemsOf(accounts, c, invitation, fields);
    if (Object.keys(errors).length > 0 || invitation.kind === 'elsewhere') {
      const view = { chrome: c.var.chrome, action: c.req.path, invitation, errors };
      return page(c, <InvitationPage {...view} />, 422);
    }
    const password = fields.password ?? '';
    const accountId = await redeemInvitation(accounts.database, invitation, await hashPassword(password));
    if (!accountId) return page(c, <GoneInvitationPage chrome={c.var.chrome} />, 404);
    const outcome = await signInAs(accounts, c, accountId, password);
    const next = outcome === 'second-factor' ? '/sign-in/second-factor' : await homeOf(accounts, accountId);
    return seeOther(c, next, text.inviteDone());
  });
  return routes;
}

async function invitationOf(accounts: Accounts, c: Context): Promise<OpenInvitation | undefined> {
  const token = readToken(c.req.param('token') ?? '');
  return token && findInvitation(accounts.database, token);
}

async function problemsOf(
  accounts: Accounts,
  c: Context,
  invitation: OpenInvitation,
  fields: Record<string, string>,
): Promise<Record<string, string>> {
  const { password = '', repeat = '' } = fields;
  if (invitation.kind === 'link') {
    const problem = await presentPasswordProblem(accounts, c, invitation.accountId ?? '', password);
    return problem ? { password: problem } : {};
  }
  return newPasswordErrors({ password, repeat }, invitation);
}
