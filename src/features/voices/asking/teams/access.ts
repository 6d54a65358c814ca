/** Who keeps teams: officers of the unit that answers for them, and whoever heads that unit or one above it. */
import { sql } from 'kysely';
import { type Actor, unitsBelow, unitsOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';

/** Units whose teams an actor keeps; null for all. */
export async function keepsTeamsOf(tx: Tx, actor: Actor, today: string): Promise<ReadonlySet<string> | null> {
  const own = unitsOf(actor.officer);
  if (own === null) return null;
  const { rows } = await sql<{ unit_id: string }>`
    select unit_id from placements
    where agency_id = ${tx.agencyId} and person_id = ${actor.personId} and is_head
      and valid_from <= ${today} and (valid_until is null or valid_until > ${today})`.execute(tx.db);
  const headed = rows.map((row) => row.unit_id);
  return new Set([...own, ...(headed.length > 0 ? await unitsBelow(tx, headed) : [])]);
}

export function keeps(units: ReadonlySet<string> | null, unitId: string): boolean {
  return units === null || units.has(unitId);
}

/** For pages: whoever keeps no team at all learns nothing of them; auditors read. */
export async function requireKeeper(
  tx: Tx,
  actor: Actor,
  today: string,
): Promise<ReadonlySet<string> | null> {
  const units = await keepsTeamsOf(tx, actor, today);
  if (units !== null && units.size === 0 && !actor.isAuditor) throw new NotFound();
  return units;
}

export function requireKept(units: ReadonlySet<string> | null, unitId: string): void {
  if (!keeps(units, unitId)) throw new NotAllowed();
}
