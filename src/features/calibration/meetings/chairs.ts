/** Who else could chair: officers and leaders over the unit, its head and the heads above it. */
import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Item, Meeting, Member } from './queries.ts';

export interface ChairCandidate {
  readonly id: string;
  readonly name: string;
}

/** Nobody who judges, and nobody whose own appraisal or rating is on the agenda. */
export async function chairsFor(
  tx: Tx,
  meeting: Pick<Meeting, 'unitId' | 'chairId'>,
  items: readonly Item[],
  members: readonly Member[],
  today: string,
): Promise<readonly ChairCandidate[]> {
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
  }>`
    with recursive above as (
      select id, parent_id from units where agency_id = ${tx.agencyId} and id = ${meeting.unitId}::uuid
      union
      select parent.id, parent.parent_id from units parent join above on above.parent_id = parent.id
      where parent.agency_id = ${tx.agencyId}
    ), fitting as (
      select person_id from role_grants where agency_id = ${tx.agencyId} and role in ('officer', 'leader')
        and revoked_at is null and (unit_id is null or unit_id in (select id from above))
      union
      select person_id from placements where agency_id = ${tx.agencyId} and is_head and valid_from <= ${today}
        and (valid_until is null or valid_until > ${today}) and unit_id in (select id from above)
    )
    select people.id, people.name, people.title_before, people.title_after
    from fitting join people on people.agency_id = ${tx.agencyId} and people.id = fitting.person_id
    where people.ended_on is null
    order by people.name, people.id`.execute(tx.db);
  const judges = members.filter(({ state }) => state !== 'replaced').map((each) => each.personId);
  const concerned = items
    .filter(({ state }) => state !== 'dropped')
    .flatMap((item) => [item.rateeId, item.appraiserId, item.givenBy]);
  const out = new Set([meeting.chairId, ...judges, ...concerned]);
  return rows.filter((row) => !out.has(row.id)).map((row) => ({ id: row.id, name: fullName(row) }));
}
