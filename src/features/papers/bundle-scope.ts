/** For whom somebody may print in one go: officers and leaders for their units, an appraiser for the own team. */
import { type Actor, covers, isOfficer, unitsBelow } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import type { BundleInput } from './runs.ts';

/** More people than this are printed unit by unit, so that one file stays one that an office can open. */
export const MOST_PEOPLE = 1500;

export async function mayBundle(tx: Tx, actor: Actor): Promise<boolean> {
  return isOfficer(actor) || actor.leader.kind !== 'none' || (await hasTeam(tx, actor));
}

export async function requireBundler(tx: Tx, actor: Actor): Promise<void> {
  if (!(await mayBundle(tx, actor))) throw new NotAllowed();
}

export async function hasTeam(tx: Tx, actor: Actor): Promise<boolean> {
  const row = await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('appraiser_id', '=', actor.personId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface UnitChoice {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

/** The units of the actor's scope as a tree read from the top. */
export async function unitChoices(tx: Tx, actor: Actor): Promise<readonly UnitChoice[]> {
  if (!isOfficer(actor) && actor.leader.kind === 'none') return [];
  const rows = await tx.db
    .selectFrom('units')
    .select(['id', 'parent_id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .orderBy('ordinal')
    .orderBy('name')
    .execute();
  const mine = rows.filter((row) => inScope(actor, row.id));
  const ids = new Set(mine.map((row) => row.id));
  const below = Map.groupBy(mine, (row) => (row.parent_id && ids.has(row.parent_id) ? row.parent_id : null));
  const walk = (parent: string | null, depth: number): UnitChoice[] =>
    (below.get(parent) ?? []).flatMap((row) => [
      { id: row.id, name: row.name, depth },
      ...walk(row.id, depth + 1),
    ]);
  return walk(null, 0);
}

export function inScope(actor: Actor, unitId: string): boolean {
  return covers(actor.officer, unitId) || covers(actor.leader, unitId);
}

/** A unit outside the scope, or of another agency, is not there; a team that one does not lead is empty. */
export async function requireUnitInScope(tx: Tx, actor: Actor, input: BundleInput): Promise<void> {
  if (input.unitId === null) return;
  const unit = await tx.db
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.unitId)
    .executeTakeFirst();
  if (!unit || !inScope(actor, input.unitId)) throw new NotFound();
}

export interface BundlePerson {
  readonly participantId: string;
  readonly personId: string;
}

/** The people of a bundle in the order in which their papers lie in the file: by unit, then by name. */
export async function peopleOfBundle(
  tx: Tx,
  input: BundleInput,
  requesterId: string | null,
): Promise<readonly BundlePerson[]> {
  let query = tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.person_id'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', input.periodId)
    .where('participants.state', '<>', 'excluded');
  if (input.unitId === null) query = query.where('participants.appraiser_id', '=', requesterId);
  else {
    const units = input.withUnitsBelow ? await unitsBelow(tx, [input.unitId]) : [input.unitId];
    query = query.where('participants.unit_id', 'in', [...units]);
  }
  const rows = await query
    .orderBy('units.ordinal')
    .orderBy('units.name')
    .orderBy('people.name')
    .orderBy('participants.id')
    .execute();
  return rows.map((row) => ({ participantId: row.id, personId: row.person_id }));
}
