import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { Fields, SchemeStore } from '#features/schemes/index.ts';
import { NotAllowed } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { loadEvaluation } from '../evaluation-view.ts';
import { whatIf, whatIfFrame } from './what-if.ts';
import { WhatIfPage } from './what-if-page.tsx';

/** For the person the result is about, and for those who gave it or decide about it; everyone else only reads. */
export function whatIfRoutes({ schemes }: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/result/what-if', (c) => answer(c, schemes, undefined));
  routes.post('/appraisals/:id/result/what-if', async (c) => answer(c, schemes, await formFields(c)));
  return routes;
}

async function answer(
  c: Context<VisitEnv>,
  schemes: SchemeStore,
  typed: Fields | undefined,
): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const evaluation = await visit.db.read((tx) => loadEvaluation(tx, schemes, visit.actor, id));
  const { roles, current, scheme, view } = evaluation;
  if (roles.size === 0) throw new NotAllowed();
  if (!current) return seeOther(c, visit.path(`/appraisals/${view.participation.id}/result`));
  if (typed === undefined) await logAccess(visit, view.participation.person.id, 'result');
  const played = whatIf(scheme, whatIfFrame(scheme, current.evidence), typed);
  const status = Object.keys(played.problems).length > 0 ? 422 : 200;
  return page(c, <WhatIfPage visit={visit} evaluation={evaluation} played={played} />, status);
}
