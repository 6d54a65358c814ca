/** Who is to rate whom, or stands above who does: only about them can somebody declare a relation. */
import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface RelatedPerson {
  readonly id: string;
  readonly name: string;
  readonly position: string | null;
  /** What the person who asks is to them: rates them, or is rated by them; both can be. */
  readonly as: 'rater' | 'ratee';
}

/** Everybody whom the person rates or is rated by now: as appraiser, superior, second appraiser, or as somebody asked. */
export async function relatedTo(tx: Tx, personId: string, today: string): Promise<readonly RelatedPerson[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    position_name: string | null;
    as: 'rater' | 'ratee';
  }>`
    with pairs as (
      select appraiser_id as rater_id, person_id as ratee_id from appraiser_assignments
        where agency_id = ${tx.agencyId} and ${personId}::uuid in (appraiser_id, person_id)
          and valid_from <= ${today} and (valid_until is null or valid_until > ${today})
      union
      select superior_id, person_id from appraiser_assignments
        where agency_id = ${tx.agencyId} and ${personId}::uuid in (superior_id, person_id)
          and valid_from <= ${today} and (valid_until is null or valid_until > ${today})
      union
      select rater.id, participant.person_id from participants participant
        join periods period on period.agency_id = ${tx.agencyId} and period.id = participant.period_id
        cross join lateral (values (participant.appraiser_id), (participant.superior_id)) as rater (id)
        where participant.agency_id = ${tx.agencyId} and participant.state <> 'excluded' and period.state = 'open'
          and ${personId}::uuid in (rater.id, participant.person_id)
      union
      select request.rater_id, participant.person_id from voice_requests request
        join voice_pools pool on pool.agency_id = ${tx.agencyId} and pool.id = request.pool_id
        join voice_rounds round on round.agency_id = ${tx.agencyId} and round.id = pool.round_id
        join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = pool.participant_id
        where request.agency_id = ${tx.agencyId} and request.state <> 'withdrawn' and round.state <> 'released'
          and (participant.person_id = ${personId} or (request.rater_id = ${personId} and request.state <> 'proposed'))
      union
      select look.appraiser_id, participant.person_id from second_looks look
        join participants participant on participant.agency_id = ${tx.agencyId} and participant.id = look.participant_id
        where look.agency_id = ${tx.agencyId} and look.state = 'asked' and look.appraiser_id = ${personId}
    ), others as (
      select distinct case when rater_id = ${personId} then ratee_id else rater_id end as id,
        case when rater_id = ${personId} then 'rater' else 'ratee' end as "as"
      from pairs where rater_id is not null and rater_id <> ratee_id
    )
    select others.id, others."as", people.name, people.title_before, people.title_after, post.position_name
    from others
      join people on people.agency_id = ${tx.agencyId} and people.id = others.id
      left join lateral (
        select position_name from placements
        where agency_id = ${tx.agencyId} and person_id = others.id and kind = 'definitive' and valid_from <= ${today}
        order by valid_from desc limit 1) post on true
    order by others."as" desc, lower(people.name), people.id`.execute(tx.db);
  return rows.map((row) => ({ id: row.id, name: fullName(row), position: row.position_name, as: row.as }));
}
