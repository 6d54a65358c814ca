/** The organisation as a tree with heads and numbers of people, counted by the database. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { fullName, type Scope } from '../actor.ts';
import { unitsOf } from '../scope.ts';

export interface UnitRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly headTitle: string | null;
  readonly heads: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  /** People placed in the unit itself. */
  readonly people: number;
}

export interface UnitNode extends UnitRow {
  readonly children: readonly UnitNode[];
  /** People in the unit and everything below it. */
  readonly allPeople: number;
  /** Units below, at any depth. */
  readonly unitsBelow: number;
}

/** The trees of the scope, from their tops. */
export async function unitTrees(tx: Tx, scope: Scope, today: string): Promise<readonly UnitNode[]> {
  const rows = await unitRows(tx, scope, today);
  const known = new Set(rows.map((row) => row.id));
  const children = Map.groupBy(rows, (row) =>
    row.parentId !== null && known.has(row.parentId) ? row.parentId : '',
  );
  const visited = new Set<string>();
  const grow = (row: UnitRow): UnitNode => {
    visited.add(row.id);
    const below = (children.get(row.id) ?? []).filter((child) => !visited.has(child.id)).map(grow);
    return {
      ...row,
      children: below,
      allPeople: below.reduce((sum, child) => sum + child.allPeople, row.people),
      unitsBelow: below.reduce((sum, child) => sum + child.unitsBelow + 1, 0),
    };
  };
  return (children.get('') ?? []).map(grow);
}

async function unitRows(tx: Tx, scope: Scope, today: string): Promise<UnitRow[]> {
  const reach = unitsOf(scope);
  const { rows } = await sql<{
    id: string;
    parent_id: string | null;
    name: string;
    head_title: string | null;
    people: number;
  }>`
    select units.id, units.parent_id, units.name, units.head_title, coalesce(held.people, 0) as people
    from units left join (
      select placements.unit_id, count(*) as people from placements
      join people on people.agency_id = placements.agency_id and people.id = placements.person_id and people.ended_on is null
      where placements.agency_id = ${tx.agencyId} and placements.kind = 'definitive'
        and placements.valid_from <= ${today} and (placements.valid_until is null or placements.valid_until > ${today})
      group by placements.unit_id
    ) held on held.unit_id = units.id
    where units.agency_id = ${tx.agencyId} and units.active_until is null
      and (${reach}::uuid[] is null or units.id = any(${reach}::uuid[]))
    order by units.ordinal, units.name, units.id`.execute(tx.db);
  const heads = await headsOf(tx, today);
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    name: row.name,
    headTitle: row.head_title,
    people: row.people,
    heads: heads.get(row.id) ?? [],
  }));
}

async function headsOf(tx: Tx, today: string): Promise<ReadonlyMap<string, UnitRow['heads']>> {
  const rows = await tx.db
    .selectFrom('placements')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'placements.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['placements.unit_id', 'placements.kind'])
    .select(['people.id', 'people.name', 'people.title_before', 'people.title_after'])
    .where('placements.agency_id', '=', tx.agencyId)
    .where('placements.is_head', '=', true)
    .where('placements.valid_from', '<=', today)
    .where((any) =>
      any.or([any('placements.valid_until', 'is', null), any('placements.valid_until', '>', today)]),
    )
    .where('people.ended_on', 'is', null)
    .orderBy('placements.kind')
    .execute();
  const byUnit = Map.groupBy(rows, (row) => row.unit_id);
  return new Map(
    [...byUnit].map(([unitId, some]) => [
      unitId,
      some.map((row) => ({ id: row.id, name: fullName(row), kind: row.kind })),
    ]),
  );
}
