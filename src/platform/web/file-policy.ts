import type { MiddlewareHandler } from 'hono';

const NOTHING =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Whatever is answered with `content-disposition` is a file and not a page: nothing in it may run. A sandbox as well,
 * except for PDF, which Chromium's own reader refuses to show inside one. Used around the headers of pages.
 */
export function filePolicy(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (!c.res.headers.has('content-disposition')) return;
    const isPdf = c.res.headers.get('content-type') === 'application/pdf';
    c.res.headers.set('content-security-policy', isPdf ? NOTHING : `${NOTHING}; sandbox`);
  };
}
