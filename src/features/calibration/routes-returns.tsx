/** `/calibration-returns/:item`: the author of a returned appraisal reads why and answers. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { ReturnPage } from './pages/return-page.tsx';
import { text } from './pages/text-items.ts';
import { requireReturn, standByResult } from './returns/answer.ts';
import { newPredicatesOf } from './returns/given-anew.ts';

type C = Context<VisitEnv>;

export function returnRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/calibration-returns/:item', (c) => show(c));
  routes.post('/calibration-returns/:item/answer', answer);
  return routes;
}

const idOf = (c: C) => c.req.param('item') ?? '';

async function show(c: C, refused?: { words: string; error: string }): Promise<Response> {
  const { visit } = c.var;
  const { returned, newPredicate } = await visit.db.read(async (tx) => {
    const known = await requireReturn(tx, visit.actor, idOf(c));
    return {
      returned: known,
      newPredicate: (await newPredicatesOf(tx, [known.item])).get(known.item.id) ?? null,
    };
  });
  await logAccess(visit, returned.item.rateeId, 'calibration');
  return page(c, <ReturnPage {...{ visit, returned, newPredicate }} {...refused} />, refused ? 422 : 200);
}

async function answer(c: C): Promise<Response> {
  const { visit } = c.var;
  const words = ((await formFields(c)).words ?? '').slice(0, 2000);
  try {
    await visit.db.write((tx) => standByResult(tx, visit.actor, { item: idOf(c), words }));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return show(c, { words, error: error.message });
  }
  return seeOther(c, visit.path(`/calibration-returns/${idOf(c)}`), text.stood());
}
