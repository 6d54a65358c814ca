import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { page } from '#platform/web/respond.ts';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, LinkButton } from '#ui/parts.tsx';
import { text } from './text.ts';

interface ErrorWords {
  readonly status: 403 | 404 | 409 | 422 | 500;
  readonly title: string;
  readonly body: string;
}

function inWords(error: unknown, requestId: string): ErrorWords {
  if (error instanceof NotFound)
    return { status: 404, title: text.notFoundTitle(), body: text.notFoundBody() };
  if (error instanceof NotAllowed) {
    return { status: 403, title: text.notAllowedTitle(), body: error.message || text.notAllowedBody() };
  }
  if (error instanceof HTTPException && error.status === 403) {
    return { status: 403, title: text.foreignFormTitle(), body: text.foreignFormBody() };
  }
  if (error instanceof Conflict) return { status: 409, title: text.refusedTitle(), body: error.message };
  if (error instanceof Refusal) return { status: 422, title: text.refusedTitle(), body: error.message };
  return { status: 500, title: text.errorTitle(), body: text.errorBody({ request: requestId }) };
}

export function errorPage(c: Context, chrome: Chrome, error: unknown, requestId: string): Response {
  const words = inWords(error, requestId);
  return page(
    c,
    <Layout chrome={chrome} title={words.title} width="narrow">
      <Card>
        <h1 class="text-2xl font-semibold tracking-tight">{words.title}</h1>
        <p class="mt-3 max-w-prose">{words.body}</p>
        <div class="mt-5 flex gap-2">
          <LinkButton href={chrome.agency?.path ?? '/'} look="primary" icon="home">
            {text.home()}
          </LinkButton>
        </div>
      </Card>
    </Layout>,
    words.status,
  );
}
