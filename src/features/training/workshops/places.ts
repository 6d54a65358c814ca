/**
 * Places in a workshop. Every act locks the workshop first, so that of two who ask for the last place one gets it and
 * the other waits; whoever waits moves up in the order of asking.
 */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { trainingEvents } from '../events.ts';
import type { EnrolmentState } from '../model.ts';
import { text } from '../text-workshops.ts';
import { PLACE, type PlaceAct, type PlaceRole, type PlaceState } from '../transitions.ts';
import { requireWorkshop, type Workshop } from './queries.ts';
import { whenInWords } from './words.ts';

interface Place {
  readonly id: string;
  readonly personId: string;
  readonly state: EnrolmentState;
}

async function allPlaces(tx: Tx, workshopId: string): Promise<readonly Place[]> {
  const rows = await tx.db
    .selectFrom('training_enrolments')
    .select(['id', 'person_id', 'state'])
    .where('agency_id', '=', tx.agencyId)
    .where('workshop_id', '=', workshopId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    state: row.state as EnrolmentState,
  }));
}

const taken = (places: readonly Place[]) => places.filter(({ state }) => state === 'enrolled').length;

/** Asks for a place: enrolled while there is room, else on the waiting list. A second click changes nothing. */
export async function askForPlace(tx: Tx, actor: Actor, workshopId: string): Promise<'enrolled' | 'waiting'> {
  const workshop = await openWorkshop(tx, workshopId);
  const places = await allPlaces(tx, workshop.id);
  const own = places.find(({ personId }) => personId === actor.personId);
  if (own?.state === 'enrolled' || own?.state === 'waiting') return own.state;
  const act = taken(places) < workshop.capacity ? 'enrol' : 'wait';
  const state = await change(tx, workshop, {
    place: own,
    personId: actor.personId,
    actorId: actor.personId,
    role: 'person',
    act,
    asks: true,
  });
  await recordPlace(tx, workshop, { personId: actor.personId }, state);
  return state === 'waiting' ? 'waiting' : 'enrolled';
}

/** Declines an invitation or gives a place back; the first who waits gets it. */
export async function leavePlace(
  tx: Tx,
  actor: Actor,
  given: { readonly workshopId: string; readonly act: 'decline' | 'withdraw'; readonly zone: string },
): Promise<void> {
  const workshop = await openWorkshop(tx, given.workshopId);
  const own = (await allPlaces(tx, workshop.id)).find(({ personId }) => personId === actor.personId);
  const done = given.act === 'decline' ? 'declined' : 'withdrawn';
  if (own?.state === done) return;
  const state = await change(tx, workshop, {
    place: own,
    personId: actor.personId,
    actorId: actor.personId,
    role: 'person',
    act: given.act,
  });
  await recordPlace(tx, workshop, { personId: actor.personId }, state);
  await moveUp(tx, workshop, given.zone);
}

async function openWorkshop(tx: Tx, id: string): Promise<Workshop> {
  const workshop = await requireWorkshop(tx, id, { lock: true });
  if (workshop.state !== 'planned' || workshop.startsAt <= tx.now) throw new Conflict(text.begun());
  return workshop;
}

/** Gives free places to those who wait, first come first served, and tells them. The workshop is locked. */
export async function moveUp(tx: Tx, workshop: Workshop, zone: string): Promise<void> {
  if (workshop.state !== 'planned' || workshop.startsAt <= tx.now) return;
  const places = await allPlaces(tx, workshop.id);
  const free = workshop.capacity - taken(places);
  const next = places.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free));
  for (const place of next) {
    const state = await change(tx, workshop, {
      place,
      personId: place.personId,
      actorId: null,
      role: 'system',
      act: 'move-up',
    });
    await recordPlace(tx, workshop, { personId: place.personId, actorId: null }, state);
    await notify(tx, {
      personId: place.personId,
      kind: 'workshop-place',
      parameters: { what: workshop.title, date: whenInWords(workshop, zone) },
      path: `/training/workshops/${workshop.id}`,
    });
  }
}

interface Change {
  readonly place: Place | undefined;
  readonly personId: string;
  readonly actorId: string | null;
  readonly role: PlaceRole;
  readonly act: PlaceAct;
  /** The moment of asking decides who waits first. */
  readonly asks?: boolean;
}

/** One row of the transition table: decided, written, with its act. */
async function change(tx: Tx, workshop: Workshop, given: Change): Promise<PlaceState> {
  const decision = decide(PLACE, {
    state: given.place?.state ?? 'none',
    act: given.act,
    roles: new Set([given.role]),
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const id = given.place?.id ?? newId();
  const asked = given.asks ? { asked_at: tx.now } : {};
  await tx.db
    .insertInto('training_enrolments')
    .values({
      agency_id: tx.agencyId,
      id,
      workshop_id: workshop.id,
      person_id: given.personId,
      state: decision.to,
      updated_at: tx.now,
      ...asked,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'workshop_id', 'person_id'])
        .doUpdateSet({ state: decision.to, updated_at: tx.now, ...asked }),
    )
    .execute();
  await recordAct(
    tx,
    { process: 'workshop-place', subjectId: id, act: given.act, actorId: given.actorId },
    decision,
  );
  tx.touch(given.personId);
  return decision.to;
}

async function recordPlace(
  tx: Tx,
  workshop: Workshop,
  { personId, actorId = personId }: { personId: string; actorId?: string | null },
  state: PlaceState,
): Promise<void> {
  if (state === 'none' || state === 'invited') return;
  await record(tx, trainingEvents.placeChanged, {
    actorId,
    subject: { kind: 'workshop', id: workshop.id },
    personId,
    payload: { title: workshop.title, to: state },
  });
}

/** Who came: everybody with a place, and those who came without one. Can be put right by recording it again. */
export async function recordAttendance(
  tx: Tx,
  actor: Actor,
  given: { readonly workshopId: string; readonly present: ReadonlySet<string> },
): Promise<{ readonly attended: number; readonly absent: number }> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const workshop = await requireWorkshop(tx, given.workshopId, { lock: true });
  if (workshop.state !== 'planned' || workshop.startsAt > tx.now) throw new Conflict(text.notBegun());
  for (const place of await allPlaces(tx, workshop.id))
    if (given.present.has(place.personId) && place.state !== 'enrolled')
      await change(tx, workshop, {
        place,
        personId: place.personId,
        actorId: actor.personId,
        role: 'officer',
        act: 'attend',
      });
  const enrolled = (await allPlaces(tx, workshop.id)).filter(({ state }) => state === 'enrolled');
  const came = enrolled.filter(({ personId }) => given.present.has(personId)).map(({ id }) => id);
  const absent = enrolled.filter(({ personId }) => !given.present.has(personId)).map(({ id }) => id);
  for (const [ids, attended] of [
    [came, true],
    [absent, false],
  ] as const)
    if (ids.length > 0)
      await tx.db
        .updateTable('training_enrolments')
        .set({ attended, attendance_by: actor.personId, attendance_at: tx.now, updated_at: tx.now })
        .where('agency_id', '=', tx.agencyId)
        .where('id', 'in', ids)
        .execute();
  await record(tx, trainingEvents.attendanceRecorded, {
    actorId: actor.personId,
    subject: { kind: 'workshop', id: workshop.id },
    payload: { title: workshop.title, attended: came.length, absent: absent.length },
  });
  tx.touch(...enrolled.map(({ personId }) => personId));
  return { attended: came.length, absent: absent.length };
}
