/** The list of people: searched, filtered and paged by the database. */
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { fullName, type Scope, unitsBelow } from '../actor.ts';
import { PERSON_KINDS } from '../labels.ts';
import { postsOn, unitsOf } from '../scope.ts';
import { likePattern } from '../search.ts';

export const PAGE_SIZE = 50;

/** What an address asks for; anything that makes no sense counts as not asked. */
export const filterSchema = z.object({
  q: z.string().trim().max(200).catch(''),
  unit: z.string().refine(isId).catch(''),
  kind: z.enum(PERSON_KINDS).or(z.literal('')).catch(''),
  status: z.enum(['no-appraiser', 'no-account', 'ended']).or(z.literal('')).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type Filter = z.output<typeof filterSchema>;

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly nip: string | null;
  readonly kind: string;
  readonly rank: string | null;
  readonly position: string | null;
  readonly unitName: string | null;
  readonly appraiserName: string | null;
  readonly hasAccount: boolean;
  readonly endedOn: string | null;
}

interface Selected {
  id: string;
  name: string;
  title_before: string | null;
  title_after: string | null;
  nip: string | null;
  kind: string;
  rank: string | null;
  account_id: string | null;
  ended_on: string | null;
  position_name: string | null;
  unit_name: string | null;
  appraiser_name: string | null;
}

interface Asked {
  readonly scope: Scope;
  readonly filter: Filter;
  readonly today: string;
}

/** People on one page, and how many there are on all. */
export async function listPeople(
  tx: Tx,
  asked: Asked,
): Promise<{ readonly people: readonly PersonRow[]; readonly total: number }> {
  const from = await matching(tx, asked);
  const { rows } = await sql<{ count: number }>`select count(*) as count ${from}`.execute(tx.db);
  const people = await select(tx, asked, {
    from,
    limit: PAGE_SIZE,
    offset: (asked.filter.page - 1) * PAGE_SIZE,
  });
  return { people, total: rows[0]?.count ?? 0 };
}

/** Everybody who matches, for the file. */
export async function allPeople(tx: Tx, asked: Asked): Promise<readonly PersonRow[]> {
  return select(tx, asked, { from: await matching(tx, asked), limit: null, offset: 0 });
}

async function select(
  tx: Tx,
  { today }: Asked,
  { from, limit, offset }: { from: RawBuilder<unknown>; limit: number | null; offset: number },
): Promise<PersonRow[]> {
  const { rows } = await sql<Selected>`
    with chosen as (
      select people.id, people.name, people.title_before, people.title_after, people.nip, people.kind, people.rank,
        people.account_id, people.ended_on, post.position_name, post.unit_id
      ${from} order by lower(people.name), people.id limit ${limit} offset ${offset}
    )
    select chosen.*, units.name as unit_name, appraiser.name as appraiser_name from chosen
    left join units on units.agency_id = ${tx.agencyId} and units.id = chosen.unit_id
    left join appraiser_assignments a on a.agency_id = ${tx.agencyId} and a.person_id = chosen.id
      and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until > ${today})
    left join people appraiser on appraiser.agency_id = ${tx.agencyId} and appraiser.id = a.appraiser_id
    order by lower(chosen.name), chosen.id`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    nip: row.nip,
    kind: row.kind,
    rank: row.rank,
    position: row.position_name,
    unitName: row.unit_name,
    appraiserName: row.appraiser_name,
    hasAccount: row.account_id !== null,
    endedOn: row.ended_on,
  }));
}

async function matching(tx: Tx, { scope, filter, today }: Asked): Promise<RawBuilder<unknown>> {
  const reach = unitsOf(scope);
  const wanted = filter.unit ? [...(await unitsBelow(tx, [filter.unit]))] : null;
  const pattern = likePattern(filter.q);
  return sql`from people left join (${postsOn(tx, today)}) post on post.person_id = people.id
    where people.agency_id = ${tx.agencyId}
      and (${reach}::uuid[] is null or post.unit_id = any(${reach}::uuid[]))
      and (${wanted}::uuid[] is null or post.unit_id = any(${wanted}::uuid[]))
      and (${filter.q} = '' or lower(people.name) like ${pattern} or people.nip like ${pattern}
        or lower(post.position_name) like ${pattern})
      and (${filter.kind} = '' or people.kind = ${filter.kind})
      and ${statusCondition(tx, filter, today)}`;
}

function statusCondition(tx: Tx, filter: Filter, today: string): RawBuilder<unknown> {
  if (filter.status === 'ended') return sql`people.ended_on is not null`;
  if (filter.status === 'no-account') return sql`people.ended_on is null and people.account_id is null`;
  if (filter.status === '') return sql`people.ended_on is null`;
  // A mayor is nobody's employee: whoever is no civil servant lacks no appraiser.
  return sql`people.ended_on is null and people.kind <> 'non-asn' and not exists (
    select from appraiser_assignments a where a.agency_id = ${tx.agencyId} and a.person_id = people.id
      and a.valid_from <= ${today} and (a.valid_until is null or a.valid_until > ${today}))`;
}

export interface UnitOption {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

/** A list to choose from stays a list to choose from: of a large agency only the upper units are offered. */
const OFFERED = 250;

/** Units of the scope from the top, each below its parent; only the upper ones where there are very many. */
export async function offeredUnits(tx: Tx, scope: Scope, chosen: string): Promise<readonly UnitOption[]> {
  const reach = unitsOf(scope);
  const { rows } = await sql<UnitOption & { depth: number }>`
    with recursive tree as (
      select id, name, 0 as depth, array[lpad(ordinal::text, 8, '0'), id::text] as path from units
      where agency_id = ${tx.agencyId} and active_until is null and ${
        reach === null
          ? sql`parent_id is null`
          : sql`id = any(${reach}::uuid[])
        and (parent_id is null or parent_id <> all(${reach}::uuid[]))`
      }
      union all
      select child.id, child.name, tree.depth + 1, tree.path || array[lpad(child.ordinal::text, 8, '0'), child.id::text]
      from units child join tree on child.parent_id = tree.id
      where child.agency_id = ${tx.agencyId} and child.active_until is null and tree.depth < 20
    )
    select id, name, depth from tree order by path`.execute(tx.db);
  for (let depth = 20; depth > 0; depth -= 1) {
    const some = rows.filter((row) => row.depth <= depth || row.id === chosen);
    if (some.length <= OFFERED) return some;
  }
  return rows.filter((row) => row.depth === 0 || row.id === chosen);
}
