/** What the mirror reads: everything by the one who looks, and of others only sums. */
import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { RateeRow, RaterRow } from '../store/types.ts';
import type { LevelCount } from './levels.ts';

export interface MirrorPeriod {
  readonly id: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly state: 'draft' | 'open' | 'closed';
  /** A finished run holds forms of this person. */
  readonly hasFigures: boolean;
}

/** Periods in which the person rated, or is to rate, the latest first; nobody else's periods are here. */
export async function periodsRated(tx: Tx, personId: string): Promise<readonly MirrorPeriod[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    starts_on: string;
    ends_on: string;
    state: MirrorPeriod['state'];
    has_figures: boolean;
  }>`
    select period.id, period.name, period.starts_on, period.ends_on, period.state, figures.found as has_figures
    from periods period
      cross join lateral (
        select exists (
          select 1 from fairness_raters rater
            join fairness_runs run on run.agency_id = ${tx.agencyId} and run.id = rater.run_id
          where rater.agency_id = ${tx.agencyId} and rater.rater_id = ${personId}
            and run.period_id = period.id and run.state = 'done') as found
      ) figures
    where period.agency_id = ${tx.agencyId} and period.state <> 'draft'
      and (figures.found
        or exists (
          select 1 from participants participant
          where participant.agency_id = ${tx.agencyId} and participant.period_id = period.id
            and (participant.appraiser_id = ${personId}
              or (participant.appraiser_id is null and participant.superior_id = ${personId})))
        or exists (
          select 1 from second_looks look
          where look.agency_id = ${tx.agencyId} and look.period_id = period.id
            and look.appraiser_id = ${personId} and look.state = 'given'))
    order by period.starts_on desc, period.id desc
    limit 40`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    hasFigures: row.has_figures,
  }));
}

export interface RatedPerson extends RateeRow {
  readonly ordinal: number;
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  /** The one who looks is the appraiser, so that the result page opens. */
  readonly isOwn: boolean;
}

/** The people whom this rater rated in the run, with what the model says of them. */
export async function peopleRatedBy(
  tx: Tx,
  runId: string,
  raterId: string,
  participantIds: readonly string[],
): Promise<readonly RatedPerson[]> {
  if (participantIds.length === 0) return [];
  const { rows } = await sql<{
    ordinal: number;
    participant_id: string;
    person_id: string;
    figures: RateeRow;
    name: string;
    title_before: string | null;
    title_after: string | null;
    is_own: boolean;
  }>`
    select ratee.ordinal, ratee.participant_id, participant.person_id, ratee.figures, person.name, person.title_before, person.title_after,
      participant.appraiser_id is not distinct from ${raterId}::uuid as is_own
    from fairness_ratees ratee
      join participants participant
        on participant.agency_id = ${tx.agencyId} and participant.id = ratee.participant_id
      join people person on person.agency_id = ${tx.agencyId} and person.id = participant.person_id
    where ratee.agency_id = ${tx.agencyId} and ratee.run_id = ${runId}
      and ratee.participant_id = any(${[...participantIds]}::uuid[])
    order by person.name, ratee.participant_id`.execute(tx.db);
  return rows.map((row) => ({
    ...row.figures,
    ordinal: row.ordinal,
    participantId: row.participant_id,
    personId: row.person_id,
    name: fullName(row),
    isOwn: row.is_own,
  }));
}

/** Use of the levels by all raters of a model together, the one who looks among them. */
export async function levelsOfAll(
  tx: Tx,
  runId: string,
  ordinal: number,
): Promise<{ readonly raters: number; readonly levels: readonly LevelCount[] }> {
  const { rows } = await sql<{ at: number; count: number; raters: number }>`
    select (level ->> 'at')::double precision as at, sum((level ->> 'count')::integer)::integer as count,
      (select count(*)::integer from fairness_raters everybody
        where everybody.agency_id = ${tx.agencyId} and everybody.run_id = ${runId} and everybody.ordinal = ${ordinal}
          and jsonb_array_length(everybody.figures -> 'levels') > 0) as raters
    from fairness_raters rater
      cross join lateral jsonb_array_elements(rater.figures -> 'levels') level
    where rater.agency_id = ${tx.agencyId} and rater.run_id = ${runId} and rater.ordinal = ${ordinal}
    group by 1
    order by 1`.execute(tx.db);
  return { raters: rows[0]?.raters ?? 0, levels: rows.map(({ at, count }) => ({ at, count })) };
}

export interface EarlierFigures {
  readonly periodName: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly figures: RaterRow;
}

const LOOKED_BACK = 6;

/** The same rater in earlier periods, the nearest first. */
export async function earlierFigures(
  tx: Tx,
  raterId: string,
  periodId: string,
): Promise<readonly EarlierFigures[]> {
  const { rows } = await sql<{
    name: string;
    scheme_id: string;
    scheme_version: number;
    figures: RaterRow;
  }>`
    select period.name, model.scheme_id, model.scheme_version, rater.figures
    from fairness_raters rater
      join fairness_runs run
        on run.agency_id = ${tx.agencyId} and run.id = rater.run_id and run.state = 'done'
      join periods period on period.agency_id = ${tx.agencyId} and period.id = run.period_id
      join periods this on this.agency_id = ${tx.agencyId} and this.id = ${periodId}
      join fairness_models model
        on model.agency_id = ${tx.agencyId} and model.run_id = rater.run_id and model.ordinal = rater.ordinal
    where rater.agency_id = ${tx.agencyId} and rater.rater_id = ${raterId} and period.starts_on < this.starts_on
    order by period.starts_on desc, model.ordinal
    limit ${LOOKED_BACK}`.execute(tx.db);
  return rows.map((row) => ({
    periodName: row.name,
    schemeId: row.scheme_id,
    schemeVersion: row.scheme_version,
    figures: row.figures,
  }));
}
