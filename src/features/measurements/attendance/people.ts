/** Whose attendance somebody may record, and whose the numbers of machines are. */
import { sql } from 'kysely';
import { fullName, type Scope } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface Employee {
  readonly id: string;
  readonly name: string;
  readonly nip: string;
  readonly unitName: string;
}

/** Everybody who holds, or last held, a post in the scope. */
export async function employeesIn(tx: Tx, scope: Scope): Promise<readonly Employee[]> {
  if (scope.kind === 'none') return [];
  const units = scope.kind === 'units' ? [...scope.unitIds] : null;
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    nip: string | null;
    unit_id: string;
    unit_name: string;
  }>`
    select people.id, people.name, people.title_before, people.title_after, people.nip, post.unit_id,
      units.name as unit_name
    from people
    join lateral (
      select unit_id from placements
      where placements.agency_id = ${tx.agencyId} and placements.person_id = people.id
        and placements.kind = 'definitive'
      order by valid_from desc limit 1
    ) post on true
    join units on units.agency_id = ${tx.agencyId} and units.id = post.unit_id
    where people.agency_id = ${tx.agencyId}
      and (${units}::uuid[] is null or post.unit_id = any(${units}::uuid[]))
    order by people.name, people.id`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    nip: row.nip ?? '',
    unitName: row.unit_name,
  }));
}

/** Persons by number, of one machine; numbers of no machine in particular hold for every one. */
export async function pinsOf(tx: Tx, machine: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('attendance_pins')
    .select(['machine', 'pin', 'person_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('machine', 'in', machine === '' ? [''] : ['', machine])
    .orderBy('machine')
    .execute();
  return new Map(rows.map((row) => [row.pin, row.person_id]));
}
