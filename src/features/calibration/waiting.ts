/** What calibration waits for from one person, in one statement: it is asked by the home page. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { LEAST_JUDGEMENTS } from './transitions.ts';

export interface CalibrationWaiting {
  /** Invitations to answer. */
  readonly invitations: number;
  /** Dossiers to judge. */
  readonly dossiers: number;
  /** Items that the chair can open, or has opened and not decided. */
  readonly items: number;
  /** Returned appraisals to answer. */
  readonly returns: number;
}

/** Undefined where nothing does. */
export async function calibrationWaiting(tx: Tx, personId: string): Promise<CalibrationWaiting | undefined> {
  const { rows } = await sql<CalibrationWaiting>`
    select
      (select count(*)::int from calibration_members member
        join calibration_meetings meeting on meeting.agency_id = ${tx.agencyId} and meeting.id = member.meeting_id
        where member.agency_id = ${tx.agencyId} and member.person_id = ${personId} and member.state = 'invited'
          and meeting.state = 'judging') as invitations,
      (select count(*)::int from calibration_members member
        join calibration_meetings meeting on meeting.agency_id = ${tx.agencyId} and meeting.id = member.meeting_id
        join calibration_items item on item.agency_id = ${tx.agencyId} and item.meeting_id = meeting.id
        where member.agency_id = ${tx.agencyId} and member.person_id = ${personId} and member.state = 'accepted'
          and meeting.state = 'judging' and item.state = 'blind'
          and not exists (select from calibration_recusals recusal where recusal.agency_id = ${tx.agencyId}
            and recusal.item_id = item.id and recusal.person_id = ${personId})
          and not exists (select from calibration_judgements own where own.agency_id = ${tx.agencyId}
            and own.item_id = item.id and own.person_id = ${personId} and own.state = 'submitted')) as dossiers,
      (select count(*)::int from calibration_meetings meeting
        join calibration_items item on item.agency_id = ${tx.agencyId} and item.meeting_id = meeting.id
        where meeting.agency_id = ${tx.agencyId} and meeting.chair_id = ${personId} and meeting.state = 'judging'
          and (item.state = 'open' or (item.state = 'blind' and (select count(*) from calibration_judgements judgement
            where judgement.agency_id = ${tx.agencyId} and judgement.item_id = item.id
              and judgement.state = 'submitted') >= ${LEAST_JUDGEMENTS}))) as items,
      (select count(*)::int from calibration_items item
        join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = item.participant_id
        where item.agency_id = ${tx.agencyId} and item.state = 'returned'
          and coalesce(participant.appraiser_id, participant.superior_id) = ${personId}) as returns`.execute(
    tx.db,
  );
  const [row] = rows;
  if (!row || row.invitations + row.dossiers + row.items + row.returns === 0) return undefined;
  return row;
}

/** Returned appraisals whose author is this person, those that wait first. */
export async function returnsOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select item.id from calibration_items item
      join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = item.participant_id
    where item.agency_id = ${tx.agencyId} and item.kind is not null
      and coalesce(participant.appraiser_id, participant.superior_id) = ${personId}
    order by (item.state = 'returned') desc, item.decided_at desc`.execute(tx.db);
  return rows.map((row) => row.id);
}
