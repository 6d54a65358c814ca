import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { SchemeStore } from '../store.ts';
import { MOST_CHARACTERS, saveDraft } from './commands/save-draft.ts';
import { mendingFor } from './guided/mending.ts';
import { nameOf, type Section } from './guided/model.ts';
import { changedNames, editsOf, type Form, fieldsOf, formOf } from './guided/read-form.ts';
import { placeOf, sectionsOf } from './guided/sections.ts';
import { guidedText } from './guided/text.ts';
import { lineDiff } from './line-diff.ts';
import { GuidedOverviewPage, GuidedSectionPage, type SectionView } from './pages/guided-page.tsx';
import { examine } from './problems.ts';
import { type Draft, requireDraft, revisionSource } from './queries.ts';
import { savedWords, staleEditor } from './routes-yaml.tsx';
import { editYaml, readYaml } from './source/edit-yaml.ts';
import { editorText } from './text-editor.ts';
import { isEditable } from './transitions.ts';

interface Options {
  readonly schemes: SchemeStore;
}
type Visiting = Context<VisitEnv>;

/** The guided editor: every change is an edit of the file in place, so that both editors work on one text. */
export function guidedRoutes(options: Options): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const limited = bodyLimit({ maxSize: 8 * MOST_CHARACTERS });
  routes.get('/scheme-drafts/:id/guided', (c) => showOverview(c));
  routes.get('/scheme-drafts/:id/guided/:section', (c) => showSection(c));
  routes.post('/scheme-drafts/:id/guided/:section', limited, (c) => saveSection(c, options));
  return routes;
}

/** The draft for its editors; else where to go instead. */
async function editable(c: Visiting): Promise<Draft | Response> {
  const { visit } = c.var;
  const draft = await visit.db.read((tx) => requireDraft(tx, visit.actor, c.req.param('id') ?? ''));
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const base = visit.path(`/scheme-drafts/${draft.id}`);
  if (!isEditable(draft.state)) return seeOther(c, base);
  if (!readYaml(draft.source)) return seeOther(c, `${base}/yaml`, guidedText.unreadable());
  return draft;
}

function sectionsOfText(source: string): readonly Section[] {
  return sectionsOf(readYaml(source)?.data);
}

function viewOf(c: Visiting, draft: Draft, sections: readonly Section[]) {
  const { visit } = c.var;
  const { problems } = examine(draft.source);
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const key = placeOf(sections, problem.path)?.section.key;
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { visit, draft, sections, problems, mend: mendingFor(visit, draft), counts };
}

async function showOverview(c: Visiting): Promise<Response> {
  const draft = await editable(c);
  if (draft instanceof Response) return draft;
  return page(c, <GuidedOverviewPage {...viewOf(c, draft, sectionsOfText(draft.source))} />);
}

async function showSection(c: Visiting): Promise<Response> {
  const draft = await editable(c);
  return draft instanceof Response ? draft : sectionPage(c, draft, {});
}

function sectionPage(
  c: Visiting,
  draft: Draft,
  more: Partial<Pick<SectionView, 'stale' | 'refusal' | 'note'>>,
  status: 200 | 409 | 422 = 200,
): Response {
  const sections = sectionsOfText(draft.source);
  const section = sections.find((each) => each.key === c.req.param('section'));
  if (!section) throw new NotFound();
  return page(
    c,
    <GuidedSectionPage {...viewOf(c, draft, sections)} section={section} note="" {...more} />,
    status,
  );
}

async function saveSection(c: Visiting, { schemes }: Options): Promise<Response> {
  const { visit } = c.var;
  const draft = await editable(c);
  if (draft instanceof Response) return draft;
  const form = formOf(await c.req.parseBody({ all: true }));
  const revision = Number(form.get('revision')?.at(-1));
  const note = form.get('note')?.at(-1) ?? '';
  const seen = await visit.db.read((tx) => revisionSource(tx, draft.id, revision));
  const section = seen && sectionsOfText(seen.source).find((each) => each.key === c.req.param('section'));
  if (!section) throw new NotFound();
  const edits = editsOf(section, form);
  if (edits.length === 0)
    return seeOther(c, afterSaving(c, draft, form, draft.source), editorText.unchanged());
  const source = editYaml(seen.source, edits);
  try {
    const saved = await visit.db.write((tx) =>
      saveDraft(tx, visit.actor, { id: draft.id, revision, source, note }, schemes),
    );
    if (!saved.ok) return staleSection(c, saved.current, { form, section, seen: seen.source, source, note });
    return seeOther(c, afterSaving(c, draft, form, source), savedWords(saved, source));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'source') throw error;
    return sectionPage(c, draft, { refusal: error.message, note }, 422);
  }
}

/** Back to the section, unless it went with what was removed. */
function afterSaving(c: Visiting, draft: Draft, form: Form, source: string): string {
  const key = c.req.param('section') ?? '';
  const base = c.var.visit.path(`/scheme-drafts/${draft.id}/guided`);
  const isThere = sectionsOfText(source).some((each) => each.key === key);
  if (!isThere) return base;
  const list = /^add:(.+)$/.exec(form.get('act')?.at(-1) ?? '')?.[1];
  return `${base}/${encodeURIComponent(key)}${list ? `#list-${list}` : ''}`;
}

interface Late {
  readonly form: Form;
  /** The section as it was seen, and the texts before and after the change made there. */
  readonly section: Section;
  readonly seen: string;
  readonly source: string;
  readonly note: string;
}

/**
 * Somebody else saved in between. Where the page still has the same fields, it is shown over the present text with what
 * was typed; where entries came or went, both whole texts stand against each other in the YAML editor.
 */
function staleSection(c: Visiting, current: Draft, late: Late): Response {
  const { form, section, seen, source, note } = late;
  const now = sectionsOfText(current.source).find((each) => each.key === section.key);
  const names = (each: Section) => fieldsOf(each).map((field) => nameOf(field.path));
  const isSame = now && names(now).join('\n') === names(section).join('\n');
  const hasAct = (form.get('act')?.at(-1) ?? '') !== '';
  if (!isSame || hasAct) return staleEditor(c, current, source, note);
  const typed = typedOver(section, form);
  const difference = lineDiff(seen, current.source);
  return sectionPage(c, current, { stale: { difference, typed }, note }, 409);
}

/** What was typed into the fields that were changed; an emptied box counts too. */
function typedOver(section: Section, form: Form): Form {
  const typed = new Map<string, readonly string[]>();
  for (const name of changedNames(section, form)) {
    typed.set(name, form.get(name) ?? []);
    for (const input of [`${name}.id`, `${name}.en`]) {
      const texts = form.get(input);
      if (texts) typed.set(input, texts);
    }
  }
  return typed;
}
