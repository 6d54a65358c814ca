/** One attempt to sign in: counted, checked at the same cost whether or not the login exists, answered alike. */
import type { Context } from 'hono';
import type { Accounts } from './accounts.ts';
import { attemptAt } from './confirm-password.ts';
import { attemptSucceeded, beginAttempt } from './failures.ts';
import { passCookies, rememberDevice, requestHeaders } from './request.ts';

export type SignInOutcome =
  | { readonly kind: 'done'; readonly accountId: string }
  | { readonly kind: 'second-factor' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'blocked'; readonly until: Date };

/** An address that no account can have: checking it costs what checking a real one costs. */
const NOBODY = 'tidak-dikenal@tera.invalid';

/** As typed, to what is stored: a NIP without spaces and dots, or an e-mail in small letters. */
export function normalLogin(typed: string): string {
  const compact = typed.trim().toLowerCase();
  const digits = compact.replace(/[\s.]/g, '');
  return /^\d{18}$/.test(digits) ? digits : compact;
}

export interface KnownAccount {
  readonly id: string;
  readonly email: string;
}

export async function findByLogin(accounts: Accounts, typed: string): Promise<KnownAccount | undefined> {
  const login = normalLogin(typed);
  return accounts.database.shared
    .selectFrom('account_users')
    .select(['id', 'email'])
    .where((any) => any.or([any('username', '=', login), any('email', '=', login)]))
    .executeTakeFirst();
}

export async function signIn(
  accounts: Accounts,
  c: Context,
  form: { readonly login: string; readonly password: string; readonly remember: boolean },
): Promise<SignInOutcome> {
  const account = await findByLogin(accounts, form.login);
  const attempt = attemptAt(accounts, c, account?.id, normalLogin(form.login));
  const until = await beginAttempt(accounts.database, attempt);
  if (until) return { kind: 'blocked', until };
  const { accepted, headers, needsSecondFactor } = await checkPassword(accounts, c, {
    email: account?.email ?? NOBODY,
    password: form.password,
    rememberMe: form.remember,
  });
  if (!accepted || !account) return { kind: 'wrong' };
  await attemptSucceeded(accounts.database, attempt);
  passCookies(accounts, c, headers);
  if (needsSecondFactor) return { kind: 'second-factor' };
  rememberDevice(accounts, c, account.id);
  return { kind: 'done', accountId: account.id };
}

/** Signs in whoever has just chosen this password; nothing is guessed here, so nothing is counted. */
export async function signInAs(
  accounts: Accounts,
  c: Context,
  accountId: string,
  password: string,
): Promise<'done' | 'second-factor'> {
  const { email } = await accounts.database.shared
    .selectFrom('account_users')
    .select('email')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const { accepted, headers, needsSecondFactor } = await checkPassword(accounts, c, {
    email,
    password,
    rememberMe: false,
  });
  // The password was replaced again in the same moment: the sign-in page asks for it.
  if (!accepted) return 'done';
  passCookies(accounts, c, headers);
  if (needsSecondFactor) return 'second-factor';
  rememberDevice(accounts, c, accountId);
  return 'done';
}

async function checkPassword(
  accounts: Accounts,
  c: Context,
  body: { email: string; password: string; rememberMe: boolean },
): Promise<{ accepted: boolean; headers: Headers; needsSecondFactor: boolean }> {
  const response = await accounts.engine.api.signInEmail({
    body,
    headers: requestHeaders(accounts, c),
    asResponse: true,
  });
  const needsSecondFactor = response.ok && 'twoFactorRedirect' in ((await response.json()) as object);
  return { accepted: response.ok, headers: response.headers, needsSecondFactor };
}

export type SecondStep = 'done' | 'wrong' | 'expired' | 'locked';

/** The code of the app or a backup code, for the challenge that the password opened. */
export async function verifySecondFactor(
  accounts: Accounts,
  c: Context,
  typed: string,
): Promise<{ readonly step: SecondStep; readonly accountId?: string | undefined }> {
  const code = typed.replace(/\s/g, '');
  const headers = requestHeaders(accounts, c);
  const { api } = accounts.engine;
  const response = /^\d{6}$/.test(code)
    ? await api.verifyTOTP({ body: { code }, headers, asResponse: true })
    : await api.verifyBackupCode({ body: { code }, headers, asResponse: true });
  passCookies(accounts, c, response.headers);
  if (response.ok) {
    const body = (await response.json()) as { user?: { id?: string } };
    if (body.user?.id) rememberDevice(accounts, c, body.user.id);
    return { step: 'done', accountId: body.user?.id };
  }
  return { step: failedStep(response.status, (await response.json()) as { code?: string }) };
}

function failedStep(status: number, body: { code?: string }): SecondStep {
  if (status === 429) return 'locked';
  if (body.code === 'INVALID_CODE' || body.code === 'INVALID_BACKUP_CODE') return 'wrong';
  return 'expired';
}
