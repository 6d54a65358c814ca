/** Rows of `units` for a difference. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { chunks } from './chunks.ts';
import type { Difference } from './difference.ts';
import type { IncomingUnit } from './records.ts';

/** Ids of units by code. */
export type UnitIds = ReadonlyMap<string, string>;

export function idOf(unitIds: UnitIds, code: string): string {
  const id = unitIds.get(code);
  if (!id) throw new Error(`unit ${code} passed the checks of the import but has no row`);
  return id;
}

/** Parents before children, so that a chunk never refers to a later one. */
function fromTop(units: readonly IncomingUnit[]): IncomingUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const depth = (unit: IncomingUnit): number => {
    const parent = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
    return parent ? depth(parent) + 1 : 0;
  };
  return units
    .map((unit) => ({ unit, depth: depth(unit) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ unit }) => unit);
}

/** A file does not say since when a unit exists: at least since the first of its people took office. */
function unitsExistFrom(change: Difference): string {
  const firstDayOfYear = `${change.asOf.slice(0, 4)}-01-01`;
  return [firstDayOfYear, ...change.people.added.map(({ from }) => from)].sort()[0] ?? firstDayOfYear;
}

export async function insertUnits(tx: Tx, change: Difference, unitIds: UnitIds): Promise<void> {
  const active_from = unitsExistFrom(change);
  for (const some of chunks(fromTop(change.units.added))) {
    const rows = some.map((unit) => ({
      agency_id: tx.agencyId,
      id: idOf(unitIds, unit.code),
      code: unit.code,
      parent_id: unit.parentCode === null ? null : idOf(unitIds, unit.parentCode),
      name: unit.name,
      head_title: unit.headTitle,
      ordinal: unit.origin.row,
      active_from,
    }));
    await tx.db.insertInto('units').values(rows).execute();
  }
}

export async function updateUnits(tx: Tx, change: Difference, unitIds: UnitIds): Promise<void> {
  for (const { current, incoming } of change.units.changed) {
    await tx.db
      .updateTable('units')
      .set({
        code: incoming.code,
        name: incoming.name,
        head_title: incoming.headTitle,
        parent_id: incoming.parentCode === null ? null : idOf(unitIds, incoming.parentCode),
        active_until: null,
      })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', current.id)
      .execute();
  }
}

export async function endUnits(tx: Tx, change: Difference): Promise<void> {
  for (const some of chunks(change.units.ended)) {
    await tx.db
      .updateTable('units')
      .set({ active_until: sql<string>`greatest(active_from, ${change.asOf}::date)` })
      .where('agency_id', '=', tx.agencyId)
      .where(
        'id',
        'in',
        some.map((unit) => unit.id),
      )
      .execute();
  }
}
