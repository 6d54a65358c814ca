/**
 * Writes a difference in the transaction it is given. Bulk statements are multi-row VALUES with a conflict
 * clause, in chunks below the limit of parameters; they run unchanged on a cluster.
 */
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { chunks } from './chunks.ts';
import type { Difference } from './difference.ts';
import type { CurrentState } from './state.ts';
import { endPeople, insertPeople, updatePeople } from './write-people.ts';
import { insertPlacements, mendedPlacements, newPlacement, updatePlacements } from './write-placements.ts';
import { endUnits, insertUnits, updateUnits } from './write-units.ts';

export type Progress = (done: number, total: number) => void;

export async function writeDifference(
  tx: Tx,
  current: CurrentState,
  change: Difference,
  progress: Progress,
): Promise<void> {
  const unitIds = new Map(current.units.map((unit) => [unit.code, unit.id]));
  for (const unit of change.units.added) unitIds.set(unit.code, newId());
  const people = change.people.added.map((each) => ({ ...each, id: newId() }));
  const placements = [
    ...people.map(({ id, incoming, from }) => newPlacement(id, incoming.placement, from)),
    ...change.people.changed.flatMap(({ current: { id }, placement }) =>
      placement?.act === 'move' ? [newPlacement(id, placement.new, placement.from)] : [],
    ),
  ];
  const steps: { size: number; work: () => Promise<void> }[] = [
    { size: change.units.added.length, work: () => insertUnits(tx, change, unitIds) },
    { size: change.units.changed.length, work: () => updateUnits(tx, change, unitIds) },
    ...chunks(people).map((some) => ({ size: some.length, work: () => insertPeople(tx, some) })),
    ...chunks(change.people.changed).map((some) => ({
      size: some.length,
      work: () => updatePeople(tx, some),
    })),
    ...chunks(change.people.ended).map((some) => ({
      size: some.length,
      work: () => endPeople(tx, some, change.asOf),
    })),
    ...chunks(mendedPlacements(change)).map((some) => ({
      size: some.length,
      work: () => updatePlacements(tx, some, unitIds),
    })),
    ...chunks(placements).map((some) => ({
      size: some.length,
      work: () => insertPlacements(tx, some, unitIds),
    })),
    { size: change.units.ended.length, work: () => endUnits(tx, change) },
  ];
  const total = steps.reduce((sum, step) => sum + step.size, 0);
  let done = 0;
  for (const step of steps) {
    if (step.size === 0) continue;
    await step.work();
    done += step.size;
    progress(done, total);
  }
}
