/**
 * Which scheme version holds for whom in a period: rules in order, each for a unit with everything below it, for a
 * kind of post, or for both. The first that fits holds; where none fits, the period's own version does.
 */
import { unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { PeriodInBrief } from '../participation.ts';

export interface SchemeRef {
  readonly id: string;
  readonly version: number;
}

export interface PeriodScheme {
  readonly id: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly positionKind: string | null;
  readonly scheme: SchemeRef;
}

/** The rules of a period, in the order in which they are asked. */
export async function periodSchemes(tx: Tx, periodId: string): Promise<readonly PeriodScheme[]> {
  const rows = await tx.db
    .selectFrom('period_schemes')
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'period_schemes.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .selectAll('period_schemes')
    .select('units.name as unit_name')
    .where('period_schemes.agency_id', '=', tx.agencyId)
    .where('period_schemes.period_id', '=', periodId)
    .orderBy('period_schemes.ordinal')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    positionKind: row.position_kind,
    scheme: { id: row.scheme_id, version: row.scheme_version },
  }));
}

export interface Place {
  readonly unitId: string;
  readonly positionKind: string;
}

/** Which rule a person's unit and post fall under; made once for all candidates. */
export async function ruleChooser(
  tx: Tx,
  rules: readonly PeriodScheme[],
): Promise<(at: Place) => PeriodScheme | undefined> {
  const known: { rule: PeriodScheme; units: ReadonlySet<string> | null }[] = [];
  for (const rule of rules)
    known.push({ rule, units: rule.unitId ? await unitsBelow(tx, [rule.unitId]) : null });
  return ({ unitId, positionKind }) =>
    known.find(
      ({ rule, units }) =>
        (units === null || units.has(unitId)) &&
        (rule.positionKind === null || rule.positionKind === positionKind),
    )?.rule;
}

/** Which version a person's unit and post decide: that of the rule, else the period's own. */
export async function schemeChooser(
  tx: Tx,
  period: Pick<PeriodInBrief, 'id' | 'schemeId' | 'schemeVersion'>,
): Promise<(at: Place) => SchemeRef> {
  const ruleOf = await ruleChooser(tx, await periodSchemes(tx, period.id));
  const own = { id: period.schemeId, version: period.schemeVersion };
  return (at) => ruleOf(at)?.scheme ?? own;
}
