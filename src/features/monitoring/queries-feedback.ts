import { fullName } from '#features/people/index.ts';
import type { Participation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface PersonToAsk {
  readonly id: string;
  readonly name: string;
  readonly position: string;
}

/**
 * Who can be asked for feedback: the same people who may give it without being asked (see `relationsTo`): those of the
 * same unit or appraiser in the period, and those whom the person appraises.
 */
export async function peopleToAsk(tx: Tx, participation: Participation): Promise<readonly PersonToAsk[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .select([
      'people.id',
      'people.name',
      'people.title_before',
      'people.title_after',
      'placements.position_name',
    ])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', participation.period.id)
    .where('participants.state', '=', 'active')
    .where('participants.person_id', '!=', participation.person.id)
    .where('people.ended_on', 'is', null)
    .where((any) =>
      any.or([
        any('participants.unit_id', '=', participation.unit.id),
        any('participants.appraiser_id', '=', participation.person.id),
        ...(participation.appraiser
          ? [any('participants.appraiser_id', '=', participation.appraiser.id)]
          : []),
      ]),
    )
    .orderBy('people.name')
    .limit(500)
    .execute();
  const seen = new Map(
    rows.map((row) => [row.id, { id: row.id, name: fullName(row), position: row.position_name }]),
  );
  return [...seen.values()];
}

export interface FeedbackRequest {
  readonly askedId: string;
  readonly asked: string;
  readonly message: string | null;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
}

/** Whom the employee has asked, the newest first. */
export async function requestsOf(tx: Tx, participantId: string): Promise<readonly FeedbackRequest[]> {
  const rows = await tx.db
    .selectFrom('feedback_requests')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'feedback_requests.asked_id').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('feedback_requests')
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('feedback_requests.agency_id', '=', tx.agencyId)
    .where('feedback_requests.participant_id', '=', participantId)
    .orderBy('feedback_requests.created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    askedId: row.asked_id,
    asked: fullName(row),
    message: row.message,
    createdAt: row.created_at,
    answeredAt: row.answered_at,
  }));
}
