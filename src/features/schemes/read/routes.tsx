/** Reading: the list of schemes, one scheme as a whole, two side by side, and its files for machines. */
import { type Context, Hono } from 'hono';
import { compareSchemes, type Scheme } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { download, page } from '#platform/web/respond.ts';
import { type DraftLine, listDrafts } from '../drafts/queries.ts';
import { mayReadDraft } from '../drafts/transitions.ts';
import type { SchemeStore } from '../store.ts';
import { requireReadable } from './access.ts';
import { ComparePage } from './compare-page.tsx';
import { SchemesPage } from './list-page.tsx';
import { listSchemes } from './queries.ts';
import { showDraftPage, showScheme } from './show-scheme.tsx';

interface ReadOptions {
  readonly schemes: SchemeStore;
}
type Visiting = Context<VisitEnv>;

export function readRoutes(options: ReadOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/schemes', (c) => showList(c, options));
  routes.get('/schemes/:id/:version', (c) => showScheme(c, options.schemes));
  routes.get('/scheme-drafts/:id/page', (c) => showDraftPage(c));
  routes.get('/schemes/:id/:version/source.yaml', (c) => downloadSource(c, options));
  routes.get('/schemes/:id/:version/evidence.json', (c) => showEvidenceSchema(c, options));
  routes.get('/schemes/:id/:version/comparison', (c) => chooseComparison(c, options));
  routes.get('/schemes/:id/:version/compare/:id2/:version2', (c) => showComparison(c, options));
  return routes;
}

async function showList(c: Visiting, { schemes }: ReadOptions): Promise<Response> {
  const { visit } = c.var;
  const search = (c.req.query('search') ?? '').trim().slice(0, 100);
  const { lines, drafts } = await visit.db.read(async (tx) => ({
    lines: await listSchemes(tx, schemes),
    drafts: await listDrafts(tx, ['draft', 'discussion']),
  }));
  const readable = drafts.filter(({ state }) => mayReadDraft(state, visit.actor));
  const holds = (texts: readonly string[]) =>
    texts.some((each) => each.toLowerCase().includes(search.toLowerCase()));
  return page(
    c,
    <SchemesPage
      visit={visit}
      view={{
        search,
        lines: lines.filter((line) => holds(line.searchable)),
        drafts: readable.filter((draft: DraftLine) => holds([draft.title, draft.schemeId])),
      }}
    />,
  );
}

async function downloadSource(c: Visiting, { schemes }: ReadOptions): Promise<Response> {
  const { visit } = c.var;
  const { scheme, source } = await visit.db.read(async (tx) => {
    const { compiled } = await requireReadable(
      tx,
      schemes,
      c.req.param('id') ?? '',
      c.req.param('version') ?? '',
    );
    return {
      scheme: compiled.scheme,
      source: await schemes.source(tx, compiled.scheme.id, compiled.scheme.version),
    };
  });
  if (source === undefined) throw new NotFound();
  return download(c, new TextEncoder().encode(source), {
    name: `${scheme.id}-v${scheme.version}.yaml`,
    mediaType: 'application/yaml; charset=utf-8',
  });
}

async function showEvidenceSchema(c: Visiting, { schemes }: ReadOptions): Promise<Response> {
  const { visit } = c.var;
  const { compiled } = await visit.db.read((tx) =>
    requireReadable(tx, schemes, c.req.param('id') ?? '', c.req.param('version') ?? ''),
  );
  return c.json(compiled.evidenceSchema, 200, { 'content-type': 'application/schema+json; charset=utf-8' });
}

/** The form of a page names the other version in one field; the answer is the address of the comparison. */
async function chooseComparison(c: Visiting, { schemes }: ReadOptions): Promise<Response> {
  const { visit } = c.var;
  const [id2 = '', version2 = ''] = (c.req.query('with') ?? '').split('@');
  const { one, other } = await visit.db.read(async (tx) => ({
    one: await requireReadable(tx, schemes, c.req.param('id') ?? '', c.req.param('version') ?? ''),
    other: await requireReadable(tx, schemes, id2, version2),
  }));
  const [before, after] = inOrder(one.compiled.scheme, other.compiled.scheme);
  return c.redirect(
    visit.path(`/schemes/${before.id}/${before.version}/compare/${after.id}/${after.version}`),
    303,
  );
}

/** Of one scheme the older version comes first; of two schemes, the one that was being read. */
function inOrder(one: Scheme, other: Scheme): readonly [Scheme, Scheme] {
  return one.id === other.id && one.version > other.version ? [other, one] : [one, other];
}

async function showComparison(c: Visiting, { schemes }: ReadOptions): Promise<Response> {
  const { visit } = c.var;
  const { before, after } = await visit.db.read(async (tx) => ({
    before: await requireReadable(tx, schemes, c.req.param('id') ?? '', c.req.param('version') ?? ''),
    after: await requireReadable(tx, schemes, c.req.param('id2') ?? '', c.req.param('version2') ?? ''),
  }));
  const changes = compareSchemes(before.compiled.scheme, after.compiled.scheme);
  const onlyResults = c.req.query('show') === 'result';
  const search = (c.req.query('search') ?? '').trim().slice(0, 100);
  const holds = (text: string | undefined) => text?.toLowerCase().includes(search.toLowerCase()) ?? false;
  const shown = changes.filter(
    ({ effect, crumbs, before: was, after: is }) =>
      (!onlyResults || effect === 'result') &&
      [...crumbs, was, is].some((each) => each && holds(inLocale(each))),
  );
  return page(
    c,
    <ComparePage
      visit={visit}
      before={before.compiled.scheme}
      after={after.compiled.scheme}
      changes={shown}
      total={changes.length}
      resultTotal={changes.filter(({ effect }) => effect === 'result').length}
      question={{ onlyResults, search }}
    />,
  );
}
