/**
 * better-auth on our tables: it checks passwords, opens and ends sessions and verifies second factors. Our own
 * pages call it on the server; none of its addresses is reachable from outside. Sessions follow the system's
 * clock, because that is the one by which better-auth and the browser let them expire.
 */
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import { CamelCasePlugin } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-policy.ts';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

/** How long a session lasts without a visit; on a device that is to be remembered, and on any other. */
export const IDLE_SECONDS = { remembered: 14 * DAY, short: 12 * HOUR } as const;
/** After this long everybody signs in again, however often they came. */
export const LONGEST_SESSION_SECONDS = 60 * DAY;

export const SESSION_COOKIE = 'tera.session_token';
export const SHORT_SESSION_COOKIE = 'tera.dont_remember';
/** Set by `requestHeaders`, never taken from the network. */
export const ADDRESS_HEADER = 'x-tera-address';

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(options: { database: Database; secret: string }) {
  return betterAuth({
    appName: 'Tera',
    secret: options.secret,
    // Used only for addresses in better-auth's own mails, of which it sends none here.
    baseURL: 'http://localhost',
    database: { db: options.database.shared.withPlugin(new CamelCasePlugin()), type: 'postgres' },
    user: { modelName: 'account_users' },
    account: { modelName: 'account_credentials' },
    verification: { modelName: 'account_verifications' },
    session: {
      modelName: 'account_sessions',
      expiresIn: LONGEST_SESSION_SECONDS,
      // `identify` prolongs sessions itself, in one statement.
      disableSessionRefresh: true,
      freshAge: 0,
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    plugins: [
      username({
        minUsernameLength: 18,
        maxUsernameLength: 18,
        usernameValidator: (name) => /^\d{18}$/.test(name),
      }),
      twoFactor({
        issuer: 'Tera',
        twoFactorTable: 'account_second_factors',
        schema: { twoFactor: { modelName: 'account_second_factors' } },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: {
              ...session,
              expiresAt: new Date(Date.now() + idleSeconds(context?.body, context?.headers) * 1000),
            },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'tera',
      // The cookie becomes `Secure` where the request came by https; see `passCookies`.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // Guessing is counted in failures.ts, across processes.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The form says so when somebody signs in; where a session replaces another, its cookie does. */
function idleSeconds(body: unknown, headers: Headers | undefined): number {
  const asked =
    typeof body === 'object' && body !== null && 'rememberMe' in body ? body.rememberMe : undefined;
  const isShort = asked === undefined ? headers?.get('cookie')?.includes(`${SHORT_SESSION_COOKIE}=`) : !asked;
  return isShort ? IDLE_SECONDS.short : IDLE_SECONDS.remembered;
}
