import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';

/** The civil date of the transaction in the agency's zone, where no visit says it. */
export async function agencyToday(tx: Tx): Promise<string> {
  const { zone } = await tx.db
    .selectFrom('agencies')
    .select('zone')
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  return todayIn(zone, tx.now);
}
