/** What was given after a result was taken back because it was returned. */
import type { Tx } from '#platform/database/database.ts';
import type { Item } from '../meetings/queries.ts';

/** By item; absent while nothing was given anew. */
export async function newPredicatesOf(tx: Tx, items: readonly Item[]): Promise<ReadonlyMap<string, string>> {
  const changed = items.filter((item) => item.state === 'changed');
  if (changed.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('results')
    .select(['id', 'participant_id', 'predicate', 'version'])
    .where('agency_id', '=', tx.agencyId)
    .where(
      'participant_id',
      'in',
      changed.map((item) => item.participantId),
    )
    .orderBy('version')
    .execute();
  return new Map(
    changed.flatMap((item): [string, string][] => {
      const returned = rows.find((row) => row.id === item.resultId);
      // The next version is what came of the return, whatever came later.
      const next = rows.find(
        (row) =>
          row.participant_id === item.participantId &&
          returned !== undefined &&
          row.version > returned.version,
      );
      return next ? [[item.id, next.predicate]] : [];
    }),
  );
}
