import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';

/** The agency's time zone, where no visit says it. */
export async function agencyZone(tx: Tx): Promise<string> {
  const { zone } = await tx.db
    .selectFrom('agencies')
    .select('zone')
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  return zone;
}

/** The civil date of the transaction in that zone. */
export async function agencyToday(tx: Tx): Promise<string> {
  return todayIn(await agencyZone(tx), tx.now);
}
