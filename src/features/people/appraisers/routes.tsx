/** Pages on which officers decide who appraises whom, and the page on which everybody sees who appraises them. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { civilDate, formFields, maybeText, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { PERSON, personInScope } from '../directory/routes.tsx';
import { requireOfficer, requireScope } from '../scope.ts';
import { findPeople } from '../search.ts';
import { text } from '../text.ts';
import type { VisitEnv } from '../visit.ts';
import { acceptProposals, acceptReady, assignAppraiser } from './assign.ts';
import { AssignManyPage, ChangeAppraiserPage } from './change-pages.tsx';
import { listFlags, raiseFlag, resolveFlag } from './flags.ts';
import { OwnAppraiserPage } from './own-page.tsx';
import { PROPOSALS_PER_PAGE, ProposalsPage, type ProposalTab } from './proposals-page.tsx';
import { assignmentHistory, listProposals, namesOf, peopleMatching, withNames } from './queries.ts';

type C = Context<VisitEnv>;
type Typed = Readonly<Record<string, string | undefined>>;
interface Form {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

export function appraiserRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/people/appraisers', (c) => showProposals(c));
  routes.post('/people/appraisers/acceptances', accept);
  routes.get('/people/appraisers/assignment', (c) =>
    showAssignMany(c, c.req.queries('person') ?? [], asked(c)),
  );
  routes.post('/people/appraisers/assignment', assignMany);
  routes.post('/people/appraisers/flags/:id/answer', answerFlag);
  routes.get(`${PERSON}/appraiser`, (c) => showChange(c, asked(c)));
  routes.post(`${PERSON}/appraiser`, change);
  routes.get('/appraiser', (c) => showOwn(c));
  routes.post('/appraiser/flags', flag);
  return routes;
}

const listSchema = z.object({
  tab: z.enum(['doubtful', 'ready', 'settled', 'all']).optional().catch(undefined),
  q: z.string().trim().max(200).catch(''),
  from: civilDate().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

async function showProposals(c: C, problem?: string): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const asked = listSchema.parse(c.req.query());
  const from = asked.from ?? visit.today;
  const shown = await visit.db.read(async (tx) => {
    const all = await listProposals(tx, visit.actor, from);
    const counts = { doubtful: 0, ready: 0, settled: 0, all: all.length };
    for (const { standing } of all) counts[standing] += 1;
    const tab: ProposalTab = asked.tab ?? (counts.doubtful > 0 ? 'doubtful' : 'ready');
    const found = asked.q ? await peopleMatching(tx, asked.q) : null;
    const some = all.filter(
      (each) => (tab === 'all' || each.standing === tab) && (!found || found.has(each.personId)),
    );
    const start = (asked.page - 1) * PROPOSALS_PER_PAGE;
    const proposals = await withNames(tx, some.slice(start, start + PROPOSALS_PER_PAGE), from);
    const flags = await listFlags(tx, { openOnly: true, scope: visit.actor.officer });
    return { tab, counts, total: some.length, proposals, flags };
  });
  const view = { visit, query: asked.q, from, page: asked.page, problem, ...shown };
  return page(c, <ProposalsPage {...view} />, problem ? 422 : 200);
}

const acceptSchema = z.object({ which: z.enum(['ready', 'chosen']), from: civilDate() });

async function accept(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const fields = await formFields(c);
  const parsed = parseFields(acceptSchema, fields);
  if (!parsed.ok) return showProposals(c, Object.values(parsed.errors)[0]);
  const { which, from } = parsed.value;
  const chosen = await chosenPeople(c);
  if (which === 'chosen' && chosen.length === 0) return showProposals(c, text.chooseSomeone());
  const count = await visit.db.write((tx) =>
    which === 'ready' ? acceptReady(tx, visit.actor, from) : acceptProposals(tx, visit.actor, chosen, from),
  );
  const tab = fields.tab ? `?tab=${encodeURIComponent(fields.tab)}` : '';
  const message = count === 0 ? text.acceptedNone() : text.accepted({ count });
  return seeOther(c, visit.path(`/people/appraisers${tab}`), message);
}

/** All values of a field that may be given many times. */
async function chosenPeople(c: C): Promise<string[]> {
  const body = await c.req.parseBody({ all: true });
  const people = [body.person ?? []].flat();
  return people.filter((each): each is string => typeof each === 'string');
}

function asked(c: C): Form {
  return { typed: { from: c.var.visit.today, ...c.req.query() }, errors: {} };
}

const assignmentSchema = z.object({
  appraiserId: z.uuid({ error: () => text.chooseAppraiser() }),
  superiorId: z
    .union([z.literal(''), z.uuid()])
    .optional()
    .transform((value) => value || null),
  from: civilDate(),
  reason: maybeText(500),
});

/** Answers to both searches of the form. */
async function answers(c: C, { typed }: Form) {
  const { visit } = c.var;
  const wanted = (name: string) => ({ query: typed[`${name}Query`] ?? '', chosen: typed[name] ?? '' });
  return visit.db.read(async (tx) => ({
    appraisers: await findPeople(tx, wanted('appraiserId'), visit.today),
    superiors: await findPeople(tx, wanted('superiorId'), visit.today),
  }));
}

async function showChange(c: C, form: Form, status: 200 | 422 = 200): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const shown = await visit.db.read(async (tx) => ({
    person: await personInScope(tx, visit, id),
    history: await assignmentHistory(tx, id),
  }));
  const whole = { ...form, ...(await answers(c, form)) };
  return page(c, <ChangeAppraiserPage visit={visit} {...shown} form={whole} />, status);
}

async function change(c: C): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  await visit.db.read((tx) => requireScope(tx, visit.actor, [id]));
  const typed = await formFields(c);
  const errors = await assign(c, [id], typed);
  if (errors) return showChange(c, { typed, errors }, 422);
  return seeOther(c, visit.path(`/people/${id}`), text.assigned());
}

/** Assigns, or says by field what stands in the way. */
async function assign(
  c: C,
  people: readonly string[],
  typed: Record<string, string>,
): Promise<Record<string, string> | undefined> {
  const { visit } = c.var;
  const parsed = parseFields(assignmentSchema, typed);
  if (!parsed.ok) return parsed.errors;
  try {
    await visit.db.write((tx) => assignAppraiser(tx, visit.actor, people, parsed.value));
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { [error.field ?? 'form']: error.message };
  }
}

async function showAssignMany(
  c: C,
  ids: readonly string[],
  form: Form,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  if (ids.length === 0) return showProposals(c, text.chooseSomeone());
  const people = await visit.db.read(async (tx) => {
    await requireScope(tx, visit.actor, ids);
    const names = await namesOf(tx, ids, visit.today);
    return [...names].map(([id, { name, position }]) => ({ id, name, position }));
  });
  const whole = { ...form, ...(await answers(c, form)) };
  return page(c, <AssignManyPage visit={visit} people={people} form={whole} />, status);
}

async function assignMany(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const typed = await formFields(c);
  const people = await chosenPeople(c);
  const errors = await assign(c, people, typed);
  if (errors) return showAssignMany(c, people, { typed, errors }, 422);
  return seeOther(c, visit.path('/people/appraisers'), text.accepted({ count: people.length }));
}

const answerSchema = z.object({ resolution: someText(2000) });

async function answerFlag(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NotFound();
  const parsed = parseFields(answerSchema, await formFields(c));
  if (!parsed.ok) return showProposals(c, parsed.errors.resolution);
  try {
    await visit.db.write((tx) => resolveFlag(tx, visit.actor, id, parsed.value.resolution));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return showProposals(c, error.message);
  }
  return seeOther(c, visit.path('/people/appraisers'), text.flagResolved());
}

async function showOwn(
  c: C,
  form: { note: string; errors: Record<string, string> } = { note: '', errors: {} },
): Promise<Response> {
  const { visit } = c.var;
  const id = visit.actor.personId;
  const shown = await visit.db.read(async (tx) => ({
    history: await assignmentHistory(tx, id),
    flags: await listFlags(tx, { personId: id }),
  }));
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return page(c, <OwnAppraiserPage visit={visit} {...shown} {...form} />, status);
}

const flagSchema = z.object({ note: someText(2000) });

async function flag(c: C): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const parsed = parseFields(flagSchema, typed);
  if (!parsed.ok) return showOwn(c, { note: typed.note ?? '', errors: parsed.errors });
  await visit.db.write((tx) => raiseFlag(tx, visit.actor, parsed.value.note));
  return seeOther(c, visit.path('/appraiser'), text.flagSent());
}
