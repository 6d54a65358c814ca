/**
 * Patterns in an appraiser's ratings that ask for a sentence: those of the newest finished run, one question a kind of
 * pattern and period, whatever later runs find.
 */
import { sql } from 'kysely';
import type { DetectorName } from '#domain/statistics/fairness/types.ts';
import { currentResult } from '#features/evaluation/index.ts';
import { fullName } from '#features/people/index.ts';
import { findParticipation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { flagsOf } from '../../store/queries.ts';
import { latestRun } from '../../store/runs.ts';
import type { StoredFlag } from '../../store/types.ts';

export interface Case {
  readonly participantId: string;
  readonly name: string;
  /** The result page opens for its appraiser. */
  readonly isOwn: boolean;
}

export interface Pattern {
  readonly detector: DetectorName;
  /** One a scheme in which it was found. */
  readonly flags: readonly StoredFlag[];
  /** It is about all ratings, not about some. */
  readonly concernsAll: boolean;
  readonly cases: readonly Case[];
  readonly answer: StoredFlag['answer'];
}

/** Found over all of a rater's forms; the others are found in single forms. */
const WHOLE: ReadonlySet<DetectorName> = new Set(['severity', 'leniency', 'central-tendency', 'drift']);

/** Strongest evidence first. */
export async function patternsOf(tx: Tx, raterId: string, periodId: string): Promise<readonly Pattern[]> {
  const run = await latestRun(tx, periodId);
  const flags = run ? await flagsOf(tx, run.id, { raterId }) : [];
  return asPatterns(tx, raterId, flags);
}

/**
 * What has to be answered before this appraisal is ratified: patterns that it is part of, and those about everything
 * the rater gave under its scheme.
 */
export async function openPatterns(
  tx: Tx,
  raterId: string,
  participantId: string,
): Promise<readonly Pattern[]> {
  const flags = await openFlags(tx, raterId, participantId);
  return asPatterns(tx, raterId, flags);
}

export async function openFlags(
  tx: Tx,
  raterId: string,
  participantId: string,
): Promise<readonly StoredFlag[]> {
  const participation = await findParticipation(tx, participantId);
  if (participation?.period.state !== 'open') return [];
  // What is found after ratification asks nothing.
  if ((await currentResult(tx, participantId))?.state !== 'given') return [];
  const run = await latestRun(tx, participation.period.id);
  if (!run) return [];
  const flags = (await flagsOf(tx, run.id, { raterId })).filter(({ answer }) => answer === null);
  if (flags.length === 0) return [];
  const { id, version } = participation.scheme;
  const model = await tx.db
    .selectFrom('fairness_models')
    .select('ordinal')
    .where('agency_id', '=', tx.agencyId)
    .where('run_id', '=', run.id)
    .where('scheme_id', '=', id)
    .where('scheme_version', '=', version)
    .executeTakeFirst();
  return flags.filter(
    (flag) =>
      flag.cases.includes(participantId) || (WHOLE.has(flag.detector) && flag.ordinal === model?.ordinal),
  );
}

async function asPatterns(
  tx: Tx,
  raterId: string,
  flags: readonly StoredFlag[],
): Promise<readonly Pattern[]> {
  const cases = await casesOf(tx, raterId, [...new Set(flags.flatMap((flag) => flag.cases))]);
  return [...Map.groupBy(flags, ({ detector }) => detector)].map(([detector, own]) => ({
    detector,
    flags: own,
    concernsAll: WHOLE.has(detector),
    cases: [...new Set(own.flatMap((flag) => flag.cases))].flatMap((id) => cases.get(id) ?? []),
    answer: own[0]?.answer ?? null,
  }));
}

async function casesOf(
  tx: Tx,
  raterId: string,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, Case>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.appraiser_id'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', 'in', [...participantIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { participantId: row.id, name: fullName(row), isOwn: row.appraiser_id === raterId },
    ]),
  );
}

export interface PatternsWaiting {
  readonly count: number;
  readonly periodId: string;
  readonly periodName: string;
}

/**
 * Patterns of open periods that the person has not explained yet while results of theirs still wait to be ratified;
 * flags of earlier runs are not kept.
 */
export async function patternsWaiting(tx: Tx, personId: string): Promise<PatternsWaiting | undefined> {
  const { rows } = await sql<{ count: number; id: string; name: string }>`
    select count(distinct flag.detector)::integer as count, period.id, period.name
    from fairness_flags flag
      join fairness_runs run
        on run.agency_id = ${tx.agencyId} and run.id = flag.run_id and run.state = 'done'
      join periods period
        on period.agency_id = ${tx.agencyId} and period.id = run.period_id and period.state = 'open'
    where flag.agency_id = ${tx.agencyId} and flag.rater_id = ${personId}
      and not exists (
        select 1 from fairness_answers answer
        where answer.agency_id = ${tx.agencyId} and answer.period_id = run.period_id
          and answer.rater_id = flag.rater_id and answer.detector = flag.detector)
      and exists (
        select 1 from results result
          join participants participant
            on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
        where result.agency_id = ${tx.agencyId} and result.state = 'given' and result.superseded_at is null
          and participant.period_id = period.id
          and (participant.appraiser_id = ${personId}
            or (participant.appraiser_id is null and participant.superior_id = ${personId})))
    group by period.id, period.name, period.starts_on
    order by period.starts_on desc
    limit 1`.execute(tx.db);
  const [row] = rows;
  return row && { count: row.count, periodId: row.id, periodName: row.name };
}
