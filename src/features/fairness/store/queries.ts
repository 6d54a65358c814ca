import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Named } from './named.ts';
import type {
  FlagRow,
  Model,
  RateeRow,
  RaterRow,
  StoredFlag,
  StoredRatee,
  StoredRater,
  StoredReport,
} from './types.ts';

export async function modelsOf(tx: Tx, runId: string): Promise<readonly Model[]> {
  const rows = await tx.db
    .selectFrom('fairness_models')
    .select(['ordinal', 'scheme_id', 'scheme_version', 'figures'])
    .where('agency_id', '=', tx.agencyId)
    .where('run_id', '=', runId)
    .orderBy('ordinal')
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    scheme: { id: row.scheme_id, version: row.scheme_version },
    // Written by the run and by nothing else; so are the figures below.
    report: row.figures as unknown as StoredReport,
  }));
}

/** Units are those of the raters' own posts as participants of the period; null for somebody who was not one. */
export async function ratersOf(
  tx: Tx,
  runId: string,
  ordinal: number,
  filter: { readonly raterId?: string } = {},
): Promise<readonly StoredRater[]> {
  const { rows } = await sql<
    Named & { rater_id: string; figures: RaterRow; unit_id: string | null; unit_name: string | null }
  >`
    select rater.rater_id, rater.figures, person.name, person.title_before, person.title_after,
      post.unit_id, unit.name as unit_name
    from fairness_raters rater
      join fairness_runs run on run.agency_id = ${tx.agencyId} and run.id = rater.run_id
      join people person on person.agency_id = ${tx.agencyId} and person.id = rater.rater_id
      left join lateral (
        select unit_id from participants participant
        where participant.agency_id = ${tx.agencyId} and participant.period_id = run.period_id
          and participant.person_id = rater.rater_id
        order by (participant.state = 'active') desc, participant.starts_on desc limit 1
      ) post on true
      left join units unit on unit.agency_id = ${tx.agencyId} and unit.id = post.unit_id
    where rater.agency_id = ${tx.agencyId} and rater.run_id = ${runId} and rater.ordinal = ${ordinal}
      and (${filter.raterId ?? null}::uuid is null or rater.rater_id = ${filter.raterId ?? null}::uuid)
    order by person.name, rater.rater_id`.execute(tx.db);
  return rows.map((row) => ({
    ...row.figures,
    personId: row.rater_id,
    name: fullName(row),
    unitId: row.unit_id,
    unitName: row.unit_name,
  }));
}

export async function rateesOf(
  tx: Tx,
  runId: string,
  filter: {
    readonly ordinal?: number;
    readonly participantId?: string;
    readonly unitIds?: readonly string[];
    /** People of whom this rater gave a form. */
    readonly raterId?: string;
  } = {},
): Promise<readonly (StoredRatee & { readonly ordinal: number })[]> {
  const { rows } = await sql<
    Named & {
      ordinal: number;
      participant_id: string;
      person_id: string;
      figures: RateeRow;
      unit_id: string;
      unit_name: string;
      predicate: string | null;
      category: string | null;
    }
  >`
    select ratee.ordinal, ratee.participant_id, ratee.figures, participant.person_id, participant.unit_id,
      person.name, person.title_before, person.title_after, unit.name as unit_name, result.predicate, result.category
    from fairness_ratees ratee
      join participants participant
        on participant.agency_id = ${tx.agencyId} and participant.id = ratee.participant_id
      join people person on person.agency_id = ${tx.agencyId} and person.id = participant.person_id
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = participant.unit_id
      left join results result on result.agency_id = ${tx.agencyId}
        and result.participant_id = ratee.participant_id and result.superseded_at is null
    where ratee.agency_id = ${tx.agencyId} and ratee.run_id = ${runId}
      and (${filter.ordinal ?? null}::integer is null or ratee.ordinal = ${filter.ordinal ?? null}::integer)
      and (${filter.participantId ?? null}::uuid is null
        or ratee.participant_id = ${filter.participantId ?? null}::uuid)
      and (${filter.raterId ?? null}::text is null
        or ratee.figures->'forms' @> jsonb_build_array(jsonb_build_object('raterId', ${filter.raterId ?? null}::text)))
      and (${filter.unitIds ?? null}::uuid[] is null or participant.unit_id = any(${filter.unitIds ?? null}::uuid[]))
    order by person.name, ratee.participant_id`.execute(tx.db);
  return rows.map((row) => ({
    ...row.figures,
    ordinal: row.ordinal,
    participantId: row.participant_id,
    personId: row.person_id,
    name: fullName(row),
    unitId: row.unit_id,
    unitName: row.unit_name,
    predicate: row.predicate,
    category: row.category,
  }));
}

/** By evidence, strongest first. */
export async function flagsOf(
  tx: Tx,
  runId: string,
  filter: { readonly id?: string; readonly raterId?: string; readonly ordinal?: number } = {},
): Promise<readonly StoredFlag[]> {
  const { rows } = await sql<
    Named & {
      id: string;
      ordinal: number;
      rank: number;
      period_id: string;
      rater_id: string;
      figures: FlagRow;
      body: string | null;
      answered_at: Date | null;
    }
  >`
    select flag.id, flag.ordinal, flag.rank, run.period_id, flag.rater_id, flag.figures, person.name,
      person.title_before, person.title_after, answer.body, answer.answered_at
    from fairness_flags flag
      join fairness_runs run on run.agency_id = ${tx.agencyId} and run.id = flag.run_id
      join people person on person.agency_id = ${tx.agencyId} and person.id = flag.rater_id
      left join fairness_answers answer on answer.agency_id = ${tx.agencyId} and answer.period_id = run.period_id
        and answer.rater_id = flag.rater_id and answer.detector = flag.detector
    where flag.agency_id = ${tx.agencyId} and flag.run_id = ${runId}
      and (${filter.id ?? null}::uuid is null or flag.id = ${filter.id ?? null}::uuid)
      and (${filter.raterId ?? null}::uuid is null or flag.rater_id = ${filter.raterId ?? null}::uuid)
      and (${filter.ordinal ?? null}::integer is null or flag.ordinal = ${filter.ordinal ?? null}::integer)
    order by flag.rank`.execute(tx.db);
  return rows.map((row) => ({
    ...row.figures,
    id: row.id,
    ordinal: row.ordinal,
    rank: row.rank,
    periodId: row.period_id,
    raterId: row.rater_id,
    raterName: fullName(row),
    answer: row.body !== null && row.answered_at ? { body: row.body, at: row.answered_at } : null,
  }));
}

/** The run that a flag belongs to, of any period; undefined where there is no such flag. */
export async function runOfFlag(tx: Tx, flagId: string): Promise<string | undefined> {
  if (!isId(flagId)) return undefined;
  const row = await tx.db
    .selectFrom('fairness_flags')
    .select('run_id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', flagId)
    .executeTakeFirst();
  return row?.run_id;
}

export interface StoredGroup {
  readonly ordinal: number;
  readonly attribute: string;
  readonly figures: unknown;
}

export async function groupsOf(tx: Tx, runId: string): Promise<readonly StoredGroup[]> {
  return tx.db
    .selectFrom('fairness_groups')
    .select(['ordinal', 'attribute', 'figures'])
    .where('agency_id', '=', tx.agencyId)
    .where('run_id', '=', runId)
    .orderBy('ordinal')
    .orderBy('attribute')
    .execute();
}

export interface ResultCounts {
  readonly results: number;
  /** Flags of the newest finished run. */
  readonly patterns: number;
}

export async function countsByPeriod(tx: Tx): Promise<ReadonlyMap<string, ResultCounts>> {
  const { rows } = await sql<{ period_id: string; results: number; patterns: number }>`
    select participant.period_id, count(*)::integer as results,
      (select count(*)::integer from fairness_flags flag
        join fairness_runs run on run.agency_id = ${tx.agencyId} and run.id = flag.run_id
        where flag.agency_id = ${tx.agencyId} and run.period_id = participant.period_id) as patterns
    from results result join participants participant
      on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
    where result.agency_id = ${tx.agencyId} and result.superseded_at is null
    group by participant.period_id`.execute(tx.db);
  return new Map(rows.map((row) => [row.period_id, { results: row.results, patterns: row.patterns }]));
}
