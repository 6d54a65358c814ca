import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import { saveSection } from './commands/save-section.ts';
import { SECTIONS, type Section } from './form/names.ts';
import { type Errors, type Fields, parseSection } from './form/parse.ts';
import { text as formText } from './form/text.ts';
import { startingContent } from './leader.ts';
import { EditPage } from './pages/edit-page.tsx';
import type { PlanningOptions } from './routes.tsx';
import { text } from './text.ts';
import { maySetExpectations } from './transitions.ts';
import { loadPlanView } from './view.ts';

type Visiting = Context<VisitEnv>;
const EDIT = '/appraisals/:id/plan/edit';

/** Writing the draft, part by part; saved while typing, by a button, and with each part added or moved. */
export function editRoutes(options: PlanningOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(EDIT, (c) => showEdit(c, options, sectionOf(c.req.query('section'))));
  routes.post(EDIT, (c) => save(c, options));
  return routes;
}

function sectionOf(value: string | undefined): Section {
  return SECTIONS.find((section) => section === value) ?? 'results';
}

interface Unsaved {
  readonly fields: Fields;
  readonly errors: Errors;
  readonly notice?: string;
}

async function showEdit(
  c: Visiting,
  { schemes }: PlanningOptions,
  wanted: Section,
  unsaved?: Unsaved,
): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const { view, stored } = await visit.db.read(async (tx) => {
    const view = await loadPlanView(tx, visit.actor, id, schemes);
    const stored = view.plan?.content ?? (await startingContent(tx, view.participation.participation));
    return { view, stored };
  });
  const { relations } = view.participation;
  const mayExpect = view.plan !== undefined && maySetExpectations(view.plan.state, relations);
  if (!view.mayEdit && !mayExpect) {
    if (!relations.has('employee') && !relations.has('appraiser')) throw new NotAllowed();
    return seeOther(c, visit.path(`/appraisals/${id}/plan`), text.notEditable());
  }
  await logAccess(visit, view.participation.participation.person.id, 'plan');
  const section = view.mayEdit ? wanted : 'behaviour';
  const content = unsaved ? parseSection(section, unsaved.fields, stored, view.leader).content : stored;
  return page(
    c,
    <EditPage
      visit={visit}
      view={view}
      section={section}
      content={content}
      revision={view.plan?.revision ?? 0}
      typed={unsaved?.fields}
      errors={unsaved?.errors ?? {}}
      notice={unsaved?.notice}
    />,
    unsaved ? (unsaved.notice ? 409 : 422) : 200,
  );
}

async function save(c: Visiting, options: PlanningOptions): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const { section: wanted, revision, act = '', ...fields } = await formFields(c);
  const section = sectionOf(wanted);
  const background = isAutosave(c);
  const input = {
    participantId: id,
    section,
    fields,
    revision: Number(revision),
    act,
    isAutosave: background,
  };
  try {
    const saved = await visit.db.write((tx) => saveSection(tx, visit.actor, input));
    if (!saved.ok) return await showEdit(c, options, section, { fields, errors: saved.errors });
    if (background) return savedDraft(c, saved.revision);
    const base = visit.path(`/appraisals/${id}/plan`);
    if (act === 'read') return seeOther(c, base, formText.saved());
    const anchor = saved.anchor ? `#${saved.anchor}` : '';
    return seeOther(c, `${base}/edit?section=${section}${anchor}`, anchor ? undefined : formText.saved());
  } catch (error) {
    if (!(error instanceof Conflict) || background || error.message !== text.staleDraft()) throw error;
    return showEdit(c, options, section, { fields, errors: {}, notice: error.message });
  }
}
