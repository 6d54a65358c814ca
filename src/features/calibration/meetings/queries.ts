/** Calibration meetings as they stand: when, who, and what is on the agenda. Ratings and judgements are read elsewhere. */
import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Cause, ItemState, MeetingState, MemberState, ReturnKind } from '../transitions.ts';

export interface Meeting {
  readonly id: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly periodState: string;
  /** Null: the whole agency. */
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly state: MeetingState;
  readonly chairId: string;
  readonly chairName: string;
  readonly heldOn: string;
  /** As it is said in the invitation: `09.00`. */
  readonly startsAt: string;
  readonly place: string;
  readonly link: string | null;
  readonly calledBy: string;
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closingNote: string | null;
  readonly present: readonly string[] | null;
}

export interface MeetingFilter {
  readonly id?: string;
  readonly periodId?: string;
}

interface Row {
  readonly id: string;
  readonly period_id: string;
  readonly period_name: string;
  readonly period_state: string;
  readonly unit_id: string | null;
  readonly unit_name: string | null;
  readonly state: MeetingState;
  readonly chair_id: string;
  readonly name: string;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly held_on: string;
  readonly starts_at: string;
  readonly place: string;
  readonly link: string | null;
  readonly called_by: string;
  readonly started_at: Date | null;
  readonly closed_at: Date | null;
  readonly closing_note: string | null;
  readonly present: readonly string[] | null;
}

/** Those that are open first, then the latest. */
export async function listMeetings(tx: Tx, filter: MeetingFilter = {}): Promise<readonly Meeting[]> {
  const { rows } = await sql<Row>`
    select meeting.id, meeting.period_id, period.name as period_name, period.state as period_state, meeting.unit_id,
      unit.name as unit_name, meeting.state, meeting.chair_id, chair.name, chair.title_before, chair.title_after,
      meeting.held_on, meeting.starts_at, meeting.place, meeting.link, meeting.called_by, meeting.started_at,
      meeting.closed_at, meeting.closing_note, meeting.present
    from calibration_meetings meeting
      join periods period on period.agency_id = ${tx.agencyId} and period.id = meeting.period_id
      join people chair on chair.agency_id = ${tx.agencyId} and chair.id = meeting.chair_id
      left join units unit on unit.agency_id = ${tx.agencyId} and unit.id = meeting.unit_id
    where meeting.agency_id = ${tx.agencyId}
      and (${filter.id ?? null}::uuid is null or meeting.id = ${filter.id ?? null}::uuid)
      and (${filter.periodId ?? null}::uuid is null or meeting.period_id = ${filter.periodId ?? null}::uuid)
    order by (meeting.state in ('preparing', 'judging')) desc, meeting.held_on desc, meeting.id desc`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    id: row.id,
    periodId: row.period_id,
    periodName: row.period_name,
    periodState: row.period_state,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: row.state,
    chairId: row.chair_id,
    chairName: fullName(row),
    heldOn: String(row.held_on),
    startsAt: row.starts_at,
    place: row.place,
    link: row.link,
    calledBy: row.called_by,
    startedAt: row.started_at,
    closedAt: row.closed_at,
    closingNote: row.closing_note,
    present: row.present,
  }));
}

export async function findMeeting(tx: Tx, id: string): Promise<Meeting | undefined> {
  return isId(id) ? (await listMeetings(tx, { id }))[0] : undefined;
}

export interface Member {
  readonly meetingId: string;
  readonly personId: string;
  readonly name: string;
  readonly state: MemberState;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
}

/** Of one meeting or of all in which a person has a part, in the order in which they were listed. */
export async function membersOf(
  tx: Tx,
  filter: { readonly meetingId?: string; readonly personId?: string },
): Promise<readonly Member[]> {
  let query = tx.db
    .selectFrom('calibration_members as member')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'member.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['member.meeting_id', 'member.person_id', 'member.state', 'member.answered_at', 'member.reason'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('member.agency_id', '=', tx.agencyId);
  if (filter.meetingId !== undefined) query = query.where('member.meeting_id', '=', filter.meetingId);
  if (filter.personId !== undefined) query = query.where('member.person_id', '=', filter.personId);
  const rows = await query.orderBy('member.invited_at').orderBy('people.name').execute();
  return rows.map((row) => ({
    meetingId: row.meeting_id,
    personId: row.person_id,
    name: fullName(row),
    state: row.state as MemberState,
    answeredAt: row.answered_at,
    reason: row.reason,
  }));
}

export interface Item {
  readonly id: string;
  readonly meetingId: string;
  readonly ordinal: number;
  readonly participantId: string;
  readonly state: ItemState;
  readonly causes: readonly Cause[];
  readonly rateeId: string;
  readonly rateeName: string;
  readonly unitName: string;
  /** Who answers a return: the appraiser, or the superior while that post is vacant. */
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly appraiserId: string | null;
  readonly superiorId: string | null;
  /** The version that stood when the item was put on the agenda. */
  readonly resultId: string;
  readonly givenBy: string;
  readonly givenAt: Date;
  /** What stands in force now; null while none does. */
  readonly current: { readonly id: string; readonly state: string; readonly givenAt: Date } | null;
  readonly openedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly kind: ReturnKind | null;
  readonly reason: string | null;
  readonly dueOn: string | null;
  readonly answeredAt: Date | null;
  readonly answer: string | null;
  /** Judgements that were submitted; how many, never whose. */
  readonly judged: number;
}

interface ItemRow extends Record<string, unknown> {
  readonly id: string;
}

export async function itemsOf(
  tx: Tx,
  filter: { readonly meetingId?: string; readonly id?: string; readonly participantId?: string },
): Promise<readonly Item[]> {
  const { rows } = await sql<ItemRow>`
    select item.*, participant.person_id as ratee_id, participant.appraiser_id, participant.superior_id,
      unit.name as unit_name, to_json(ratee) as ratee, to_json(author) as author, result.given_by, result.given_at,
      current.id as current_id, current.state as current_state, current.given_at as current_given_at,
      (select count(*) from calibration_judgements judgement where judgement.agency_id = ${tx.agencyId}
        and judgement.item_id = item.id and judgement.state = 'submitted') as judged
    from calibration_items item
      join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = item.participant_id
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = participant.unit_id
      join people ratee on ratee.agency_id = ${tx.agencyId} and ratee.id = participant.person_id
      join results result on result.agency_id = ${tx.agencyId} and result.id = item.result_id
      left join people author on author.agency_id = ${tx.agencyId}
        and author.id = coalesce(participant.appraiser_id, participant.superior_id)
      left join results current on current.agency_id = ${tx.agencyId} and current.participant_id = item.participant_id
        and current.superseded_at is null
    where item.agency_id = ${tx.agencyId}
      and (${filter.meetingId ?? null}::uuid is null or item.meeting_id = ${filter.meetingId ?? null}::uuid)
      and (${filter.id ?? null}::uuid is null or item.id = ${filter.id ?? null}::uuid)
      and (${filter.participantId ?? null}::uuid is null or item.participant_id = ${filter.participantId ?? null}::uuid)
    order by item.meeting_id, item.ordinal`.execute(tx.db);
  return rows.map(itemOf);
}

export async function findItem(tx: Tx, id: string): Promise<Item | undefined> {
  return isId(id) ? (await itemsOf(tx, { id }))[0] : undefined;
}

type Named = { id: string; name: string; title_before: string | null; title_after: string | null };

function itemOf(row: ItemRow): Item {
  const words = (value: unknown) => (typeof value === 'string' ? value : null);
  const author = row.author as Named | null;
  return {
    id: row.id,
    meetingId: String(row.meeting_id),
    ordinal: Number(row.ordinal),
    participantId: String(row.participant_id),
    state: row.state as ItemState,
    causes: row.causes as readonly Cause[],
    rateeId: String(row.ratee_id),
    rateeName: fullName(row.ratee as Named),
    unitName: String(row.unit_name),
    authorId: author?.id ?? null,
    authorName: author && fullName(author),
    appraiserId: words(row.appraiser_id),
    superiorId: words(row.superior_id),
    resultId: String(row.result_id),
    givenBy: String(row.given_by),
    givenAt: row.given_at as Date,
    current: row.current_id
      ? {
          id: String(row.current_id),
          state: String(row.current_state),
          givenAt: row.current_given_at as Date,
        }
      : null,
    openedAt: row.opened_at as Date | null,
    decidedAt: row.decided_at as Date | null,
    kind: row.kind as ReturnKind | null,
    reason: words(row.reason),
    dueOn: words(row.due_on),
    answeredAt: row.answered_at as Date | null,
    answer: words(row.answer),
    judged: Number(row.judged),
  };
}
