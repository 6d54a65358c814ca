/** Those to be appraised: civil servants who hold a post. Officers and auditors among them vote as employees. */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';

function entitled(tx: Tx, today: string): RawBuilder<unknown> {
  return sql`from people person where person.agency_id = ${tx.agencyId} and person.kind in ('pns', 'pppk')
    and exists (select 1 from placements post where post.agency_id = ${tx.agencyId}
      and post.person_id = person.id and post.valid_from <= ${today}
      and (post.valid_until is null or post.valid_until > ${today}))`;
}

export async function mayVote(tx: Tx, personId: string, today: string): Promise<boolean> {
  const { rows } = await sql`select 1 ${entitled(tx, today)} and person.id = ${personId}`.execute(tx.db);
  return rows.length > 0;
}

export async function countVoters(tx: Tx, today: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count ${entitled(tx, today)}`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

const MOST_LISTENERS = 300;

/** Whose open pages are refreshed when something is said: officers, and who took part, the latest first. */
export async function listeners(tx: Tx, draftId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from role_grants
      where agency_id = ${tx.agencyId} and role = 'officer' and revoked_at is null
    union
    select person_id from (
      select author_id as person_id from scheme_proposals
      where agency_id = ${tx.agencyId} and draft_id = ${draftId}
      group by author_id order by max(created_at) desc limit ${MOST_LISTENERS}) as authors`.execute(tx.db);
  return rows.map((row) => row.person_id);
}
