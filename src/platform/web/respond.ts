/** How handlers answer. Turbo expects 303 after a form was accepted and 422 with the same form when it was not. */
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

type Status = 200 | 403 | 404 | 409 | 410 | 422 | 429 | 500;

const PAGE_TEXT = 'pageText';

export function page(c: Context, content: VNode, status: Status = 200): Response {
  const text = `<!doctype html>${renderToString(content)}`;
  c.set(PAGE_TEXT, text);
  c.header('cache-control', 'no-store');
  return c.html(text, status);
}

/** The text of the page that was answered with; undefined where the answer is something else. */
export function pageText(c: Context): string | undefined {
  return c.get(PAGE_TEXT);
}

/** Shown once at the top of the next page. */
export function flash(c: Context, message: string): void {
  setCookie(c, 'flash', encodeURIComponent(message.slice(0, 500)), {
    path: '/',
    maxAge: 60,
    httpOnly: true,
    sameSite: 'Lax',
  });
}

export function seeOther(c: Context, path: string, message?: string): Response {
  if (message) flash(c, message);
  return c.redirect(path, 303);
}

/** A draft was saved in the background; the page keeps working with the new revision. */
export function savedDraft(c: Context, revision: number): Response {
  c.header('x-revision', String(revision));
  return c.body(null, 204);
}

/** Whether the request is a draft being saved while somebody types. */
export function isAutosave(c: Context): boolean {
  return c.req.header('x-autosave') === '1';
}

/** A file to keep: the name may hold any character. */
export function download(
  c: Context,
  bytes: Uint8Array<ArrayBuffer>,
  options: { name: string; mediaType: string; inline?: boolean },
): Response {
  const disposition = options.inline ? 'inline' : 'attachment';
  const plain = options.name.replace(/[^\w.-]+/g, '-');
  c.header(
    'content-disposition',
    `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(options.name)}`,
  );
  c.header('content-type', options.mediaType);
  c.header('cache-control', 'private, no-store');
  c.header('x-content-type-options', 'nosniff');
  return c.body(bytes);
}
