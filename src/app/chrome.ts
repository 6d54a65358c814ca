import { sql } from 'kysely';
import type { Actor, Agency } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Chrome } from '#ui/layout.tsx';
import { type Involvement, navigation } from './navigation.ts';

/** The frame of a page inside an agency: navigation by role, unread notifications. */
export async function agencyChrome(
  tx: Tx,
  from: { readonly base: Chrome; readonly agency: Agency; readonly actor: Actor },
): Promise<Chrome> {
  const path = `/a/${from.agency.code}`;
  const standing = await standingOf(tx, from.actor.personId);
  return {
    ...from.base,
    agency: { name: from.agency.name, path, isSample: from.agency.isSample },
    person: { name: from.actor.name, unread: standing.unread },
    nav: navigation(from.actor, standing, path),
  };
}

/** One query for the frame of every page: three index look-ups and a count of what is unread. */
async function standingOf(tx: Tx, personId: string): Promise<Involvement & { unread: number }> {
  const { rows } = await sql<Involvement & { unread: number }>`
    select
      exists (select from participants where agency_id = ${tx.agencyId} and person_id = ${personId}) as "takesPart",
      (exists (select from participants where agency_id = ${tx.agencyId} and appraiser_id = ${personId})
        or exists (select from participants where agency_id = ${tx.agencyId} and superior_id = ${personId})) as leads,
      (select count(*)::int from notifications
        where agency_id = ${tx.agencyId} and person_id = ${personId} and read_at is null) as unread`.execute(
    tx.db,
  );
  const [row] = rows;
  if (!row) throw new Error('a query without from gives one row');
  return row;
}
