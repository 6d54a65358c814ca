/** The course of a meeting: invitations go out, it is closed, or it is called off. */
import { type Actor, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { judgingStarted, meetingCancelled, meetingClosed } from '../events.ts';
import { type Item, itemsOf } from '../meetings/queries.ts';
import { actOnMeeting, requireMeeting } from '../meetings/standing.ts';
import { text } from '../text-acts.ts';
import { LEAST_JUDGEMENTS, type MeetingState } from '../transitions.ts';
import { invited } from './call-meeting.ts';
import { inviteMembers } from './members.ts';

/** Sends the invitations; from then on members judge. */
export async function startJudging(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string },
  today: string,
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting, members } = standing;
  const state = await actOnMeeting(tx, actor, standing, { act: 'start' });
  const items = (await itemsOf(tx, { meetingId: meeting.id })).filter((item) => item.state === 'blind');
  const listed = members.filter((member) => member.state === 'listed');
  if (meeting.periodState !== 'open') throw new Refusal(text.periodNotOpen());
  if (items.length === 0) throw new Refusal(text.emptyAgenda());
  if (listed.length < LEAST_JUDGEMENTS) throw new Refusal(text.fewMembers({ count: LEAST_JUDGEMENTS }));
  await setMeeting(tx, meeting.id, { state, started_at: tx.now });
  await record(tx, judgingStarted, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    payload: { period: meeting.periodName, items: items.length, members: listed.length },
  });
  await inviteMembers(
    tx,
    actor,
    standing,
    listed.map((member) => member.personId),
    today,
  );
}

/** Waits for its author: no answer yet, or taken back and not given anew. */
export function isAwaited(item: Item): boolean {
  if (item.state === 'returned') return true;
  return item.state === 'changed' && item.current === null;
}

export async function closeMeeting(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly note: string | null; readonly present: readonly string[] },
  today: string,
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting, members } = standing;
  const state = await actOnMeeting(tx, actor, standing, { act: 'close', reason: input.note ?? undefined });
  const items = (await itemsOf(tx, { meetingId: meeting.id })).filter((item) => item.state !== 'dropped');
  const undecided = items.filter((item) => item.state === 'blind' || item.state === 'open').length;
  if (undecided > 0) throw new Refusal(text.undecided({ count: undecided }));
  const awaited = items.filter((item) => isAwaited(item) && (item.dueOn ?? today) >= today).length;
  if (awaited > 0) throw new Refusal(text.unanswered({ count: awaited }));
  const accepted = members.filter((member) => member.state === 'accepted').map((each) => each.personId);
  const present = accepted.filter((id) => input.present.includes(id));
  await setMeeting(tx, meeting.id, {
    state,
    closed_at: tx.now,
    closing_note: input.note,
    present: JSON.stringify(present),
  });
  await record(tx, meetingClosed, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    payload: {
      period: meeting.periodName,
      items: items.length,
      returned: items.filter((item) => item.kind !== null).length,
      note: input.note,
    },
  });
  await notify(
    tx,
    ...accepted.map((personId) => ({
      personId,
      kind: 'calibration-closed' as const,
      parameters: { period: meeting.periodName },
      path: `/calibration/${meeting.id}/minutes`,
    })),
  );
}

export async function cancelMeeting(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting } = standing;
  if (meeting.state === 'cancelled') return;
  const reason = input.reason.trim();
  const state = await actOnMeeting(tx, actor, standing, { act: 'cancel', reason });
  // What was decided with an author waiting has to be seen through first.
  const items = await itemsOf(tx, { meetingId: meeting.id });
  const awaited = items.filter(isAwaited).length;
  if (awaited > 0) throw new Refusal(text.unanswered({ count: awaited }), 'reason');
  await setMeeting(tx, meeting.id, { state, closing_note: reason });
  await record(tx, meetingCancelled, {
    actorId: actor.personId,
    subject: { kind: 'calibration', id: meeting.id },
    payload: { period: meeting.periodName, reason },
  });
  await notify(
    tx,
    ...invited(standing.members).map((personId) => ({
      personId,
      kind: 'calibration-cancelled' as const,
      parameters: { period: meeting.periodName, what: reason },
      path: `/calibration/${meeting.id}`,
    })),
  );
}

async function setMeeting(
  tx: Tx,
  id: string,
  change: {
    readonly state: MeetingState;
    readonly started_at?: Date;
    readonly closed_at?: Date;
    readonly closing_note?: string | null;
    readonly present?: string;
  },
): Promise<void> {
  await tx.db
    .updateTable('calibration_meetings')
    .set(change)
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
}
