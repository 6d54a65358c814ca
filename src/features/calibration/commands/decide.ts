/** What the chair does with an item: opens it, notes that there is no remark, or returns it to its author. */
import { type Actor, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { itemNoted, itemOpened, itemReturned } from '../events.ts';
import { keepRecusals, recusalsOf } from '../judging/recusals.ts';
import type { Item } from '../meetings/queries.ts';
import {
  actOnItem,
  type ItemStanding,
  refuseConcerned,
  requireItem,
  rolesAmong,
} from '../meetings/standing.ts';
import { text } from '../text-acts.ts';
import { LEAST_JUDGEMENTS, type ReturnKind } from '../transitions.ts';
import { invited } from './call-meeting.ts';

interface Ids {
  readonly meeting: string;
  readonly item: string;
}

/** From now on those who judged see everybody's judgement and what the appraiser gave. */
export async function openItem(tx: Tx, actor: Actor, ids: Ids, today: string): Promise<void> {
  const standing = await requireItem(tx, actor, ids, { lock: true });
  const { item, meeting, members } = standing;
  refuseConcerned(actor, item);
  const state = await actOnItem(tx, actor, item, { act: 'open', roles: rolesAmong(standing.readers) });
  if (meeting.state !== 'judging') throw new Refusal(text.alreadyOpen());
  if (item.judged < LEAST_JUDGEMENTS)
    throw new Refusal(text.fewJudged({ count: item.judged, least: LEAST_JUDGEMENTS }));
  const taking = members.filter((member) => member.state === 'accepted').map((each) => each.personId);
  const recused = await keepRecusals(tx, item, await recusalsOf(tx, meeting, [item], taking, today));
  await setItem(tx, item.id, { state, opened_at: tx.now });
  await record(tx, itemOpened, {
    actorId: actor.personId,
    subject: { kind: 'calibration-item', id: item.id },
    payload: {
      participantId: item.participantId,
      ordinal: item.ordinal,
      judgements: item.judged,
      recused: recused.filter((id) => taking.includes(id)).length,
    },
  });
  tx.touch(...invited(members), actor.personId);
}

export async function noteItem(tx: Tx, actor: Actor, ids: Ids): Promise<void> {
  const standing = await requireItem(tx, actor, ids, { lock: true });
  const { item, meeting } = standing;
  refuseConcerned(actor, item);
  const state = await actOnItem(tx, actor, item, { act: 'note', roles: rolesAmong(standing.readers) });
  await setItem(tx, item.id, { state, decided_by: actor.personId, decided_at: tx.now });
  await record(tx, itemNoted, {
    actorId: actor.personId,
    subject: { kind: 'calibration-item', id: item.id },
    personId: item.rateeId,
    payload: { participantId: item.participantId, heldOn: meeting.heldOn },
  });
  await tellEmployee(tx, standing);
}

export async function returnItem(
  tx: Tx,
  actor: Actor,
  input: Ids & { readonly kind: ReturnKind; readonly reason: string; readonly dueOn: string },
  today: string,
): Promise<void> {
  const standing = await requireItem(tx, actor, input, { lock: true });
  const { item, meeting } = standing;
  refuseConcerned(actor, item);
  const reason = input.reason.trim();
  const state = await actOnItem(tx, actor, item, {
    act: 'return',
    roles: rolesAmong(standing.readers),
    reason,
  });
  const why = whyNotReturnable(item);
  if (why) throw new Refusal(text.resultState({ why }), 'kind');
  if (input.dueOn < today) throw new Refusal(text.dayPassed(), 'dueOn');
  await setItem(tx, item.id, {
    state,
    kind: input.kind,
    reason,
    due_on: input.dueOn,
    decided_by: actor.personId,
    decided_at: tx.now,
  });
  await record(tx, itemReturned, {
    actorId: actor.personId,
    subject: { kind: 'calibration-item', id: item.id },
    personId: item.rateeId,
    payload: { participantId: item.participantId, heldOn: meeting.heldOn, kind: input.kind, reason },
  });
  await notify(tx, {
    personId: item.authorId,
    kind: 'calibration-returned',
    parameters: { person: item.rateeName, date: formatDate(input.dueOn) },
    path: `/calibration-returns/${item.id}`,
  });
  await tellEmployee(tx, standing);
}

/** In words, or undefined where the result on the agenda is in force and not yet ratified. */
export function whyNotReturnable(item: Item): string | undefined {
  if (!item.authorId) return text.noAuthor();
  if (!item.current) return text.isTakenBack();
  switch (item.current.state) {
    case 'given':
      return item.current.id === item.resultId ? undefined : text.isNewer();
    case 'objected':
    case 'explained':
      return text.isObjected();
    case 'decided':
      return text.isDecided();
    default:
      return text.isRatified();
  }
}

async function tellEmployee(tx: Tx, { item, meeting, members }: ItemStanding): Promise<void> {
  await notify(tx, {
    personId: item.rateeId,
    kind: 'calibration-discussed',
    parameters: { period: meeting.periodName, date: formatDate(meeting.heldOn) },
    path: `/appraisals/${item.participantId}/result`,
    dedupeKey: `calibration-discussed:${item.id}`,
  });
  tx.touch(...invited(members), meeting.chairId, item.authorId);
}

async function setItem(
  tx: Tx,
  id: string,
  change: {
    readonly state: string;
    readonly opened_at?: Date;
    readonly decided_by?: string;
    readonly decided_at?: Date;
    readonly kind?: ReturnKind;
    readonly reason?: string;
    readonly due_on?: string;
  },
): Promise<void> {
  await tx.db
    .updateTable('calibration_items')
    .set(change)
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
}
