/** The second step with an authenticator app, on top of better-auth's plugin. */
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Context } from 'hono';
import type { Accounts } from './accounts.ts';
import { passCookies, requestHeaders } from './request.ts';

export interface SecondFactorSetup {
  /** Base32, as it is typed into an app. */
  readonly key: string;
  /** `otpauth://` address for the QR code. */
  readonly uri: string;
}

/** Begins the set-up: a secret that does not count until a code made with it was given. */
export async function beginSecondFactor(accounts: Accounts, c: Context, password: string): Promise<boolean> {
  const response = await accounts.engine.api.enableTwoFactor({
    body: { password },
    headers: requestHeaders(accounts, c),
    asResponse: true,
  });
  passCookies(accounts, c, response.headers);
  return response.ok;
}

/** The secret that waits for its first code; undefined when none does. */
export async function waitingSetup(
  accounts: Accounts,
  accountId: string,
): Promise<SecondFactorSetup | undefined> {
  const row = await accounts.database.shared
    .selectFrom('account_second_factors')
    .innerJoin('account_users', 'account_users.id', 'account_second_factors.user_id')
    .select(['secret', 'username', 'email'])
    .where('user_id', '=', accountId)
    .where('verified', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const { secretConfig } = await accounts.engine.$context;
  const key = base32(await symmetricDecrypt({ key: secretConfig, data: row.secret }));
  const label = encodeURIComponent(`Tera:${row.username ?? row.email}`);
  return { key, uri: `otpauth://totp/${label}?secret=${key}&issuer=Tera&digits=6&period=30` };
}

/** The first code: from now on sign-in asks for one. */
export async function confirmSecondFactor(accounts: Accounts, c: Context, code: string): Promise<boolean> {
  const response = await accounts.engine.api.verifyTOTP({
    body: { code: code.replace(/\s/g, '') },
    headers: requestHeaders(accounts, c),
    asResponse: true,
  });
  passCookies(accounts, c, response.headers);
  return response.ok;
}

export async function backupCodesOf(accounts: Accounts, accountId: string): Promise<readonly string[]> {
  const { backupCodes } = await accounts.engine.api.viewBackupCodes({ body: { userId: accountId } });
  return backupCodes;
}

export async function renewBackupCodes(
  accounts: Accounts,
  c: Context,
  password: string,
): Promise<readonly string[]> {
  const { backupCodes } = await accounts.engine.api.generateBackupCodes({
    body: { password },
    headers: requestHeaders(accounts, c),
  });
  return backupCodes;
}

export async function endSecondFactor(accounts: Accounts, c: Context, password: string): Promise<boolean> {
  const response = await accounts.engine.api.disableTwoFactor({
    body: { password },
    headers: requestHeaders(accounts, c),
    asResponse: true,
  });
  passCookies(accounts, c, response.headers);
  return response.ok;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 section 6, without padding, which authenticator apps do not expect. */
function base32(secret: string): string {
  let bits = '';
  for (const byte of Buffer.from(secret)) bits += byte.toString(2).padStart(8, '0');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)]).join('');
}
