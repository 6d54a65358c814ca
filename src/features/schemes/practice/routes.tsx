/** Practice: anybody who may read a scheme may appraise a sample employee by it. Nothing is written. */
import { type Context, Hono } from 'hono';
import { type CompiledScheme, compileScheme, parseScheme } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { requireDraft } from '../drafts/queries.ts';
import type { Fields } from '../instrument/index.ts';
import { requireReadable } from '../read/access.ts';
import type { SchemeStore } from '../store.ts';
import { CASES } from './cases.ts';
import { playRound } from './play.ts';
import { PracticePage } from './practice-page.tsx';

type Visiting = Context<VisitEnv>;

export function practiceRoutes({ schemes }: { readonly schemes: SchemeStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const ofVersion = '/schemes/:id/:version/practice';
  routes.get(ofVersion, (c) => practise(c, schemes, undefined));
  routes.post(ofVersion, async (c) => practise(c, schemes, await formFields(c)));
  const ofDraft = '/scheme-drafts/:id/practice';
  routes.get(ofDraft, (c) => practiseDraft(c, undefined));
  routes.post(ofDraft, async (c) => practiseDraft(c, await formFields(c)));
  return routes;
}

async function practise(c: Visiting, schemes: SchemeStore, typed: Fields | undefined): Promise<Response> {
  const { visit } = c.var;
  const { compiled } = await visit.db.read((tx) =>
    requireReadable(tx, schemes, c.req.param('id') ?? '', c.req.param('version') ?? ''),
  );
  const { id, version } = compiled.scheme;
  return answer(c, compiled, { back: visit.path(`/schemes/${id}/${version}`), isDraft: false, typed });
}

async function practiseDraft(c: Visiting, typed: Fields | undefined): Promise<Response> {
  const { visit } = c.var;
  const draft = await visit.db.read((tx) => requireDraft(tx, visit.actor, c.req.param('id') ?? ''));
  const parsed = parseScheme(draft.source, 'scheme.yaml');
  const back = visit.path(`/scheme-drafts/${draft.id}/page`);
  // The page of the draft says what is still wrong with it.
  if (!parsed.ok) return seeOther(c, back);
  return answer(c, compileScheme(parsed.scheme), { back, isDraft: true, typed });
}

interface Asked {
  readonly back: string;
  readonly isDraft: boolean;
  readonly typed: Fields | undefined;
}

function answer(c: Visiting, compiled: CompiledScheme, asked: Asked): Response {
  const code = CASES.find((each) => each === c.req.query('case')) ?? CASES[0];
  const round = playRound(compiled, code, asked.typed);
  const status = Object.keys(round.problems).length > 0 ? 422 : 200;
  const address = c.var.visit.path(
    asked.isDraft
      ? `/scheme-drafts/${c.req.param('id') ?? ''}/practice`
      : `/schemes/${compiled.scheme.id}/${compiled.scheme.version}/practice`,
  );
  return page(
    c,
    <PracticePage
      visit={c.var.visit}
      compiled={compiled}
      round={round}
      code={code}
      address={address}
      back={asked.back}
      isDraft={asked.isDraft}
    />,
    status,
  );
}
