/** Calling a meeting, changing its day and place, handing over the chair. */
import { type Actor, notify } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { meetingArranged, meetingCalled, meetingHandedOver } from '../events.ts';
import { chairsFor } from '../meetings/chairs.ts';
import { itemsOf, type Member } from '../meetings/queries.ts';
import { callableUnits, mayCall, mayCallFor } from '../meetings/scope.ts';
import { actOnMeeting, requireMeeting } from '../meetings/standing.ts';
import { text } from '../text-acts.ts';

export interface Arrangement {
  readonly heldOn: string;
  readonly startsAt: string;
  readonly place: string;
  readonly link: string | null;
}

export async function callMeeting(
  tx: Tx,
  actor: Actor,
  input: Arrangement & {
    /** Made when the form was drawn: a second click finds the meeting. */
    readonly id: string;
    readonly periodId: string;
    readonly unitId: string | null;
  },
  today: string,
): Promise<void> {
  const period = await findPeriod(tx, input.periodId);
  if (!period) throw new NotFound();
  const units = await callableUnits(tx, actor, period, today);
  if (!mayCall(units)) throw new NotAllowed();
  if (period.state !== 'open') throw new Refusal(text.periodNotOpen(), 'periodId');
  if (!mayCallFor(units, input.unitId)) throw new Refusal(text.unitNotYours(), 'unitId');
  if (input.heldOn < today) throw new Refusal(text.dayPassed(), 'heldOn');
  const unit = input.unitId ? await unitName(tx, input.unitId) : null;
  const made = await tx.db
    .insertInto('calibration_meetings')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      period_id: period.id,
      unit_id: input.unitId,
      state: 'preparing',
      chair_id: actor.personId,
      held_on: input.heldOn,
      starts_at: input.startsAt,
      place: input.place,
      link: input.link,
      called_by: actor.personId,
      called_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return;
  await record(tx, meetingCalled, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: input.id },
    payload: { period: period.name, unit, heldOn: input.heldOn },
  });
}

async function unitName(tx: Tx, id: string): Promise<string> {
  const unit = await tx.db
    .selectFrom('units')
    .select('name')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!unit) throw new Refusal(text.unitNotYours(), 'unitId');
  return unit.name;
}

export async function arrangeMeeting(
  tx: Tx,
  actor: Actor,
  input: Arrangement & { readonly id: string },
  today: string,
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting } = standing;
  const { heldOn, startsAt, place, link } = input;
  if (heldOn !== meeting.heldOn && heldOn < today) throw new Refusal(text.dayPassed(), 'heldOn');
  await actOnMeeting(tx, actor, standing, { act: 'arrange' });
  const isSame =
    heldOn === meeting.heldOn &&
    startsAt === meeting.startsAt &&
    place === meeting.place &&
    link === meeting.link;
  if (isSame) return;
  await tx.db
    .updateTable('calibration_meetings')
    .set({ held_on: heldOn, starts_at: startsAt, place, link })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', meeting.id)
    .execute();
  await record(tx, meetingArranged, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    payload: { period: meeting.periodName, heldOn, place },
  });
  await notify(
    tx,
    ...invited(standing.members).map((personId) => ({
      personId,
      kind: 'calibration-changed' as const,
      parameters: { period: meeting.periodName, date: formatDate(heldOn), what: place },
      path: `/calibration/${meeting.id}`,
    })),
  );
}

/** Those who know of the meeting and take part, or may. */
export function invited(members: readonly Member[]): readonly string[] {
  return members
    .filter(({ state }) => state === 'invited' || state === 'accepted')
    .map((each) => each.personId);
}

export async function handOverChair(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly chairId: string; readonly reason: string },
  today: string,
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting } = standing;
  if (meeting.chairId === input.chairId) return;
  const reason = input.reason.trim();
  await actOnMeeting(tx, actor, standing, { act: 'hand-over', reason });
  const items = await itemsOf(tx, { meetingId: meeting.id });
  const fitting = await chairsFor(tx, meeting, items, standing.members, today);
  const chosen = fitting.find(({ id }) => id === input.chairId);
  if (!chosen) throw new Refusal(text.chairNotFitting(), 'chairId');
  await tx.db
    .updateTable('calibration_meetings')
    .set({ chair_id: chosen.id })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', meeting.id)
    .execute();
  await record(tx, meetingHandedOver, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    payload: { period: meeting.periodName, to: chosen.name, reason },
  });
  await notify(tx, {
    personId: chosen.id,
    kind: 'calibration-chair',
    parameters: { period: meeting.periodName, date: formatDate(meeting.heldOn) },
    path: `/calibration/${meeting.id}`,
  });
  tx.touch(meeting.chairId, actor.personId);
}
