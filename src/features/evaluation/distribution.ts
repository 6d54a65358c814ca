/** How the predicates of a unit spread, and the unit's own predicate. */
import {
  ORGANISATION_PREDICATES,
  type OrganisationPredicate,
  PREDICATES,
  type Predicate,
  type PredicateCounts,
} from '#domain/rules/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface Distribution {
  /** People who take part in the period in these units. */
  readonly population: number;
  /** Those who have a result in force. */
  readonly rated: number;
  /** Those whose result has been ratified, whatever came after. */
  readonly ratified: number;
  readonly counts: Readonly<Record<Predicate, number>>;
}

/** The spread over all people in these units together; one grouped query whatever their number. */
export async function distributionOf(
  tx: Tx,
  periodId: string,
  unitIds: readonly string[],
): Promise<Distribution> {
  const counts = { ...NOBODY };
  if (unitIds.length === 0) return { population: 0, rated: 0, ratified: 0, counts };
  const rows = await tx.db
    .selectFrom('participants')
    .leftJoin('results', (join) =>
      join
        .onRef('results.participant_id', '=', 'participants.id')
        .on('results.agency_id', '=', tx.agencyId)
        .on('results.superseded_at', 'is', null),
    )
    .select(['results.predicate', 'results.state'])
    .select((select) => select.fn.countAll<number>().as('people'))
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', periodId)
    .where('participants.unit_id', 'in', [...unitIds])
    .where('participants.state', '=', 'active')
    .groupBy(['results.predicate', 'results.state'])
    .execute();
  let [population, rated, ratified] = [0, 0, 0];
  for (const row of rows) {
    population += row.people;
    const predicate = PREDICATES.find((each) => each === row.predicate);
    if (!predicate) continue;
    counts[predicate] += row.people;
    rated += row.people;
    if (row.state !== 'given') ratified += row.people;
  }
  return { population, rated, ratified, counts };
}

const NOBODY: Readonly<Record<Predicate, number>> = {
  'sangat-baik': 0,
  baik: 0,
  'butuh-perbaikan': 0,
  kurang: 0,
  'sangat-kurang': 0,
};

/** The same counts in the form that the rule takes. */
export const countsOf = (distribution: Distribution): PredicateCounts => distribution.counts;

export interface UnitEvaluation {
  readonly id: string;
  readonly predicate: OrganisationPredicate;
  readonly reason: string;
  readonly distributionReason: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly supersededAt: Date | null;
}

/** Every decision on the unit's predicate in this period, the latest first; the first is in force. */
export async function unitEvaluations(
  tx: Tx,
  periodId: string,
  unitId: string,
): Promise<readonly UnitEvaluation[]> {
  const rows = await tx.db
    .selectFrom('unit_evaluations')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .where('unit_id', '=', unitId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    predicate: ORGANISATION_PREDICATES.find((each) => each === row.predicate) ?? 'baik',
    reason: row.reason,
    distributionReason: row.distribution_reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    supersededAt: row.superseded_at,
  }));
}

/** The predicate of the unit in force in this period; undefined while none was fixed. */
export async function currentUnitEvaluation(
  tx: Tx,
  periodId: string,
  unitId: string,
): Promise<UnitEvaluation | undefined> {
  return (await unitEvaluations(tx, periodId, unitId)).find((each) => each.supersededAt === null);
}
