/** Sign-in put together: made once at start from the database and the configuration. */
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { Mailer } from '#platform/mail/mail.ts';
import { createEngine, type Engine } from './engine.ts';
import { installationSecret } from './secret.ts';
import { findSession, type SignedIn } from './session.ts';

export interface AccountOptions {
  readonly database: Database;
  /** Address of the site for links in letters, such as `https://kinerja.example.go.id` (TERA_BASE_URL). */
  readonly baseUrl?: string | undefined;
  /** Whether X-Forwarded-For and -Proto come from a proxy of our own (TERA_TRUST_PROXY). */
  readonly trustProxy?: boolean;
  readonly mailer?: Mailer | undefined;
}

export interface Accounts {
  /** The account whose session the request carries; undefined when nobody is signed in. */
  identify(headers: Headers): Promise<SignedIn | undefined>;
  readonly database: Database;
  readonly clock: Clock;
  readonly engine: Engine;
  readonly secret: string;
  readonly baseUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly mailer: Mailer | undefined;
}

export async function createAccounts(options: AccountOptions): Promise<Accounts> {
  const { database, mailer, trustProxy = false } = options;
  const secret = await installationSecret(database);
  return {
    identify: (headers) => findSession(database, secret, headers),
    database,
    clock: database.clock,
    engine: createEngine({ database, secret }),
    secret,
    baseUrl: options.baseUrl?.replace(/\/+$/, ''),
    trustProxy,
    mailer,
  };
}

/** Letters by mail need a mail server and the address that their links lead to. */
export function canMail(accounts: Accounts): boolean {
  return Boolean(accounts.mailer && accounts.baseUrl);
}
