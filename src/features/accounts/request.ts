/** What a request says about where it came from, and how cookies of better-auth reach the browser. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { Accounts } from './accounts.ts';
import { DEVICE_COOKIE, DEVICE_SECONDS, rememberOnDevice } from './device.ts';
import { ADDRESS_HEADER } from './engine.ts';
import { cookieValue } from './session.ts';

export function isHttps(accounts: Accounts, c: Context): boolean {
  if (new URL(c.req.url).protocol === 'https:') return true;
  return accounts.trustProxy && c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}

/** The address that the last trusted machine saw: anything before it in the header can be made up. */
export function addressOf(accounts: Accounts, c: Context): string {
  const forwarded = accounts.trustProxy ? c.req.header('x-forwarded-for') : undefined;
  if (forwarded) return forwarded.split(',').at(-1)?.trim() ?? '';
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    // A request made inside the process, as tests make them, has no connection.
    return '';
  }
}

/** The address of this site for links: as configured, else as the browser asked for it. */
export function siteOrigin(accounts: Accounts, c: Context): string {
  if (accounts.baseUrl) return accounts.baseUrl;
  return `${isHttps(accounts, c) ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`;
}

/** The headers that better-auth may see: cookies, the browser's name and the address as we know it. */
export function requestHeaders(accounts: Accounts, c: Context): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: addressOf(accounts, c) });
  for (const name of ['cookie', 'user-agent']) {
    const value = c.req.header(name);
    if (value) headers.set(name, value.slice(0, 8000));
  }
  return headers;
}

/** Hands cookies on, `Secure` when the request came by https. */
export function passCookies(accounts: Accounts, c: Context, from: Headers): void {
  const secure = isHttps(accounts, c) ? '; Secure' : '';
  for (const cookie of from.getSetCookie()) c.header('set-cookie', cookie + secure, { append: true });
}

/** From now on this person's own sign-in on this device is not disturbed by guesses from elsewhere. */
export function rememberDevice(accounts: Accounts, c: Context, accountId: string): void {
  const present = cookieValue(c.req.raw.headers, DEVICE_COOKIE);
  setCookie(c, DEVICE_COOKIE, rememberOnDevice(accounts.secret, present, accountId), {
    path: '/',
    maxAge: DEVICE_SECONDS,
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(accounts, c),
  });
}
