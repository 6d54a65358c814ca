import type { Kysely } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';

export interface NewAccount {
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  /** As `hashPassword` makes it. */
  readonly passwordHash: string;
}

/** Addresses that only say "none was given"; `.invalid` is reserved and never delivered to (RFC 2606). */
const NO_ADDRESS = '@akun.tera.invalid';

export function realEmail(email: string): string | null {
  return email.endsWith(NO_ADDRESS) ? null : email;
}

/**
 * One account with its password, in the shapes of better-auth. An e-mail that already signs somebody else in is
 * left out: the NIP is enough to sign in with.
 */
export async function addAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = newId();
  const wanted = account.email?.trim().toLowerCase() || null;
  const taken =
    wanted &&
    (await tx.db.selectFrom('account_users').select('id').where('email', '=', wanted).executeTakeFirst());
  await tx.db
    .insertInto('account_users')
    .values({
      id,
      name: account.name,
      email: wanted && !taken ? wanted : id + NO_ADDRESS,
      email_verified: false,
      username: account.nip,
      display_username: account.nip,
      two_factor_enabled: false,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  await tx.db
    .insertInto('account_credentials')
    .values({
      id: newId(),
      account_id: id,
      provider_id: 'credential',
      user_id: id,
      password: account.passwordHash,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  return id;
}

/** A new password for an account; every open session ends, except the one it was changed from. */
export async function replacePassword(
  db: Kysely<DB>,
  accountId: string,
  passwordHash: string,
  now: Date,
  keptSessionId = '',
): Promise<void> {
  await db
    .updateTable('account_credentials')
    .set({ password: passwordHash, updated_at: now })
    .where('user_id', '=', accountId)
    .where('provider_id', '=', 'credential')
    .execute();
  await db
    .deleteFrom('account_sessions')
    .where('user_id', '=', accountId)
    .where('id', '<>', keptSessionId)
    .execute();
}
