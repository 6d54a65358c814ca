/** A unit's own evaluation as a page shows it, and who may see and fix it. */
import {
  checkDistribution,
  type DistributionCheck,
  type DistributionPatterns,
  NATIONAL_PATTERNS,
} from '#domain/rules/index.ts';
import { distributionPatternsOf } from '#domain/schemes/index.ts';
import { type Actor, covers, unitsBelow } from '#features/people/index.ts';
import { peopleInBrief } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import {
  countsOf,
  type Distribution,
  distributionOf,
  type UnitEvaluation,
  unitEvaluations,
} from './distribution.ts';

export interface UnitPeriod {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly distributionPolicy: 'advise' | 'reason';
}

export interface UnitView {
  readonly unit: { readonly id: string; readonly name: string; readonly parentId: string | null };
  readonly period: UnitPeriod;
  readonly periods: readonly UnitPeriod[];
  readonly patterns: DistributionPatterns;
  readonly distribution: Distribution;
  readonly evaluation: UnitEvaluation | undefined;
  readonly history: readonly UnitEvaluation[];
  readonly names: ReadonlyMap<string, string>;
  /** Against the pattern of the predicate in force; undefined while none is. */
  readonly check: DistributionCheck | undefined;
  readonly mayFix: boolean;
}

export async function loadUnit(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  asked: { readonly unitId: string; readonly periodId?: string | undefined },
): Promise<UnitView> {
  if (!isId(asked.unitId)) throw new NotFound();
  const unit = await tx.db
    .selectFrom('units')
    .select(['id', 'name', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', asked.unitId)
    .executeTakeFirst();
  if (!unit) throw new NotFound();
  const rows = await tx.db
    .selectFrom('periods')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('state', '!=', 'draft')
    .orderBy('starts_on', 'desc')
    .execute();
  const row = asked.periodId ? rows.find((each) => each.id === asked.periodId) : rows[0];
  if (!row) throw new NotFound();
  const standing = await standingIn(tx, actor, unit, row.id);
  if (!standing.mayRead) throw new NotFound();
  const periods = rows.map(
    (each): UnitPeriod => ({
      id: each.id,
      name: each.name,
      state: each.state,
      startsOn: each.starts_on,
      endsOn: each.ends_on,
      distributionPolicy: each.distribution_policy as UnitPeriod['distributionPolicy'],
    }),
  );
  const period = periods.find((each) => each.id === row.id);
  if (!period) throw new NotFound();
  const scheme = await schemes.load(tx, row.scheme_id, row.scheme_version);
  const patterns = distributionPatternsOf(scheme.scheme) ?? NATIONAL_PATTERNS;
  const distribution = await distributionOf(tx, period.id, [...(await unitsBelow(tx, [unit.id]))]);
  const history = await unitEvaluations(tx, period.id, unit.id);
  const evaluation = history.find((each) => each.supersededAt === null);
  const people = await peopleInBrief(
    tx,
    history.map((each) => each.decidedBy),
    period.endsOn,
  );
  return {
    unit: { id: unit.id, name: unit.name, parentId: unit.parent_id },
    period,
    periods,
    patterns,
    distribution,
    evaluation,
    history,
    names: new Map([...people].map(([id, person]) => [id, person.name])),
    check: evaluation && checkDistribution(evaluation.predicate, countsOf(distribution), patterns),
    mayFix: standing.mayFix,
  };
}

/**
 * The predicate is fixed one level up (SE MenPANRB 3/2023): by a leader over the unit, or by who appraises its head.
 * A head never fixes the predicate of the own unit, save for the top unit, which nobody stands above.
 */
async function standingIn(
  tx: Tx,
  actor: Actor,
  unit: { id: string; parent_id: string | null },
  periodId: string,
): Promise<{ mayRead: boolean; mayFix: boolean }> {
  const heads = await tx.db
    .selectFrom('placements')
    .leftJoin('participants', (join) =>
      join
        .onRef('participants.placement_id', '=', 'placements.id')
        .on('participants.agency_id', '=', tx.agencyId)
        .on('participants.period_id', '=', periodId),
    )
    .select(['placements.person_id', 'participants.appraiser_id'])
    .where('placements.agency_id', '=', tx.agencyId)
    .where('placements.unit_id', '=', unit.id)
    .where('placements.is_head', '=', true)
    .where((any) =>
      any.or([any('placements.valid_until', 'is', null), any('participants.id', 'is not', null)]),
    )
    .execute();
  const isHead = heads.some((head) => head.person_id === actor.personId);
  const appraisesHead = heads.some((head) => head.appraiser_id === actor.personId);
  const leads = covers(actor.leader, unit.id);
  const isAbove = (leads || appraisesHead) && (!isHead || unit.parent_id === null);
  const reads = isHead || leads || appraisesHead || actor.isAuditor || covers(actor.officer, unit.id);
  return { mayRead: reads, mayFix: isAbove };
}
