/** `/mine/development` and `/people/:id/development`: what somebody means to learn. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { civilDate, formFields, maybeText, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { requireProfile, requireRole } from '../profile/access.ts';
import { gapsOf } from '../profile/model.ts';
import { competenciesOf } from '../profile/queries.ts';
import { PERSON } from '../profile/routes.tsx';
import type { CompetencyOptions } from '../routes.tsx';
import { addNeed, changeNeed, moveNeed } from './commands.ts';
import { fieldName, type RefusedForm } from './pages/act-forms.tsx';
import { NeedsPage } from './pages/needs-page.tsx';
import { NewNeedPage } from './pages/new-page.tsx';
import { needsOf } from './queries.ts';
import { text } from './text.ts';
import { LEARNINGS, NEED_ACTS, PRIORITIES } from './transitions.ts';

type Visiting = Context<VisitEnv>;
const NEEDS = `${PERSON}/development`;

export function needRoutes(options: CompetencyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const own = (c: Visiting) => c.var.visit.actor.personId;
  routes.get('/mine/development', (c) => showNeeds(c, options, own(c)));
  routes.get('/mine/development/new', (c) => showNew(c, options, own(c)));
  routes.get(NEEDS, (c) => showNeeds(c, options, c.req.param('id')));
  routes.get(`${NEEDS}/new`, (c) => showNew(c, options, c.req.param('id')));
  routes.post(NEEDS, (c) => add(c, options));
  routes.post(`${NEEDS}/:need`, (c) => change(c, options));
  routes.post(`${NEEDS}/:need/acts`, (c) => move(c, options));
  return routes;
}

async function showNeeds(
  c: Visiting,
  { schemes }: CompetencyOptions,
  personId: string,
  refused?: RefusedForm,
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const found = await requireProfile(tx, visit.actor, personId, visit.today);
    const needs = await needsOf(tx, personId);
    const { profile } = await competenciesOf(tx, schemes, found.person, visit.today);
    const taken = new Set(
      needs.filter(({ state }) => state === 'open' || state === 'planned').map(({ code }) => code),
    );
    return { ...found, needs, gaps: gapsOf(profile).filter(({ code }) => !taken.has(code)) };
  });
  if (!refused) await logAccess(visit, personId, 'development');
  return page(c, <NeedsPage visit={visit} {...view} refused={refused} />, refused ? 422 : 200);
}

async function showNew(
  c: Visiting,
  { schemes }: CompetencyOptions,
  personId: string,
  refused?: { readonly typed: Record<string, string>; readonly errors: Record<string, string> },
): Promise<Response> {
  const { visit } = c.var;
  const code = refused?.typed.code ?? c.req.query('code');
  const { profile, dictionary, ...view } = await visit.db.read(async (tx) => {
    const found = await requireRole(tx, visit.actor, personId, {
      today: visit.today,
      allowed: ['employee', 'appraiser'],
    });
    return { ...found, ...(await competenciesOf(tx, schemes, found.person, visit.today)) };
  });
  const row = gapsOf(profile).find((each) => each.code === code);
  if (!row) {
    if (refused) throw new Conflict(text.noGap());
    throw new NotFound();
  }
  const given = refused?.typed.id ?? '';
  return page(
    c,
    <NewNeedPage
      visit={visit}
      {...view}
      formId={isId(given) ? given : newId()}
      row={row}
      competency={dictionary.find((each) => each.code === row.code)}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .literal('')
    .transform(() => null)
    .or(schema);
const plan = z.object({
  learning: maybe(z.enum(LEARNINGS)),
  targetOn: z
    .string()
    .trim()
    .transform((value) => value || null)
    .pipe(civilDate().nullable()),
});
const details = plan.extend({
  priority: z.enum(PRIORITIES),
  note: maybeText(2000).transform((note) => note ?? ''),
});

/** Where the page of this person lies for whoever acts. */
function pathOf({ var: { visit } }: Visiting, personId: string): string {
  return visit.path(
    personId === visit.actor.personId ? '/mine/development' : `/people/${personId}/development`,
  );
}

async function requireWriting(c: Visiting): Promise<string> {
  const { visit } = c.var;
  const personId = c.req.param('id') ?? '';
  await visit.db.read((tx) =>
    requireRole(tx, visit.actor, personId, { today: visit.today, allowed: ['employee', 'appraiser'] }),
  );
  return personId;
}

async function add(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const { visit } = c.var;
  const personId = await requireWriting(c);
  const fields = await formFields(c);
  const parsed = parseFields(details, { learning: '', targetOn: '', ...fields });
  if (!parsed.ok) return showNew(c, options, personId, parsed);
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const about = { schemes: options.schemes, today: visit.today, personId };
  try {
    await visit.db.write((tx) =>
      addNeed(tx, visit.actor, about, { ...parsed.value, id, code: fields.code ?? '' }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return showNew(c, options, personId, { typed: fields, errors: { [error.field]: error.message } });
  }
  return seeOther(c, `${pathOf(c, personId)}#need-${id}`, text.added());
}

/** Fields of one form on a page of many, under their plain names. */
function fieldsOf(
  fields: Readonly<Record<string, string>>,
  form: string,
  needId: string,
): Record<string, string> {
  return Object.fromEntries(
    ['learning', 'targetOn', 'priority', 'note', 'reason'].map((field) => [
      field,
      fields[fieldName(field, form, needId)] ?? '',
    ]),
  );
}

async function change(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const { visit } = c.var;
  const personId = await requireWriting(c);
  const needId = c.req.param('need') ?? '';
  const fields = await formFields(c);
  const typed = fieldsOf(fields, 'change', needId);
  const again = (errors: Record<string, string>) =>
    showNeeds(c, options, personId, { needId, form: 'change', typed, errors });
  const parsed = parseFields(details, typed);
  if (!parsed.ok) return again(parsed.errors);
  const given = { ...parsed.value, id: needId, revision: Number(fields.revision) };
  try {
    await visit.db.write((tx) => changeNeed(tx, visit.actor, { today: visit.today, personId }, given));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return again({ [error.field]: error.message });
  }
  return seeOther(c, `${pathOf(c, personId)}#need-${needId}`, text.changed());
}

async function move(c: Visiting, options: CompetencyOptions): Promise<Response> {
  const { visit } = c.var;
  const personId = await requireWriting(c);
  const needId = c.req.param('need') ?? '';
  const fields = await formFields(c);
  const act = NEED_ACTS.find((each) => each === fields.act);
  if (!act) throw new NotFound();
  const typed = fieldsOf(fields, act, needId);
  const again = (errors: Record<string, string>) =>
    showNeeds(c, options, personId, { needId, form: act, typed, errors });
  const parsed = parseFields(plan, typed);
  if (!parsed.ok) return again(parsed.errors);
  const given = { ...parsed.value, id: needId, act, reason: (typed.reason ?? '').slice(0, 1000) };
  try {
    await visit.db.write((tx) => moveNeed(tx, visit.actor, { today: visit.today, personId }, given));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return again({ [error.field]: error.message });
  }
  return seeOther(c, `${pathOf(c, personId)}#need-${needId}`, text.moved());
}
