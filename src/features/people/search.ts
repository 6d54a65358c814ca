/** Finding one person or unit for a form: a few answers to what was typed, the one already chosen first. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { fullName, maskNip, type Scope } from './actor.ts';
import { postsOn, unitsOf } from './scope.ts';

/** One answer to choose. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

export interface Wanted {
  readonly query: string;
  readonly chosen: string;
}

const ANSWERS = 8;

/** `%` and `_` are letters here, not patterns. */
export function likePattern(words: string): string {
  return `%${words
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
}

/** People who work here; anybody in the agency may be an appraiser. */
export async function findPeople(tx: Tx, wanted: Wanted, today: string): Promise<readonly Found[]> {
  const chosen = isId(wanted.chosen) ? wanted.chosen : null;
  const query = wanted.query.trim();
  if (!chosen && query === '') return [];
  const pattern = likePattern(query);
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    nip: string | null;
    position_name: string | null;
    unit_name: string | null;
  }>`
    select people.id, people.name, people.title_before, people.title_after, people.nip,
      post.position_name, units.name as unit_name
    from people
    left join (${postsOn(tx, today)}) post on post.person_id = people.id
    left join units on units.agency_id = people.agency_id and units.id = post.unit_id
    where people.agency_id = ${tx.agencyId} and people.ended_on is null and (people.id = ${chosen}::uuid or (
      ${query} <> '' and (lower(people.name) like ${pattern} or people.nip like ${pattern}
        or lower(post.position_name) like ${pattern})))
    order by (people.id = ${chosen}::uuid) desc nulls last, (lower(people.name) like ${pattern}) desc,
      lower(people.name), people.id
    limit ${ANSWERS}`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    label: fullName(row),
    hint: [row.position_name, row.unit_name, row.nip ? maskNip(row.nip) : null].filter(Boolean).join(' · '),
  }));
}

/** Units in force, within the scope. */
export async function findUnits(tx: Tx, wanted: Wanted, scope: Scope): Promise<readonly Found[]> {
  const chosen = isId(wanted.chosen) ? wanted.chosen : null;
  const query = wanted.query.trim();
  if (!chosen && query === '') return [];
  const pattern = likePattern(query);
  const reach = unitsOf(scope);
  const { rows } = await sql<{ id: string; name: string; parent: string | null }>`
    select units.id, units.name, parent.name as parent
    from units left join units parent on parent.agency_id = units.agency_id and parent.id = units.parent_id
    where units.agency_id = ${tx.agencyId} and units.active_until is null
      and (${reach}::uuid[] is null or units.id = any(${reach}::uuid[]))
      and (units.id = ${chosen}::uuid or (${query} <> '' and lower(units.name) like ${pattern}))
    order by (units.id = ${chosen}::uuid) desc nulls last, length(units.name), lower(units.name), units.id
    limit ${ANSWERS}`.execute(tx.db);
  return rows.map((row) => ({ id: row.id, label: row.name, hint: row.parent ?? '' }));
}
