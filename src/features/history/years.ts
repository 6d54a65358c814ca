/** All years of one person, imported and made in Tera, the latest first. */
import type { Explanation } from '#domain/explanation.ts';
import type { Predicate, Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { fullName } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type PastResult, pastResultsOf } from './queries.ts';

interface Span {
  readonly startsOn: string;
  readonly endsOn: string;
  /** The step on which the plot draws this year: the official predicate, before 2022 the category of its rule. */
  readonly step: Predicate;
}

export interface TeraYear extends Span {
  readonly from: 'tera';
  readonly participantId: string;
  readonly period: string;
  readonly compiled: CompiledScheme;
  /** Of the agency's own scheme; null under the national one. */
  readonly category: string | null;
  readonly score: string | null;
  readonly resultsRating: Rating;
  readonly behaviourRating: Rating;
  readonly ratedBy: string;
  readonly isRatified: boolean;
  readonly explanation: Explanation;
}

export interface ImportedYear extends Span {
  readonly from: 'file';
  readonly past: PastResult;
  /** What stood here before it was replaced, the latest first. */
  readonly former: readonly PastResult[];
}

export type Year = TeraYear | ImportedYear;

export interface History {
  readonly years: readonly Year[];
  /** Imported years that were withdrawn and have nothing in their place. */
  readonly withdrawn: readonly PastResult[];
}

export async function historyOf(tx: Tx, schemes: SchemeStore, personId: string): Promise<History> {
  const past = await pastResultsOf(tx, personId);
  const current = past.filter((each) => each.supersededAt === null);
  const isSameSpan = (a: Span | PastResult, b: PastResult) =>
    a.startsOn === b.startsOn && a.endsOn === b.endsOn;
  const imported = current.map(
    (each): ImportedYear => ({
      from: 'file',
      startsOn: each.startsOn,
      endsOn: each.endsOn,
      step: each.category,
      past: each,
      former: past.filter((other) => other.supersededAt !== null && isSameSpan(each, other)),
    }),
  );
  const years = [...imported, ...(await teraYears(tx, schemes, personId))];
  return {
    years: years.toSorted(latestFirst),
    withdrawn: past.filter(
      (each) => each.supersededAt !== null && !current.some((other) => isSameSpan(other, each)),
    ),
  };
}

function latestFirst(a: Year, b: Year): number {
  return (
    b.endsOn.localeCompare(a.endsOn) || b.startsOn.localeCompare(a.startsOn) || a.from.localeCompare(b.from)
  );
}

async function teraYears(tx: Tx, schemes: SchemeStore, personId: string): Promise<readonly TeraYear[]> {
  const rows = await tx.db
    .selectFrom('participants')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'participants.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .innerJoin('results', (join) =>
      join
        .onRef('results.participant_id', '=', 'participants.id')
        .on('results.agency_id', '=', tx.agencyId)
        .on('results.superseded_at', 'is', null),
    )
    .innerJoin('people as giver', (join) =>
      join.onRef('giver.id', '=', 'results.given_by').on('giver.agency_id', '=', tx.agencyId),
    )
    .selectAll('results')
    .select(['participants.starts_on', 'participants.ends_on', 'periods.name as period'])
    .select(['giver.name', 'giver.title_before', 'giver.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.person_id', '=', personId)
    .where('participants.state', '<>', 'excluded')
    .where('periods.state', '<>', 'draft')
    .execute();
  const years: TeraYear[] = [];
  for (const row of rows)
    years.push({
      from: 'tera',
      participantId: row.participant_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      step: row.predicate as Predicate,
      period: row.period,
      compiled: await schemes.load(tx, row.scheme_id, row.scheme_version),
      category: row.category,
      score: row.score,
      resultsRating: row.results_rating as Rating,
      behaviourRating: row.behaviour_rating as Rating,
      ratedBy: fullName(row),
      isRatified: row.ratified_at !== null,
      // Written by the scheme engine and by nothing else.
      explanation: row.explanation as unknown as Explanation,
    });
  return years;
}
