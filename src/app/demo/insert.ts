import type { Insertable } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import type { DB } from '#tables';

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const PARAMETERS = 60_000;

/** Multi-row inserts in statements as large as the protocol allows. */
export async function insertAll<Table extends keyof DB>(
  tx: Tx,
  table: Table,
  rows: readonly Insertable<DB[Table]>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const size = Math.floor(PARAMETERS / Object.keys(first).length);
  for (let start = 0; start < rows.length; start += size) {
    await tx.db
      .insertInto(table)
      .values(rows.slice(start, start + size))
      .execute();
  }
}
