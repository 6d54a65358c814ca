/**
 * Asks whether a web address can be opened by somebody else. Every hop of a redirect is looked at afresh, the name is
 * resolved once and that very address is connected to, so a name cannot change its meaning in between.
 */
import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';

export type LinkFinding = 'reachable' | 'needs-sign-in' | 'broken' | 'unreachable';

export interface LinkPolicy {
  /** Whether the server may connect there; tests allow their own server, everybody else public addresses only. */
  readonly allowAddress: (address: string) => boolean;
  readonly allowPort: (port: number) => boolean;
  readonly timeoutMilliseconds: number;
}

export const PUBLIC_LINKS: LinkPolicy = {
  allowAddress: isPublicAddress,
  allowPort: (port) => [80, 443, 8080, 8443].includes(port),
  timeoutMilliseconds: 10_000,
};

const MOST_REDIRECTS = 5;
/** A HEAD request that a server does not understand is asked again as GET. */
const ASK_AGAIN = new Set([400, 403, 404, 405, 500, 501]);
const SIGN_IN_HOSTS =
  /(^|\.)(accounts\.google\.com|login\.microsoftonline\.com|login\.live\.com|login\.yahoo\.com)$/;
const SIGN_IN_PATHS = /\/(sign-?in|log-?in|auth|sso|cas|ServiceLogin)([/.?]|$)/i;

/** A link as somebody may give it: http or https, a host with a dot or an address, no password inside. */
export function readLink(given: string): URL | null {
  let url: URL;
  try {
    url = new URL(given.trim());
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username || url.password || given.length > 2000) return null;
  return url.hostname.includes('.') || url.hostname.startsWith('[') || url.hostname === 'localhost'
    ? url
    : null;
}

export async function checkLink(given: string, policy: LinkPolicy = PUBLIC_LINKS): Promise<LinkFinding> {
  const signal = AbortSignal.timeout(policy.timeoutMilliseconds);
  let url = readLink(given);
  for (let hop = 0; url && hop <= MOST_REDIRECTS; hop += 1) {
    const answer = await ask(url, policy, signal);
    if (typeof answer === 'string') return answer;
    if (!answer.redirect) return findingOf(answer.status);
    const next = readLink(new URL(answer.redirect, url).toString());
    if (next && isSignIn(url, next)) return 'needs-sign-in';
    url = next;
  }
  return 'broken';
}

function isSignIn(from: URL, to: URL): boolean {
  return (
    SIGN_IN_HOSTS.test(to.hostname) || (SIGN_IN_PATHS.test(to.pathname) && !SIGN_IN_PATHS.test(from.pathname))
  );
}

function findingOf(status: number): LinkFinding {
  if (status >= 200 && status < 300) return 'reachable';
  if (status === 401 || status === 403 || status === 407) return 'needs-sign-in';
  if (status === 429 || status >= 500) return 'unreachable';
  return 'broken';
}

interface Answer {
  readonly status: number;
  readonly redirect: string | null;
}

async function ask(url: URL, policy: LinkPolicy, signal: AbortSignal): Promise<Answer | LinkFinding> {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  if (!policy.allowPort(port)) return 'unreachable';
  const address = await resolve(url.hostname, policy, signal);
  if (typeof address === 'string') return address;
  try {
    const head = await request('HEAD', url, address, signal);
    return ASK_AGAIN.has(head.status) ? await request('GET', url, address, signal) : head;
  } catch {
    return 'unreachable';
  }
}

interface Address {
  readonly address: string;
  readonly family: number;
}

/** The one address that will be connected to; every address of the name must be allowed. */
async function resolve(
  hostname: string,
  policy: LinkPolicy,
  signal: AbortSignal,
): Promise<Address | LinkFinding> {
  const host = hostname.replace(/^\[|\]$/g, '');
  try {
    const family = isIP(host);
    const found: Address[] = family
      ? [{ address: host, family }]
      : await Promise.race([lookup(host, { all: true }), failWhenAborted(signal)]);
    const first = found[0];
    return first && found.every((each) => policy.allowAddress(each.address)) ? first : 'unreachable';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ENOTFOUND' ? 'broken' : 'unreachable';
  }
}

function failWhenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function request(method: 'HEAD' | 'GET', url: URL, at: Address, signal: AbortSignal): Promise<Answer> {
  const pinned: LookupFunction = (_host, options, done) => {
    if (options.all) done(null, [{ address: at.address, family: at.family }]);
    else done(null, at.address, at.family);
  };
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((answered, failed) => {
    const sent = client.request(
      url,
      {
        method,
        signal,
        agent: false,
        lookup: pinned,
        headers: { 'user-agent': 'Tera/1.0 (link check)', accept: '*/*', range: 'bytes=0-0' },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        const location = status >= 300 && status < 400 ? (response.headers.location ?? null) : null;
        // Only the head of the answer is of interest; however long the rest is, it is not read.
        response.destroy();
        answered({ status, redirect: location });
      },
    );
    sent.on('error', failed);
    sent.end();
  });
}
