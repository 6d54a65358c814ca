/** Reading the record: newest first, cut by a cursor, because counting a log of millions helps nobody. */
import { type RawBuilder, sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface RecordFilter {
  /** People whose events are wanted, as the one who acted or the one concerned; null for everybody. */
  readonly personIds: readonly string[] | null;
  readonly type: string | null;
  /** Civil dates in the agency's zone, both inclusive. */
  readonly from: string | null;
  readonly until: string | null;
  readonly zone: string;
}

export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export interface RecordRow {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly payload: unknown;
  readonly actorName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly personNip: string | null;
}

interface Row {
  id: string;
  at: Date;
  type: string;
  payload: unknown;
  person_id: string | null;
  actor_name: string | null;
  actor_before: string | null;
  actor_after: string | null;
  person_name: string | null;
  person_before: string | null;
  person_after: string | null;
  person_nip: string | null;
}

export async function readRecord(
  tx: Tx,
  filter: RecordFilter,
  slice: { readonly limit: number; readonly before: Cursor | null },
): Promise<readonly RecordRow[]> {
  const { before } = slice;
  const { rows } = await sql<Row>`
    select e.id, e.at, e.type, e.payload, e.person_id,
      actor.name as actor_name, actor.title_before as actor_before, actor.title_after as actor_after,
      person.name as person_name, person.title_before as person_before, person.title_after as person_after,
      person.nip as person_nip
    from audit_events e
    left join people actor on actor.agency_id = ${tx.agencyId} and actor.id = e.actor_id
    left join people person on person.agency_id = ${tx.agencyId} and person.id = e.person_id
    where e.agency_id = ${tx.agencyId} and ${conditions(filter)}
      and ${before ? sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql`true`}
    order by e.at desc, e.id desc limit ${slice.limit}`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    type: row.type,
    payload: row.payload,
    actorName: nameOf(row.actor_name, row.actor_before, row.actor_after),
    personId: row.person_id,
    personName: nameOf(row.person_name, row.person_before, row.person_after),
    personNip: row.person_nip,
  }));
}

function conditions(filter: RecordFilter): RawBuilder<unknown> {
  const { personIds, type, from, until, zone } = filter;
  const parts = [
    personIds &&
      sql`(e.person_id = any(${[...personIds]}::uuid[]) or e.actor_id = any(${[...personIds]}::uuid[]))`,
    type && sql`e.type = ${type}`,
    from && sql`e.at >= (${from}::date::timestamp at time zone ${zone})`,
    until && sql`e.at < ((${until}::date + 1)::timestamp at time zone ${zone})`,
  ].filter((part): part is RawBuilder<unknown> => Boolean(part));
  return parts.length > 0 ? sql.join(parts, sql` and `) : sql`true`;
}

function nameOf(name: string | null, before: string | null, after: string | null): string | null {
  return name === null ? null : fullName({ name, title_before: before, title_after: after });
}

const MOST_PEOPLE = 50;

/** People found by part of a name or by their whole number. */
export async function findPeople(tx: Tx, search: string): Promise<readonly string[]> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where((any) => any.or([any('name', 'ilike', pattern), any('nip', '=', search)]))
    .orderBy('name')
    .limit(MOST_PEOPLE)
    .execute();
  return rows.map((row) => row.id);
}

export interface Look {
  readonly id: string;
  readonly at: Date;
  readonly what: string;
  readonly actorName: string | null;
}

/** Who opened a person's data, newest first. */
export async function looksAt(tx: Tx, personId: string, limit: number): Promise<readonly Look[]> {
  const rows = await tx.db
    .selectFrom('access_log')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'access_log.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['access_log.id', 'access_log.at', 'access_log.what'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('access_log.agency_id', '=', tx.agencyId)
    .where('access_log.person_id', '=', personId)
    .orderBy('access_log.at', 'desc')
    .orderBy('access_log.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    what: row.what,
    actorName: nameOf(row.name, row.title_before, row.title_after),
  }));
}
