/** Who could be asked to judge: those who appraise in the same period, the ones that can judge most items first. */

import { sql } from 'kysely';
import { fullName, postsOn } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { pairOf, recusalsOf } from '../judging/recusals.ts';
import type { Item, Meeting, Member } from '../meetings/queries.ts';

export interface Judge {
  readonly id: string;
  readonly name: string;
  readonly position: string;
  readonly unitName: string;
  /** Items of the agenda that this person may judge. */
  readonly free: number;
}

const MOST = 12;
/** More are not looked through: each costs a question about every item. */
const LOOKED_AT = 60;

export async function judgesFor(
  tx: Tx,
  meeting: Meeting,
  items: readonly Item[],
  members: readonly Member[],
  today: string,
): Promise<readonly Judge[]> {
  const out = [meeting.chairId, meeting.calledBy, ...members.map((member) => member.personId)];
  const { rows } = await sql<{
    id: string;
    name: string;
    title_before: string | null;
    title_after: string | null;
    position_name: string;
    unit_name: string;
  }>`
    select person.id, person.name, person.title_before, person.title_after, post.position_name, unit.name as unit_name
    from (select appraiser_id, count(*) as led from participants where agency_id = ${tx.agencyId}
        and period_id = ${meeting.periodId} and state <> 'excluded' and appraiser_id is not null
        group by appraiser_id) appraiser
      join people person on person.agency_id = ${tx.agencyId} and person.id = appraiser.appraiser_id
      join (${postsOn(tx, today)}) post on post.person_id = person.id
      join units unit on unit.agency_id = ${tx.agencyId} and unit.id = post.unit_id
    where person.ended_on is null and not (person.id = any(${out}::uuid[]))
      -- Members who oversee the meeting could look behind it.
      and not exists (select from role_grants role where role.agency_id = ${tx.agencyId} and role.person_id = person.id
        and role.revoked_at is null)
    order by appraiser.led desc, person.id limit ${LOOKED_AT}`.execute(tx.db);
  const open = items.filter(({ state }) => state === 'blind');
  const recusals = await recusalsOf(
    tx,
    meeting,
    open,
    rows.map((row) => row.id),
    today,
  );
  return rows
    .map((row) => ({
      id: row.id,
      name: fullName(row),
      position: row.position_name,
      unitName: row.unit_name,
      free: open.filter((item) => !recusals.has(pairOf(item.id, row.id))).length,
    }))
    .filter((judge) => open.length === 0 || judge.free > 0)
    .toSorted((a, b) => b.free - a.free || a.name.localeCompare(b.name, 'id'))
    .slice(0, MOST);
}
