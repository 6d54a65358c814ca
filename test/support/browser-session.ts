import type { TestApp } from './app.ts';

const ORIGIN = 'http://tera.test';

export interface BrowserSession {
  /** Cookies kept from answer to answer, as a browser keeps them. */
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(
    path: string,
    fields?: Record<string, string | readonly string[]>,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

/** Somebody at a browser of their own, with the real sign-in; `address` is where the requests seem to come from. */
export function browserSession({ app }: TestApp, address = '203.0.113.7'): BrowserSession {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit, headers: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(ORIGIN + path, {
      ...init,
      headers: {
        origin: ORIGIN,
        'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile',
        'x-forwarded-for': address,
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    return response;
  };
  return {
    cookies,
    get: (path, headers = {}) => ask(path, {}, headers),
    post: (path, fields = {}, headers = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
      }
      return ask(path, { method: 'POST', body }, headers);
    },
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const split = pair.indexOf('=');
  const [name, value] = [pair.slice(0, split), pair.slice(split + 1)];
  if (attributes.some((each) => /^\s*max-age=0$/i.test(each))) cookies.delete(name);
  else cookies.set(name, value);
}
