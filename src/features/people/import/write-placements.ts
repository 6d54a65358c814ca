/** Rows of `placements` for a difference: history is closed, never overwritten. */
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { Difference, PlacementChange } from './difference.ts';
import type { PlacementRecord } from './records.ts';
import type { CurrentPlacement } from './state.ts';
import { idOf, type UnitIds } from './write-units.ts';

export type NewPlacement = {
  readonly personId: string;
  readonly placement: PlacementRecord;
  readonly from: string;
};
type Mended = NewPlacement & { readonly id: string; readonly until: string | null };

export function newPlacement(personId: string, placement: PlacementRecord, from: string): NewPlacement {
  return { personId, placement, from };
}

/** Old placements: those that end because of a move, and those told better. */
export function mendedPlacements(change: Difference): Mended[] {
  return change.people.changed.flatMap(({ current, placement }): Mended[] => {
    if (!placement?.old) return [];
    return [mended(current.id, placement, placement.old)];
  });
}

function mended(personId: string, change: PlacementChange, old: CurrentPlacement): Mended {
  return change.act === 'move'
    ? { personId, id: old.id, placement: old, from: old.from, until: change.from }
    : { personId, id: old.id, placement: change.new, from: change.from, until: null };
}

function placementRow(tx: Tx, id: string, made: NewPlacement, unitIds: UnitIds) {
  return {
    agency_id: tx.agencyId,
    id,
    person_id: made.personId,
    unit_id: idOf(unitIds, made.placement.unitCode),
    kind: 'definitive',
    position_name: made.placement.positionName,
    position_kind: made.placement.positionKind,
    position_level: made.placement.positionLevel,
    echelon: made.placement.echelon,
    is_head: made.placement.isHead,
    valid_from: made.from,
  };
}

export async function insertPlacements(
  tx: Tx,
  made: readonly NewPlacement[],
  unitIds: UnitIds,
): Promise<void> {
  await tx.db
    .insertInto('placements')
    .values(made.map((each) => placementRow(tx, newId(), each, unitIds)))
    .execute();
}

export async function updatePlacements(tx: Tx, all: readonly Mended[], unitIds: UnitIds): Promise<void> {
  await tx.db
    .insertInto('placements')
    .values(all.map((each) => ({ ...placementRow(tx, each.id, each, unitIds), valid_until: each.until })))
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'id']).doUpdateSet((expression) => ({
        unit_id: expression.ref('excluded.unit_id'),
        position_name: expression.ref('excluded.position_name'),
        position_kind: expression.ref('excluded.position_kind'),
        position_level: expression.ref('excluded.position_level'),
        echelon: expression.ref('excluded.echelon'),
        is_head: expression.ref('excluded.is_head'),
        valid_from: expression.ref('excluded.valid_from'),
        valid_until: expression.ref('excluded.valid_until'),
      })),
    )
    .execute();
}
