/** Officers plan, change and cancel workshops, invite people and record who came. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { trainingEvents } from '../events.ts';
import type { EnrolmentState } from '../model.ts';
import { text } from '../text-workshops.ts';
import { officerRoles, PLACE, WORKSHOP } from '../transitions.ts';
import { moveUp } from './places.ts';
import { requireWorkshop, type Workshop } from './queries.ts';
import { whenInWords } from './words.ts';

export interface WorkshopInput {
  readonly title: string;
  readonly description: string;
  readonly schemeId: string | null;
  readonly place: string;
  readonly link: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number;
}

const pathOf = (id: string) => `/training/workshops/${id}`;

/** The same form sent twice plans one workshop. */
export async function planWorkshop(
  tx: Tx,
  actor: Actor,
  given: WorkshopInput & { readonly id: string },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  if (given.startsAt <= tx.now) throw new Refusal(text.inThePast(), 'date');
  const { numInsertedOrUpdatedRows: added } = await tx.db
    .insertInto('training_workshops')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      ...columnsOf(given),
      state: 'planned',
      revision: 1,
      created_by: actor.personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  if (!added) return;
  await record(tx, trainingEvents.workshopPlanned, {
    actorId: actor.personId,
    subject: { kind: 'workshop', id: given.id },
    payload: { title: given.title },
  });
}

function columnsOf(given: WorkshopInput) {
  return {
    scheme_id: given.schemeId,
    title: given.title,
    description: given.description,
    place: given.place,
    link: given.link,
    starts_at: given.startsAt,
    ends_at: given.endsAt,
    capacity: given.capacity,
  };
}

/** Whoever has a place or waits is told when time or place change; more places move those who wait up. */
export async function changeWorkshop(
  tx: Tx,
  actor: Actor,
  given: WorkshopInput & { readonly id: string; readonly revision: number; readonly zone: string },
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const before = await requireWorkshop(tx, given.id, { lock: true });
  if (before.revision !== given.revision || before.state !== 'planned')
    throw new Conflict(text.changedElsewhere());
  const concerned = await peopleOf(tx, given.id, ['enrolled', 'waiting', 'invited']);
  const taken = concerned.filter(({ state }) => state === 'enrolled').length;
  if (given.capacity < taken) throw new Refusal(text.capacityTooSmall({ count: taken }), 'capacity');
  await tx.db
    .updateTable('training_workshops')
    .set({ ...columnsOf(given), revision: before.revision + 1, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.id)
    .execute();
  await record(tx, trainingEvents.workshopChanged, {
    actorId: actor.personId,
    subject: { kind: 'workshop', id: given.id },
    payload: { title: given.title },
  });
  const after: Workshop = { ...before, ...given };
  if (isMoved(before, after)) await tell(tx, after, given.zone, 'workshop-changed', concerned);
  await moveUp(tx, after, given.zone);
}

function isMoved(before: Workshop, after: Workshop): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.place !== after.place ||
    before.link !== after.link
  );
}

interface Concerned {
  readonly personId: string;
  readonly state: EnrolmentState;
}

async function peopleOf(
  tx: Tx,
  workshopId: string,
  states: readonly EnrolmentState[],
): Promise<readonly Concerned[]> {
  const rows = await tx.db
    .selectFrom('training_enrolments')
    .select(['person_id', 'state'])
    .where('agency_id', '=', tx.agencyId)
    .where('workshop_id', '=', workshopId)
    .where('state', 'in', [...states])
    .execute();
  return rows.map((row) => ({ personId: row.person_id, state: row.state as EnrolmentState }));
}

async function tell(
  tx: Tx,
  workshop: Workshop,
  zone: string,
  kind: 'workshop-changed' | 'workshop-cancelled' | 'workshop-invited',
  people: readonly Pick<Concerned, 'personId'>[],
): Promise<void> {
  await notify(
    tx,
    ...people.map(({ personId }) => ({
      personId,
      kind,
      parameters: { what: workshop.title, date: whenInWords(workshop, zone) },
      path: pathOf(workshop.id),
    })),
  );
}

export async function cancelWorkshop(
  tx: Tx,
  actor: Actor,
  given: { readonly id: string; readonly reason: string; readonly zone: string },
): Promise<void> {
  const workshop = await requireWorkshop(tx, given.id, { lock: true });
  const decision = decide(WORKSHOP, {
    state: workshop.state,
    act: 'cancel',
    roles: officerRoles(actor),
    reason: given.reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const reason = given.reason.trim();
  await tx.db
    .updateTable('training_workshops')
    .set({
      state: decision.to,
      cancel_reason: reason,
      revision: workshop.revision + 1,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', workshop.id)
    .execute();
  const act = { process: 'workshop', subjectId: workshop.id, act: 'cancel' } as const;
  await recordAct(tx, { ...act, actorId: actor.personId, reason }, decision);
  await record(tx, trainingEvents.workshopCancelled, {
    actorId: actor.personId,
    subject: { kind: 'workshop', id: workshop.id },
    payload: { title: workshop.title, reason },
  });
  const concerned = await peopleOf(tx, workshop.id, ['enrolled', 'waiting', 'invited']);
  await tell(tx, workshop, given.zone, 'workshop-cancelled', concerned);
}

/** Invites those who have nothing to do with the workshop yet; gives how many. */
export async function inviteToWorkshop(
  tx: Tx,
  actor: Actor,
  given: { readonly id: string; readonly personIds: readonly string[]; readonly zone: string },
): Promise<number> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const workshop = await requireWorkshop(tx, given.id, { lock: true });
  if (workshop.state !== 'planned' || workshop.endsAt <= tx.now) throw new Conflict(text.begun());
  const known = await existing(tx, given.personIds);
  if (known.size < new Set(given.personIds).size) throw new NotFound();
  const there = await peopleOf(tx, workshop.id, ['invited', 'enrolled', 'waiting', 'declined', 'withdrawn']);
  const fresh = [...known].filter((id) => !there.some(({ personId }) => personId === id));
  if (fresh.length === 0) return 0;
  const decision = decide(PLACE, { state: 'none', act: 'invite', roles: officerRoles(actor) });
  const rows = fresh.map((personId) => ({ id: newId(), personId }));
  await tx.db
    .insertInto('training_enrolments')
    .values(
      rows.map(({ id, personId }) => ({
        agency_id: tx.agencyId,
        id,
        workshop_id: workshop.id,
        person_id: personId,
        state: 'invited',
        invited_by: actor.personId,
        updated_at: tx.now,
      })),
    )
    .execute();
  for (const { id } of rows)
    await recordAct(
      tx,
      { process: 'workshop-place', subjectId: id, act: 'invite', actorId: actor.personId },
      decision,
    );
  await record(tx, trainingEvents.workshopInvited, {
    actorId: actor.personId,
    subject: { kind: 'workshop', id: workshop.id },
    payload: { title: workshop.title, people: fresh.length },
  });
  await tell(tx, workshop, given.zone, 'workshop-invited', rows);
  return fresh.length;
}

async function existing(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [...ids])
    .where('ended_on', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
