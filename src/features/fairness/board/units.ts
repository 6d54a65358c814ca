/** Units as a tree, within what a reader may see. */
import { covers, type Scope } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface UnitTree {
  readonly units: ReadonlyMap<string, Unit>;
  /** By the id of the unit above; '' for those at the top. */
  readonly below: ReadonlyMap<string, readonly Unit[]>;
}

export async function unitTree(tx: Tx): Promise<UnitTree> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'name', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return treeOf(rows.map((row) => ({ id: row.id, name: row.name, parentId: row.parent_id })));
}

export function treeOf(rows: readonly Unit[]): UnitTree {
  const units = new Map(rows.map((unit) => [unit.id, unit]));
  const above = (unit: Unit) => (unit.parentId !== null && units.has(unit.parentId) ? unit.parentId : '');
  return { units, below: Map.groupBy(rows, above) };
}

/** The unit and everything below it. */
export function withBelow(tree: UnitTree, unitId: string): ReadonlySet<string> {
  const found = new Set<string>([unitId]);
  for (const id of found) for (const unit of tree.below.get(id) ?? []) found.add(unit.id);
  return found;
}

/** From the top down to the unit. */
export function pathTo(tree: UnitTree, unitId: string): readonly Unit[] {
  const path: Unit[] = [];
  let unit = tree.units.get(unitId);
  while (unit && !path.includes(unit)) {
    path.unshift(unit);
    unit = unit.parentId === null ? undefined : tree.units.get(unit.parentId);
  }
  return path;
}

/** Units to choose from, as an indented list: those that hold somebody, and what stands above them in the scope. */
export function choices(
  tree: UnitTree,
  scope: Scope,
  holds: ReadonlySet<string>,
): readonly { readonly unit: Unit; readonly depth: number }[] {
  const wanted = new Set([...holds].flatMap((id) => pathTo(tree, id).map((unit) => unit.id)));
  const found: { unit: Unit; depth: number }[] = [];
  const visit = (unit: Unit, depth: number) => {
    const isShown = covers(scope, unit.id) && wanted.has(unit.id);
    if (isShown) found.push({ unit, depth });
    for (const child of tree.below.get(unit.id) ?? []) visit(child, isShown ? depth + 1 : depth);
  };
  for (const top of tree.below.get('') ?? []) visit(top, 0);
  return found;
}
