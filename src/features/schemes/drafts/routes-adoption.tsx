import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { compareSchemes } from '#domain/schemes/index.ts';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { discussionFindings } from '../discussion/findings.ts';
import type { SchemeStore } from '../store.ts';
import { adoptDraft, adoptTemplate } from './commands/adopt-draft.ts';
import { mendingFor } from './guided/mending.ts';
import { lineDiff } from './line-diff.ts';
import { AdoptionPage, type Against, TemplateAdoptionPage } from './pages/adoption-page.tsx';
import { examine } from './problems.ts';
import { type Draft, requireDraft } from './queries.ts';
import { editorText } from './text-editor.ts';
import { isEditable } from './transitions.ts';
import { nextVersion } from './versions.ts';

interface Options {
  readonly schemes: SchemeStore;
}
type Visiting = Context<VisitEnv>;

/** Adoption of a draft, and of a shipped template as it is. */
export function adoptionRoutes(options: Options): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/scheme-drafts/:id/adoption', (c) => showAdoption(c, options));
  routes.post('/scheme-drafts/:id/adoption', (c) => adopt(c, options));
  routes.get('/schemes/:id/:version/adoption', (c) => showTemplate(c, options));
  routes.post('/schemes/:id/:version/adoption', (c) => adoptAsIs(c, options));
  return routes;
}

interface Refused {
  readonly fields: Record<string, string>;
  readonly errors: Record<string, string>;
  readonly refusal?: string;
}

async function showAdoption(c: Visiting, { schemes }: Options, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const now = { today: visit.today, zone: visit.agency.zone };
  const { draft, ...view } = await visit.db.read(async (tx) => {
    const draft = await requireDraft(tx, visit.actor, c.req.param('id') ?? '');
    if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
    return {
      draft,
      version: await nextVersion(tx, schemes, draft.schemeId),
      against: await againstBase(tx, draft, schemes),
      findings: await discussionFindings(tx, draft, now),
    };
  });
  if (!isEditable(draft.state)) return seeOther(c, visit.path(`/scheme-drafts/${draft.id}`));
  return page(
    c,
    <AdoptionPage
      visit={visit}
      draft={draft}
      {...view}
      examination={examine(draft.source)}
      mend={mendingFor(visit, draft)}
      today={visit.today}
      fields={refused?.fields ?? {}}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
    />,
    refused ? 422 : 200,
  );
}

/** What changes against the version that the draft was begun from: in words where both are whole, and by lines. */
async function againstBase(tx: Tx, draft: Draft, schemes: SchemeStore): Promise<Against | undefined> {
  const { basedOn } = draft;
  const source = basedOn && (await schemes.source(tx, basedOn.id, basedOn.version));
  if (!basedOn || source === undefined) return undefined;
  const [before, after] = [examine(source).scheme, examine(draft.source).scheme];
  return {
    ...basedOn,
    title: before?.title,
    changes: before && after ? compareSchemes(before, after) : undefined,
    hunks: lineDiff(source, draft.source),
  };
}

const decreeForm = z.object({
  decree: someText(200),
  decidedOn: civilDate(),
  confirm: z.literal('yes').optional(),
});

type Read =
  | { readonly ok: true; readonly value: { readonly decree: string; readonly decidedOn: string } }
  | { readonly ok: false; readonly errors: Record<string, string> };

function readDecree(fields: Record<string, string>, today: string): Read {
  const parsed = parseFields(decreeForm, fields);
  const errors: Record<string, string> = parsed.ok ? {} : { ...parsed.errors };
  if (!errors.decidedOn && (fields.decidedOn ?? '') > today) errors.decidedOn = editorText.decidedLater();
  if (fields.confirm !== 'yes') errors.confirm = editorText.confirmMissing();
  if (!parsed.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, value: parsed.value };
}

async function adopt(c: Visiting, options: Options): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  await visit.db.read((tx) => requireDraft(tx, visit.actor, id));
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const read = readDecree(fields, visit.today);
  if (!read.ok) return showAdoption(c, options, { fields, errors: read.errors });
  const now = { today: visit.today, zone: visit.agency.zone };
  const input = { ...read.value, id, revision: Number(fields.revision), now };
  try {
    const scheme = await visit.db.write((tx) => adoptDraft(tx, visit.actor, input, options.schemes));
    return seeOther(c, visit.path(`/scheme-drafts/${id}`), doneWords(scheme));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showAdoption(c, options, { fields, errors: {}, refusal: error.message });
  }
}

function doneWords(scheme: { title: { id: string; en: string }; version: number }): string {
  return editorText.adoptedDone({ title: inLocale(scheme.title), version: String(scheme.version) });
}

async function showTemplate(c: Visiting, { schemes }: Options, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const { id, version } = named(c);
  const template = schemes.shipped.find(
    ({ scheme }) => scheme.id === id && scheme.version === version && scheme.authority === 'local',
  );
  if (!template) throw new NotFound();
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const adopted = await visit.db.read((tx) => schemes.find(tx, id, version));
  return page(
    c,
    <TemplateAdoptionPage
      visit={visit}
      scheme={template.scheme}
      isAdopted={adopted !== undefined}
      today={visit.today}
      fields={refused?.fields ?? {}}
      errors={refused?.errors ?? {}}
      refusal={refused?.refusal}
    />,
    refused ? 422 : 200,
  );
}

function named(c: Visiting): { readonly id: string; readonly version: number } {
  return { id: c.req.param('id') ?? '', version: Number(c.req.param('version')) };
}

async function adoptAsIs(c: Visiting, options: Options): Promise<Response> {
  const { visit } = c.var;
  const { id, version } = named(c);
  const isTemplate = options.schemes.shipped.some(
    ({ scheme }) => scheme.id === id && scheme.version === version && scheme.authority === 'local',
  );
  if (!isTemplate) throw new NotFound();
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const fields = await formFields(c);
  const read = readDecree(fields, visit.today);
  if (!read.ok) return showTemplate(c, options, { fields, errors: read.errors });
  const input = { ...read.value, id, version };
  const scheme = await visit.db.write((tx) => adoptTemplate(tx, visit.actor, input, options.schemes));
  return seeOther(c, visit.path(`/schemes/${id}/${version}`), doneWords(scheme));
}
