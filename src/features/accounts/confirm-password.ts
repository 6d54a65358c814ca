/** Asking for the present password before something that matters, counted like a sign-in. */
import type { Context } from 'hono';
import type { Accounts } from './accounts.ts';
import { DEVICE_COOKIE, deviceKnows } from './device.ts';
import { type Attempt, attemptSucceeded, beginAttempt, networkOf } from './failures.ts';
import { verifyPassword } from './password.ts';
import { addressOf } from './request.ts';
import { sign } from './secret.ts';
import { cookieValue } from './session.ts';
import { text } from './text.ts';
import { waitInWords } from './wait-in-words.ts';

/** Whose password is tried, and from where; `typed` stands for a login that no account has. */
export function attemptAt(
  accounts: Accounts,
  c: Context,
  accountId: string | undefined,
  typed = '',
): Attempt {
  return {
    // Counted by account where there is one: NIP and e-mail of a person share one counter.
    login: sign(accounts.secret, 'login', accountId ?? typed),
    network: networkOf(addressOf(accounts, c)),
    device: deviceKnows(accounts.secret, cookieValue(c.req.raw.headers, DEVICE_COOKIE), accountId),
  };
}

/** What stands against it, in words; undefined when the password is the present one. */
export async function presentPasswordProblem(
  accounts: Accounts,
  c: Context,
  accountId: string,
  password: string,
): Promise<string | undefined> {
  const attempt = attemptAt(accounts, c, accountId);
  const until = await beginAttempt(accounts.database, attempt);
  if (until) return text.blocked({ wait: waitInWords(until, accounts.clock()) });
  const row = await accounts.database.shared
    .selectFrom('account_credentials')
    .select('password')
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst();
  if (!row?.password || !(await verifyPassword(row.password, password))) return text.passwordWrong();
  await attemptSucceeded(accounts.database, attempt);
  return undefined;
}
