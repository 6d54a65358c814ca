import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** Names with titles, by id. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('people')
    .select(['id', 'name', 'title_before', 'title_after'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', known)
    .execute();
  return new Map(rows.map((row) => [row.id, fullName(row)]));
}
