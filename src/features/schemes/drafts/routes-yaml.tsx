import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { SchemeStore } from '../store.ts';
import { MOST_CHARACTERS, normalised, type Saved, saveDraft } from './commands/save-draft.ts';
import { mendingFor } from './guided/mending.ts';
import { lineDiff } from './line-diff.ts';
import { DifferencePage, RevisionsPage, THE_BASE } from './pages/revisions-page.tsx';
import { YamlPage, type YamlView } from './pages/yaml-page.tsx';
import { examine } from './problems.ts';
import { type Draft, listRevisions, requireDraft, revisionSource } from './queries.ts';
import { text } from './text.ts';
import { editorText } from './text-editor.ts';
import { isEditable } from './transitions.ts';

interface Options {
  readonly schemes: SchemeStore;
}
type Visiting = Context<VisitEnv>;

/** A form carries the text as UTF-8, and a file beside it; anything far larger is not read at all. */
const MOST_BYTES = 4 * MOST_CHARACTERS + 2 ** 16;
const YAML = 'application/yaml; charset=utf-8';

/** The text of a draft: editor, upload, download and history. */
export function yamlRoutes(options: Options): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const limited = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => tooLarge(c as Visiting) });
  routes.get('/scheme-drafts/:id/yaml', (c) => showEditor(c));
  routes.post('/scheme-drafts/:id/yaml', limited, (c) => saveTyped(c, options));
  routes.post('/scheme-drafts/:id/file', limited, (c) => saveFile(c, options));
  routes.get('/scheme-drafts/:id/source.yaml', (c) => downloadSource(c));
  routes.get('/scheme-drafts/:id/revisions', (c) => showRevisions(c));
  routes.get('/scheme-drafts/:id/revisions/:revision', (c) => showDifference(c, options));
  return routes;
}

const idOf = (c: Visiting): string => c.req.param('id') ?? '';

async function readDraft(c: Visiting): Promise<Draft> {
  const { visit } = c.var;
  return visit.db.read((tx) => requireDraft(tx, visit.actor, idOf(c)));
}

async function showEditor(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const draft = await readDraft(c);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  if (!isEditable(draft.state)) return seeOther(c, visit.path(`/scheme-drafts/${draft.id}`));
  const from = Number(c.req.query('from'));
  const earlier = from ? await visit.db.read((tx) => revisionSource(tx, draft.id, from)) : undefined;
  return editorPage(c, draft, {
    typed: earlier?.source ?? draft.source,
    ...(earlier ? { fromRevision: earlier.revision } : {}),
  });
}

/** The editor with the saved text or what was typed; says why it was not saved. */
export function editorPage(
  c: Visiting,
  draft: Draft,
  more: Partial<YamlView>,
  status: 200 | 409 | 422 = 200,
): Response {
  const { visit } = c.var;
  return page(
    c,
    <YamlPage
      visit={visit}
      draft={draft}
      typed={draft.source}
      note=""
      problems={examine(draft.source).problems}
      mend={mendingFor(visit, draft)}
      {...more}
    />,
    status,
  );
}

async function saveTyped(c: Visiting, { schemes }: Options): Promise<Response> {
  const { visit } = c.var;
  const draft = await readDraft(c);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const { source = '', note = '', revision = '' } = await formFields(c);
  const input = { id: draft.id, revision: Number(revision), source, note };
  try {
    const saved = await visit.db.write((tx) => saveDraft(tx, visit.actor, input, schemes));
    if (!saved.ok) return staleEditor(c, saved.current, source, note);
    return seeOther(c, visit.path(`/scheme-drafts/${draft.id}/yaml`), savedWords(saved, source));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'source') throw error;
    return editorPage(c, draft, { typed: source, note, refusal: error.message }, 422);
  }
}

/** Two officers at one text: the second sees what the first saved, keeps what they typed, and decides. */
export function staleEditor(c: Visiting, current: Draft, typed: string, note: string): Response {
  const difference = lineDiff(current.source, normalised(typed));
  return editorPage(c, current, { typed: normalised(typed), note, stale: { difference } }, 409);
}

/** What saving came to, in one sentence. */
export function savedWords(saved: Extract<Saved, { ok: true }>, source: string): string {
  if (!saved.isNew) return editorText.unchanged();
  const { revision } = saved;
  const { isReadable, problems } = examine(normalised(source));
  if (!isReadable) return editorText.savedUnreadable({ revision: String(revision) });
  if (problems.length === 0) return editorText.saved({ revision: String(revision) });
  return editorText.savedWith({ revision: String(revision), count: problems.length });
}

async function saveFile(c: Visiting, { schemes }: Options): Promise<Response> {
  const { visit } = c.var;
  const draft = await readDraft(c);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const { file, revision } = await c.req.parseBody();
  if (!(file instanceof File) || file.size === 0)
    return editorPage(c, draft, { uploadError: editorText.uploadNone() }, 422);
  const source = textOf(await file.arrayBuffer());
  if (source === undefined) return editorPage(c, draft, { uploadError: editorText.uploadNotText() }, 422);
  const note = editorText.uploadedNote({ name: file.name.slice(0, 200) });
  const input = { id: draft.id, revision: Number(revision), source, note };
  try {
    const saved = await visit.db.write((tx) => saveDraft(tx, visit.actor, input, schemes));
    if (!saved.ok) return staleEditor(c, saved.current, source, note);
    return seeOther(c, visit.path(`/scheme-drafts/${draft.id}/yaml`), savedWords(saved, source));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'source') throw error;
    return editorPage(c, draft, { uploadError: error.message }, 422);
  }
}

/** The file as text, or undefined where it is something else. A mark of the byte order is no part of the text. */
function textOf(bytes: ArrayBuffer): string | undefined {
  try {
    const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return read.includes('\0') ? undefined : read;
  } catch {
    return undefined;
  }
}

async function tooLarge(c: Visiting): Promise<Response> {
  const draft = await readDraft(c);
  if (!isAgencyOfficer(c.var.visit.actor)) throw new NotAllowed();
  const refusal = text.tooLarge({ limit: MOST_CHARACTERS });
  return editorPage(c, draft, { refusal }, 422);
}

async function downloadSource(c: Visiting): Promise<Response> {
  const draft = await readDraft(c);
  const bytes = new TextEncoder().encode(draft.source);
  return download(c, bytes, { name: `${draft.schemeId}-rancangan-${draft.revision}.yaml`, mediaType: YAML });
}

async function showRevisions(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const wanted = Number(c.req.query('page'));
  const number = Number.isInteger(wanted) && wanted > 0 && wanted < 10_000 ? wanted : 1;
  const view = await visit.db.read(async (tx) => {
    const draft = await requireDraft(tx, visit.actor, idOf(c));
    return { draft, revisions: await listRevisions(tx, draft.id, number) };
  });
  return page(c, <RevisionsPage visit={visit} page={number} {...view} />);
}

async function showDifference(c: Visiting, { schemes }: Options): Promise<Response> {
  const { visit } = c.var;
  const number = Number(c.req.param('revision'));
  const view = await visit.db.read(async (tx) => {
    const draft = await requireDraft(tx, visit.actor, idOf(c));
    const revision = await revisionSource(tx, draft.id, number);
    if (!revision) throw new NotFound();
    const { basedOn } = draft;
    const base = basedOn && (await schemes.source(tx, basedOn.id, basedOn.version));
    const wanted = c.req.query('against') ?? String(number > 1 ? number - 1 : THE_BASE);
    const isBase = wanted === THE_BASE && base !== undefined;
    const before = isBase ? base : (await revisionSource(tx, draft.id, Number(wanted)))?.source;
    return {
      draft,
      revision,
      hasBase: base !== undefined,
      against: before === undefined ? String(number) : wanted,
      hunks: lineDiff(before ?? revision.source, revision.source),
    };
  });
  return page(c, <DifferencePage visit={visit} {...view} />);
}
