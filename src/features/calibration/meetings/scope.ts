/** Who may call a meeting about which units: officers and leaders over them, their heads, and who appraises a head. */
import { sql } from 'kysely';
import { type Actor, unitsBelow, unitsOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** `null` stands for every unit, and the whole agency too. */
export type CallableUnits = ReadonlySet<string> | null;

export async function callableUnits(
  tx: Tx,
  actor: Actor,
  period: { readonly id: string },
  today: string,
): Promise<CallableUnits> {
  const [officer, leader] = [unitsOf(actor.officer), unitsOf(actor.leader)];
  if (!officer || !leader) return null;
  const { rows } = await sql<{ unit_id: string }>`
    select head.unit_id from placements head
      left join participants led on led.agency_id = ${tx.agencyId} and led.period_id = ${period.id}
        and led.placement_id = head.id
    where head.agency_id = ${tx.agencyId} and head.is_head and head.valid_from <= ${today}
      and (head.valid_until is null or head.valid_until > ${today})
      and (head.person_id = ${actor.personId} or led.appraiser_id = ${actor.personId})`.execute(tx.db);
  const headed = rows.length > 0 ? await unitsBelow(tx, [...new Set(rows.map((row) => row.unit_id))]) : [];
  return new Set([...officer, ...leader, ...headed]);
}

export function mayCallFor(units: CallableUnits, unitId: string | null): boolean {
  return units === null || (unitId !== null && units.has(unitId));
}

/** Whether there is any unit at all that somebody may call a meeting for. */
export function mayCall(units: CallableUnits): boolean {
  return units === null || units.size > 0;
}
