/** What stands on the agenda. */
import { type Actor, unitsBelow } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { agendaAdded, itemDropped } from '../events.ts';
import { itemsOf, type Meeting } from '../meetings/queries.ts';
import {
  actOnItem,
  actOnMeeting,
  refuseConcerned,
  requireItem,
  requireMeeting,
  rolesAmong,
} from '../meetings/standing.ts';
import { text } from '../text-acts.ts';
import type { Cause } from '../transitions.ts';
import { invited } from './call-meeting.ts';
import { keepForAll } from './members.ts';

export const MOST_ITEMS = 40;

export interface Chosen {
  readonly participantId: string;
  readonly causes: readonly Cause[];
}

export async function addToAgenda(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly chosen: readonly Chosen[] },
  today: string,
): Promise<void> {
  const standing = await requireMeeting(tx, actor, input.id, { lock: true });
  const { meeting } = standing;
  await actOnMeeting(tx, actor, standing, { act: 'arrange' });
  if (input.chosen.length === 0) throw new Refusal(text.nothingChosen(), 'chosen');
  const items = await itemsOf(tx, { meetingId: meeting.id });
  const standingItems = items.filter(({ state }) => state !== 'dropped');
  const known = new Set(standingItems.map((item) => item.participantId));
  const wanted = input.chosen.filter((each) => !known.has(each.participantId));
  if (wanted.length === 0) return;
  if (standingItems.length + wanted.length > MOST_ITEMS)
    throw new Refusal(text.tooMany({ count: MOST_ITEMS }), 'chosen');
  const fitting = await givenIn(
    tx,
    meeting,
    [...new Set(wanted.map((each) => each.participantId))],
    [meeting.chairId, actor.personId],
  );
  const unfit = wanted.filter((each) => !fitting.has(each.participantId)).length;
  if (unfit > 0) throw new Refusal(text.notFitting({ count: unfit }), 'chosen');
  const first = Math.max(0, ...items.map((item) => item.ordinal)) + 1;
  const rows = wanted.map(({ participantId, causes }, index) => ({
    agency_id: tx.agencyId,
    id: newId(),
    meeting_id: meeting.id,
    participant_id: participantId,
    result_id: fitting.get(participantId) ?? '',
    ordinal: first + index,
    causes: JSON.stringify(causes),
    state: 'blind',
    added_by: actor.personId,
    added_at: tx.now,
  }));
  await tx.db.insertInto('calibration_items').values(rows).execute();
  for (const [index, row] of rows.entries())
    await record(tx, agendaAdded, {
      actorId: actor.personId,
      subject: { kind: 'calibration-item', id: row.id },
      payload: {
        period: meeting.periodName,
        ordinal: row.ordinal,
        causes: [...(wanted[index]?.causes ?? [])],
      },
    });
  if (meeting.state !== 'judging') return;
  await keepForAll(tx, meeting.id, invited(standing.members), today);
  tx.touch(...invited(standing.members));
}

/** By participant: the result in force, where it is given and not yet ratified, and none of these people gave or got it. */
async function givenIn(
  tx: Tx,
  meeting: Meeting,
  participantIds: readonly string[],
  concerned: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = participantIds.filter(isId);
  if (ids.length === 0) return new Map();
  let query = tx.db
    .selectFrom('participants')
    .innerJoin('results', (join) =>
      join
        .onRef('results.participant_id', '=', 'participants.id')
        .on('results.agency_id', '=', tx.agencyId)
        .on('results.superseded_at', 'is', null),
    )
    .select(['participants.id', 'participants.person_id', 'participants.appraiser_id'])
    .select(['results.id as result_id', 'results.given_by'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', 'in', ids)
    .where('participants.period_id', '=', meeting.periodId)
    .where('participants.state', '=', 'active')
    .where('results.state', '=', 'given');
  if (meeting.unitId)
    query = query.where('participants.unit_id', 'in', [...(await unitsBelow(tx, [meeting.unitId]))]);
  const rows = await query.execute();
  return new Map(
    rows
      .filter((row) => !concerned.some((id) => [row.person_id, row.appraiser_id, row.given_by].includes(id)))
      .map((row) => [row.id, row.result_id]),
  );
}

export async function dropItem(
  tx: Tx,
  actor: Actor,
  input: { readonly meeting: string; readonly item: string; readonly reason: string },
): Promise<void> {
  const standing = await requireItem(tx, actor, input, { lock: true });
  const { item, meeting } = standing;
  refuseConcerned(actor, item);
  const reason = input.reason.trim();
  await actOnMeeting(tx, actor, standing, { act: 'arrange' });
  const state = await actOnItem(tx, actor, item, {
    act: 'drop',
    roles: rolesAmong(standing.readers),
    reason,
  });
  await tx.db
    .updateTable('calibration_items')
    .set({ state, reason, decided_by: actor.personId, decided_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', item.id)
    .execute();
  await record(tx, itemDropped, {
    actorId: actor.personId,
    subject: { kind: 'calibration-item', id: item.id },
    payload: { period: meeting.periodName, ordinal: item.ordinal, reason },
  });
  tx.touch(...invited(standing.members));
}
