/**
 * Units as figures show them. Each person counts in exactly one row, whatever the reader's rights: a unit with few
 * people stands together with the unit above it. As no row lies inside another, nothing follows from subtracting one
 * from another. Pure.
 */
import type { UnitInTree } from '../standards/queries.ts';

/** Units with fewer people stand together with the unit above. */
export const FEWEST_PEOPLE = 10;

/** Of each unit the one in whose row its people count. Counts heads, never what was assessed. */
export function rowsOfUnits(
  units: readonly UnitInTree[],
  heads: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const children = Map.groupBy(units, ({ parentId }) => parentId);
  const known = new Set(units.map(({ id }) => id));
  const row = new Map<string, string>();
  const members = new Map<string, string[]>();
  /** How many people came to stand in this unit's row; those of small units below are among them. */
  const settle = (unit: UnitInTree): number => {
    let size = heads.get(unit.id) ?? 0;
    const own = [unit.id];
    for (const child of children.get(unit.id) ?? []) {
      const below = settle(child);
      if (below >= FEWEST_PEOPLE) continue;
      size += below;
      own.push(...(members.get(child.id) ?? []));
    }
    members.set(unit.id, own);
    for (const id of own) row.set(id, unit.id);
    return size;
  };
  for (const unit of units) if (unit.parentId === null || !known.has(unit.parentId)) settle(unit);
  return row;
}
