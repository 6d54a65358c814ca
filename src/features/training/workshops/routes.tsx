/** `/training/workshops`: what is planned, one's own place, and for officers everything around it. */
import { type Context, Hono } from 'hono';
import { findPeople, isAgencyOfficer, type VisitEnv, WHOLE_AGENCY } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { civilDateIn } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { schemesWithCourse } from '../course/queries.ts';
import { appraiserLines, isCertified } from '../office/queries.ts';
import type { TrainingOptions } from '../options.ts';
import { text } from '../text-workshops.ts';
import { clockIn } from '../zone.ts';
import { cancelWorkshop, changeWorkshop, inviteToWorkshop, planWorkshop } from './commands.ts';
import { readWorkshop } from './form.ts';
import { WorkshopFormPage, type WorkshopFormView } from './form-page.tsx';
import { WorkshopsPage } from './list-page.tsx';
import { materialRoutes } from './material-routes.tsx';
import { WorkshopPage, type WorkshopView } from './page.tsx';
import { askForPlace, leavePlace, recordAttendance } from './places.ts';
import { materialsOf, participantsOf, requireWorkshop, type Workshop, workshopLines } from './queries.ts';
import { AttendanceSheet } from './sheet-page.tsx';

type Visiting = Context<VisitEnv>;
const ALL = '/training/workshops';
const ONE = `${ALL}/:workshop{[0-9a-f-]{36}}`;

export function workshopRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(ALL, showAll);
  routes.get(`${ALL}/new`, (c) => showForm(c, options));
  routes.post(ALL, (c) => save(c, options));
  routes.get(ONE, (c) => showOne(c, options));
  routes.post(ONE, (c) => save(c, options));
  routes.get(`${ONE}/edit`, (c) => showForm(c, options));
  routes.get(`${ONE}/sheet`, showSheet);
  routes.post(`${ONE}/enrolment`, enrol);
  routes.post(`${ONE}/declination`, (c) => leave(c, 'decline'));
  routes.post(`${ONE}/withdrawal`, (c) => leave(c, 'withdraw'));
  routes.post(`${ONE}/invitations`, (c) => invite(c, options));
  routes.post(`${ONE}/attendance`, attendance);
  routes.post(`${ONE}/cancellation`, (c) => cancel(c, options));
  routes.route(
    '/',
    materialRoutes(options, (c, errors) => showOne(c, options, { errors })),
  );
  return routes;
}

const idOf = (c: Visiting) => c.req.param('workshop') ?? '';

export function requireKeeper({ var: { visit } }: Visiting): void {
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
}

async function showAll(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const lines = await visit.db.read((tx) => workshopLines(tx, visit.actor.personId));
  return page(c, <WorkshopsPage visit={visit} lines={lines} />);
}

export async function showOne(
  c: Visiting,
  options: TrainingOptions,
  refused?: Pick<WorkshopView, 'errors' | 'typed'>,
): Promise<Response> {
  const { visit } = c.var;
  const search = (c.req.query('search') ?? '').trim().slice(0, 100);
  const mayKeep = isAgencyOfficer(visit.actor);
  const view = await visit.db.read(async (tx) => {
    const workshop = await requireWorkshop(tx, idOf(c));
    const everybody = await participantsOf(tx, workshop.id, visit.today);
    const schemes = await schemesWithCourse(tx, options.schemes);
    const own = everybody.find(({ personId }) => personId === visit.actor.personId);
    const waiting = everybody.filter(({ state }) => state === 'waiting');
    const scheme = workshop.schemeId ? schemes.get(workshop.schemeId)?.scheme : undefined;
    return {
      workshop,
      schemeTitle: scheme ? inLocale(scheme.title) : null,
      materials: await materialsOf(tx, workshop.id),
      taken: everybody.filter(({ state }) => state === 'enrolled').length,
      waiting: waiting.length,
      own: own
        ? {
            state: own.state,
            attended: own.attended,
            number: own.state === 'waiting' ? waiting.indexOf(own) + 1 : null,
          }
        : null,
      participants: mayKeep ? everybody : [],
      uncertified: mayKeep ? (await uncertified(tx, visit, options, workshop)).length : 0,
      search,
      found: mayKeep && search ? await findPeople(tx, { query: search, chosen: '' }, visit.today) : [],
    };
  });
  return page(
    c,
    <WorkshopPage visit={visit} {...view} errors={refused?.errors ?? {}} typed={refused?.typed} />,
    refused ? 422 : 200,
  );
}

/** Appraisers of the workshop's scheme (or of any) who are not certified and have nothing to do with it yet. */
async function uncertified(
  tx: Tx,
  { today }: { readonly today: string },
  { schemes }: TrainingOptions,
  { id, schemeId }: Workshop,
): Promise<readonly string[]> {
  const there = new Set((await participantsOf(tx, id, today)).map(({ personId }) => personId));
  const lines = await appraiserLines(tx, schemes, { scope: WHOLE_AGENCY, today });
  const asked = lines.filter((line) => !isCertified(line) && (!schemeId || line.schemeId === schemeId));
  return [...new Set(asked.map(({ personId }) => personId))].filter((personId) => !there.has(personId));
}

async function showForm(
  c: Visiting,
  { schemes }: TrainingOptions,
  refused?: Pick<WorkshopFormView, 'errors' | 'fields'>,
): Promise<Response> {
  const { visit } = c.var;
  requireKeeper(c);
  const { workshop, known } = await visit.db.read(async (tx) => ({
    workshop: idOf(c) ? await requireWorkshop(tx, idOf(c)) : undefined,
    known: [...(await schemesWithCourse(tx, schemes)).values()].map(({ scheme }) => ({
      id: scheme.id,
      title: inLocale(scheme.title),
    })),
  }));
  const fields = workshop
    ? fieldsOf(workshop, visit.agency.zone)
    : { scheme: c.req.query('scheme') ?? '', startsAt: '09:00', endsAt: '12:00', capacity: '30' };
  return page(
    c,
    <WorkshopFormPage
      visit={visit}
      workshop={workshop}
      id={newId()}
      schemes={known}
      fields={refused?.fields ?? fields}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

function fieldsOf(workshop: Workshop, zone: string): Readonly<Record<string, string>> {
  return {
    title: workshop.title,
    description: workshop.description,
    scheme: workshop.schemeId ?? '',
    date: civilDateIn(zone, workshop.startsAt),
    startsAt: clockIn(zone, workshop.startsAt),
    endsAt: clockIn(zone, workshop.endsAt),
    place: workshop.place,
    link: workshop.link ?? '',
    capacity: String(workshop.capacity),
  };
}

async function save(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  requireKeeper(c);
  if (idOf(c)) await visit.db.read((tx) => requireWorkshop(tx, idOf(c)));
  const fields = await formFields(c);
  const { zone } = visit.agency;
  const parsed = readWorkshop(fields, zone);
  if (!parsed.ok) return showForm(c, options, { errors: parsed.errors, fields });
  const id = idOf(c) || (isId(fields.id ?? '') ? (fields.id ?? '') : newId());
  try {
    await visit.db.write(async (tx) => {
      const { schemeId } = parsed.value;
      if (schemeId && !(await schemesWithCourse(tx, options.schemes)).has(schemeId)) throw new NotFound();
      if (!idOf(c)) return planWorkshop(tx, visit.actor, { ...parsed.value, id });
      const revision = Number(fields.revision);
      return changeWorkshop(tx, visit.actor, { ...parsed.value, id, revision, zone });
    });
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showForm(c, options, { errors: { [error.field]: error.message }, fields });
  }
  return seeOther(c, visit.path(`${ALL}/${id}`), idOf(c) ? text.changed() : text.planned());
}

async function showSheet(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireKeeper(c);
  const view = await visit.db.read(async (tx) => ({
    workshop: await requireWorkshop(tx, idOf(c)),
    participants: await participantsOf(tx, idOf(c), visit.today),
  }));
  return page(c, <AttendanceSheet visit={visit} {...view} />);
}

async function enrol(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const state = await visit.db.write((tx) => askForPlace(tx, visit.actor, idOf(c)));
  const words = state === 'waiting' ? text.waitingFlash() : text.enrolledFlash();
  return seeOther(c, visit.path(`${ALL}/${idOf(c)}`), words);
}

async function leave(c: Visiting, act: 'decline' | 'withdraw'): Promise<Response> {
  const { visit } = c.var;
  const given = { workshopId: idOf(c), act, zone: visit.agency.zone };
  await visit.db.write((tx) => leavePlace(tx, visit.actor, given));
  const words = act === 'decline' ? text.declinedFlash() : text.withdrawnFlash();
  return seeOther(c, visit.path(`${ALL}/${idOf(c)}`), words);
}

async function invite(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  requireKeeper(c);
  const { person = '', whom } = await formFields(c);
  const count = await visit.db.write(async (tx) => {
    const workshop = await requireWorkshop(tx, idOf(c));
    if (whom !== 'uncertified' && !isId(person)) throw new NotFound();
    const personIds = whom === 'uncertified' ? await uncertified(tx, visit, options, workshop) : [person];
    return inviteToWorkshop(tx, visit.actor, { id: workshop.id, personIds, zone: visit.agency.zone });
  });
  return seeOther(c, visit.path(`${ALL}/${idOf(c)}`), text.invitedFlash({ count }));
}

async function attendance(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireKeeper(c);
  const present = new Set(
    Object.keys(await formFields(c)).flatMap((name) => /^present\.(.+)$/.exec(name)?.[1] ?? []),
  );
  const { attended } = await visit.db.write((tx) =>
    recordAttendance(tx, visit.actor, { workshopId: idOf(c), present }),
  );
  return seeOther(c, visit.path(`${ALL}/${idOf(c)}`), text.attendanceFlash({ attended }));
}

async function cancel(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  requireKeeper(c);
  const { reason = '' } = await formFields(c);
  try {
    const given = { id: idOf(c), reason, zone: visit.agency.zone };
    await visit.db.write((tx) => cancelWorkshop(tx, visit.actor, given));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return showOne(c, options, { errors: { reason: text.reasonMissing() }, typed: reason });
  }
  return seeOther(c, visit.path(`${ALL}/${idOf(c)}`), text.cancelledFlash());
}
