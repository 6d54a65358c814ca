/** Who may know of a unit's counters and surveys: its officers and leaders, auditors; of results, its people too. */
import { type Actor, covers, isOfficer, overseesAgency, unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed } from '#platform/errors.ts';

export function overseesUnit(actor: Actor, unitId: string): boolean {
  return covers(actor.officer, unitId) || covers(actor.leader, unitId) || actor.isAuditor;
}

/** A survey of the whole agency is known to those of every unit that takes part in it. */
export function overseesRound(
  actor: Actor,
  round: { readonly unitId: string | null; readonly counters: readonly { readonly unitId: string }[] },
): boolean {
  const own = round.unitId === null ? overseesAgency(actor) : overseesUnit(actor, round.unitId);
  return own || round.counters.some((counter) => overseesUnit(actor, counter.unitId));
}

/** Whether this person holds a post in the unit or below it today, or heads a unit above it. */
export async function belongsTo(tx: Tx, actor: Actor, unitId: string, today: string): Promise<boolean> {
  const rows = await tx.db
    .selectFrom('placements')
    .select(['unit_id', 'is_head'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', actor.personId)
    .where('valid_from', '<=', today)
    .where((any) => any.or([any('valid_until', 'is', null), any('valid_until', '>', today)]))
    .execute();
  if (rows.length === 0) return false;
  const below = await unitsBelow(tx, [unitId]);
  if (rows.some((row) => below.has(row.unit_id))) return true;
  const headed = rows.filter((row) => row.is_head).map((row) => row.unit_id);
  return headed.length > 0 && (await unitsBelow(tx, headed)).has(unitId);
}

/** Names of units by id, for lists and forms; those of a scope, or all. */
export async function unitNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .where('active_until', 'is', null)
    .orderBy('ordinal')
    .orderBy('name')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Counters and rounds are for those who answer for units; others see the results of their own. */
export function isReader(actor: Actor): boolean {
  return isOfficer(actor) || actor.leader.kind !== 'none' || actor.isAuditor;
}

export function requireReader(actor: Actor): void {
  if (!isReader(actor)) throw new NotAllowed();
}
