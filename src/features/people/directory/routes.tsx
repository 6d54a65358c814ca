/** The list of people and the page of one person. */
import { type Context, Hono } from 'hono';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { fullName, maskNip } from '../actor.ts';
import { peopleEvents } from '../events.ts';
import { kindLabel } from '../labels.ts';
import { requireOfficer, requireScope } from '../scope.ts';
import { findUnits } from '../search.ts';
import { text } from '../text.ts';
import type { Visit, VisitEnv } from '../visit.ts';
import { ActingPage } from './acting-page.tsx';
import { addPerson, newPersonSchema } from './add-person.ts';
import { actingSchema, appointActing, endActing } from './appoint-acting.ts';
import { ListPage } from './list-page.tsx';
import { NewPersonPage } from './new-person-page.tsx';
import { PersonPage } from './person-page.tsx';
import { logReading, personDetails } from './person-query.ts';
import { allPeople, filterSchema, listPeople, offeredUnits, type PersonRow } from './queries.ts';

type C = Context<VisitEnv>;
type Typed = Readonly<Record<string, string | undefined>>;
type Errors = Readonly<Record<string, string>>;
/** One person, told apart from the other pages below /people. */
export const PERSON = '/people/:id{[0-9a-f-]{36}}';

export function directoryRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/people', showList);
  routes.get('/people/export', exportList);
  routes.get('/people/new', (c) =>
    showNewPerson(c, { typed: { from: c.var.visit.today, ...c.req.query(), id: newId() }, errors: {} }),
  );
  routes.post('/people/new', saveNewPerson);
  routes.get(PERSON, showPerson);
  routes.get(`${PERSON}/acting`, (c) =>
    showActing(c, { typed: { from: c.var.visit.today, ...c.req.query(), id: newId() }, errors: {} }),
  );
  routes.post(`${PERSON}/acting`, saveActing);
  routes.post(`${PERSON}/acting/:placement{[0-9a-f-]{36}}/end`, async (c) => {
    const { visit } = c.var;
    const given = { personId: c.req.param('id'), placementId: c.req.param('placement'), on: visit.today };
    await visit.db.write((tx) => endActing(tx, visit.actor, given));
    return seeOther(c, visit.path(`/people/${given.personId}`), text.actingEnded());
  });
  return routes;
}

async function showList(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const filter = filterSchema.parse(c.req.query());
  const scope = visit.actor.officer;
  const shown = await visit.db.read(async (tx) => ({
    ...(await listPeople(tx, { scope, filter, today: visit.today })),
    units: await offeredUnits(tx, scope, filter.unit),
  }));
  return page(c, <ListPage visit={visit} filter={filter} {...shown} />);
}

async function exportList(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const filter = filterSchema.parse(c.req.query());
  const people = await visit.db.write(async (tx) => {
    const all = await allPeople(tx, { scope: visit.actor.officer, filter, today: visit.today });
    await record(tx, peopleEvents.listExported, {
      actorId: visit.actor.personId,
      subject: { kind: 'agency', id: tx.agencyId },
      payload: { rows: all.length },
    });
    return all;
  });
  const name = `pegawai-${visit.agency.code}-${visit.today}.csv`;
  return download(c, new Uint8Array(peopleCsv(people)), { name, mediaType: 'text/csv; charset=utf-8' });
}

function peopleCsv(people: readonly PersonRow[]): Uint8Array {
  const columns: readonly (readonly [string, (person: PersonRow) => string])[] = [
    [text.name(), (person) => person.name],
    [text.nip(), (person) => (person.nip ? maskNip(person.nip) : '')],
    [text.kind(), (person) => kindLabel(person.kind)],
    [text.rank(), (person) => person.rank ?? ''],
    [text.position(), (person) => person.position ?? ''],
    [text.unit(), (person) => person.unitName ?? ''],
    [text.appraiser(), (person) => person.appraiserName ?? ''],
    [text.account(), (person) => (person.hasAccount ? text.accountActive() : text.accountNone())],
    [text.endedOn(), (person) => person.endedOn ?? ''],
  ];
  return writeCsv({
    name: text.peopleTitle(),
    columns: columns.map(([heading]) => ({ heading })),
    rows: people.map((person) => columns.map(([, value]) => value(person))),
  });
}

async function showNewPerson(c: C, form: { typed: Typed; errors: Errors }, status: 200 | 422 = 200) {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const wanted = { query: form.typed.unitIdQuery ?? '', chosen: form.typed.unitId ?? '' };
  const units = await visit.db.read((tx) => findUnits(tx, wanted, visit.actor.officer));
  return page(c, <NewPersonPage visit={visit} units={units} {...form} />, status);
}

async function saveNewPerson(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOfficer(visit.actor);
  const typed = await formFields(c);
  const parsed = parseFields(newPersonSchema, typed);
  if (!parsed.ok) return showNewPerson(c, { typed, errors: parsed.errors }, 422);
  try {
    await visit.db.write((tx) => addPerson(tx, visit.actor, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showNewPerson(c, { typed, errors: { [error.field ?? 'form']: error.message } }, 422);
  }
  return seeOther(c, visit.path(`/people/${parsed.value.id}`), text.added({ name: parsed.value.name }));
}

async function showPerson(c: C): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const person = await visit.db.write(async (tx) => {
    await requireScope(tx, visit.actor, [id]);
    await logReading(tx, visit.actor, id);
    return personDetails(tx, id);
  });
  return page(c, <PersonPage visit={visit} person={person} />);
}

/** Name of somebody in the officer's scope, for the pages about them. */
export async function personInScope(
  tx: Tx,
  visit: Visit,
  id: string,
): Promise<{ readonly id: string; readonly name: string }> {
  await requireScope(tx, visit.actor, [id]);
  const row = await tx.db
    .selectFrom('people')
    .select(['name', 'title_before', 'title_after'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, name: fullName(row) };
}

async function showActing(c: C, form: { typed: Typed; errors: Errors }, status: 200 | 422 = 200) {
  const { visit } = c.var;
  const wanted = { query: form.typed.unitIdQuery ?? '', chosen: form.typed.unitId ?? '' };
  const shown = await visit.db.read(async (tx) => ({
    person: await personInScope(tx, visit, c.req.param('id') ?? ''),
    units: await findUnits(tx, wanted, visit.actor.officer),
  }));
  return page(c, <ActingPage visit={visit} {...shown} {...form} />, status);
}

async function saveActing(c: C): Promise<Response> {
  const { visit } = c.var;
  const personId = c.req.param('id') ?? '';
  await visit.db.read((tx) => requireScope(tx, visit.actor, [personId]));
  const typed = await formFields(c);
  const parsed = parseFields(actingSchema, typed);
  if (!parsed.ok) return showActing(c, { typed, errors: parsed.errors }, 422);
  try {
    await visit.db.write((tx) => appointActing(tx, visit.actor, personId, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showActing(c, { typed, errors: { [error.field ?? 'form']: error.message } }, 422);
  }
  return seeOther(c, visit.path(`/people/${personId}`), text.actingAdded());
}
