import { measurementsOf } from '#features/measurements/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** `participant component` of everything that is recorded already. */
export async function currentValues(tx: Tx, participantIds: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await measurementsOf(tx, [...new Set(participantIds)]);
  return new Set([...known].flatMap(([id, own]) => [...own.keys()].map((component) => `${id} ${component}`)));
}
