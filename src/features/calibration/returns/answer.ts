/**
 * What the author of a returned appraisal does: stands by it in a sentence, or takes the result back in the ordinary
 * way, which the evaluation reports here. A return for the distribution puts its ground on that act by itself.
 */
import type { Ground } from '#features/evaluation/index.ts';
import { type Actor, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { returnAnswered } from '../events.ts';
import { findItem, findMeeting, type Item, itemsOf, type Meeting } from '../meetings/queries.ts';
import { actOnItem, lockMeeting, lockParticipant } from '../meetings/standing.ts';
import { text } from '../text-acts.ts';
import type { ReturnKind } from '../transitions.ts';

export interface Return {
  readonly item: Item & { readonly kind: ReturnKind };
  readonly meeting: Meeting;
}

/** The return as its author reads it; whoever else asks is told that there is nothing. */
export async function requireReturn(
  tx: Tx,
  actor: Actor,
  itemId: string,
  options: { readonly lock?: boolean } = {},
): Promise<Return> {
  const known = await findItem(tx, itemId);
  if (!known?.kind || known.authorId !== actor.personId) throw new NotFound();
  if (options.lock) {
    await lockParticipant(tx, known.participantId);
    await lockMeeting(tx, known.meetingId);
  }
  const item = options.lock ? await findItem(tx, itemId) : known;
  const meeting = await findMeeting(tx, known.meetingId);
  if (!item?.kind || !meeting) throw new NotFound();
  return { item: { ...item, kind: item.kind }, meeting };
}

export async function standByResult(
  tx: Tx,
  actor: Actor,
  input: { readonly item: string; readonly words: string },
): Promise<void> {
  const { item, meeting } = await requireReturn(tx, actor, input.item, { lock: true });
  const words = input.words.trim();
  if (item.state === 'stood' && item.answer === words) return;
  await answer(tx, actor, { item, meeting }, { act: 'stand', words });
}

/** The evaluation takes back a result: an open return of it is answered, and the ground that has to be recorded named. */
export async function resultTakenBack(
  tx: Tx,
  actor: Actor,
  taken: { readonly participantId: string; readonly resultId: string; readonly reason: string },
): Promise<Ground | undefined> {
  const ground = await groundOfReturn(tx, taken);
  const returned = (await itemsOf(tx, { participantId: taken.participantId })).filter(
    (item) => item.resultId === taken.resultId && item.state === 'returned',
  );
  for (const { id, meetingId } of returned) {
    await lockMeeting(tx, meetingId);
    const item = await findItem(tx, id);
    const meeting = await findMeeting(tx, meetingId);
    if (item?.kind && item.state === 'returned' && meeting)
      await answer(
        tx,
        actor,
        { item: { ...item, kind: item.kind }, meeting },
        { act: 'change', words: taken.reason },
      );
  }
  return ground;
}

async function answer(
  tx: Tx,
  actor: Actor,
  { item, meeting }: Return,
  what: { readonly act: 'stand' | 'change'; readonly words: string },
): Promise<void> {
  const state = await actOnItem(tx, actor, item, {
    act: what.act,
    roles: new Set(['author']),
    reason: what.words,
  });
  if (state !== 'stood' && state !== 'changed') throw new Conflict(text.stale());
  await tx.db
    .updateTable('calibration_items')
    .set({ state, answered_by: actor.personId, answered_at: tx.now, answer: what.words })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', item.id)
    .execute();
  await record(tx, returnAnswered, {
    actorId: actor.personId,
    subject: { kind: 'calibration-item', id: item.id },
    personId: item.rateeId,
    payload: { participantId: item.participantId, kind: item.kind, answer: state, words: what.words },
  });
  await notify(tx, {
    personId: meeting.chairId,
    kind: 'calibration-answered',
    parameters: { person: item.rateeName, what: actor.name },
    path: `/calibration/${meeting.id}/items/${item.id}`,
  });
  tx.touch(item.rateeId, actor.personId);
}

/**
 * The ground that a change of this result has to carry: what was returned for the distribution does not become a
 * correction by waiting, by standing first, or by taking back a second time while the meeting goes on.
 */
export async function groundOfReturn(
  tx: Tx,
  about: { readonly participantId: string; readonly resultId: string },
): Promise<Ground | undefined> {
  const row = await tx.db
    .selectFrom('calibration_items as item')
    .innerJoin('calibration_meetings as meeting', (join) =>
      join.onRef('meeting.id', '=', 'item.meeting_id').on('meeting.agency_id', '=', tx.agencyId),
    )
    .select('item.id')
    .where('item.agency_id', '=', tx.agencyId)
    .where('item.participant_id', '=', about.participantId)
    .where('item.kind', '=', 'distribution')
    .where((either) =>
      either.or([either('item.result_id', '=', about.resultId), either('meeting.state', '=', 'judging')]),
    )
    .executeTakeFirst();
  return row ? 'distribution' : undefined;
}

/** Before a result is ratified an open return of it is answered: the path where that is done. */
export async function returnToAnswer(
  tx: Tx,
  actor: Actor,
  participantId: string,
): Promise<string | undefined> {
  const items = await itemsOf(tx, { participantId });
  const open = items.find((item) => item.state === 'returned' && item.authorId === actor.personId);
  return open && `/calibration-returns/${open.id}`;
}
