/** The spread of the agenda and of the whole scope, before the first return and after the answers. */
import { sql } from 'kysely';
import { unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Comparison, compareSpread, type InForce } from '../spread.ts';
import type { Item, Meeting } from './queries.ts';

export interface MeetingSpread {
  /** The moment before the first return; of a meeting that returned nothing, now. */
  readonly from: Date;
  readonly until: Date;
  readonly agenda: Comparison;
  readonly scope: Comparison;
}

/** From the versions of results, which nothing changes: the same answer whenever it is asked of a closed meeting. */
export async function spreadOfMeeting(
  tx: Tx,
  meeting: Meeting,
  items: readonly Item[],
): Promise<MeetingSpread> {
  const until = meeting.closedAt ?? tx.now;
  const returned = items.filter((item) => item.kind !== null).flatMap((item) => item.decidedAt ?? []);
  const from = returned.reduce((first, at) => (at < first ? at : first), until);
  const units = meeting.unitId ? [...(await unitsBelow(tx, [meeting.unitId]))] : null;
  const before = await inForceAt(tx, meeting.periodId, units, from);
  const after = await inForceAt(tx, meeting.periodId, units, until);
  const agenda = new Set(items.filter(({ state }) => state !== 'dropped').map((item) => item.participantId));
  const own = (rows: readonly InForce[]) => rows.filter((row) => agenda.has(row.participantId));
  return {
    from,
    until,
    agenda: compareSpread(own(before), own(after)),
    scope: compareSpread(before, after),
  };
}

async function inForceAt(
  tx: Tx,
  periodId: string,
  units: readonly string[] | null,
  at: Date,
): Promise<readonly InForce[]> {
  const { rows } = await sql<{
    participant_id: string;
    results_rating: string;
    behaviour_rating: string;
    predicate: string;
    score: string | null;
    scheme: string;
  }>`
    select result.participant_id, result.results_rating, result.behaviour_rating, result.predicate, result.score,
      result.scheme_id || '@' || result.scheme_version as scheme
    from participants participant
      join results result on result.agency_id = ${tx.agencyId} and result.participant_id = participant.id
    where participant.agency_id = ${tx.agencyId} and participant.period_id = ${periodId}
      and participant.state = 'active' and (${units}::uuid[] is null or participant.unit_id = any(${units}::uuid[]))
      and result.given_at <= ${at} and (result.superseded_at is null or result.superseded_at > ${at})`.execute(
    tx.db,
  );
  return rows.map((row) => ({
    participantId: row.participant_id,
    resultsRating: row.results_rating,
    behaviourRating: row.behaviour_rating,
    predicate: row.predicate,
    score: row.score,
    scheme: row.scheme,
  }));
}
