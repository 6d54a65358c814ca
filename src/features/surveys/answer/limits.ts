/**
 * How often one place may ask. Each request that counts leaves a mark: a hash of the address, the hour and what was
 * asked, under a key that is made anew every day and thrown away the day after. No address is kept, and once the key
 * is gone nobody can find it again from the mark.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';

/** Codes that do not exist, tried from one address within an hour. */
export const WRONG_CODES_AN_HOUR = 30;
/** Answers without a token, from one address at one counter within an hour: an office's wireless network is one. */
export const OPEN_ANSWERS_AN_HOUR = 30;

/** Counts one more; false where that is too many. */
export async function countMark(
  tx: Tx,
  given: { readonly day: string; readonly address: string; readonly what: string; readonly most: number },
): Promise<boolean> {
  const hour = tx.now.toISOString().slice(0, 13);
  const salt = await saltOf(tx, given.day);
  const mark = createHmac('sha256', salt)
    .update(`${given.address}\0${hour}\0${given.what}`)
    .digest('base64url');
  const { rows } = await sql<{ hits: number }>`
    insert into survey_marks as m (agency_id, day, mark, hits) values (${tx.agencyId}, ${given.day}, ${mark}, 1)
    on conflict (agency_id, day, mark) do update set hits = m.hits + 1
    where m.agency_id = ${tx.agencyId}
    returning hits`.execute(tx.db);
  return (rows[0]?.hits ?? 1) <= given.most;
}

async function saltOf(tx: Tx, day: string): Promise<string> {
  await tx.db
    .insertInto('survey_salts')
    .values({ agency_id: tx.agencyId, day, salt: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.columns(['agency_id', 'day']).doNothing())
    .execute();
  const row = await tx.db
    .selectFrom('survey_salts')
    .select('salt')
    .where('agency_id', '=', tx.agencyId)
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  return row.salt;
}

/** What earlier days left behind. */
export async function forgetMarks(tx: Tx, today: string): Promise<void> {
  await tx.db
    .deleteFrom('survey_marks')
    .where('agency_id', '=', tx.agencyId)
    .where('day', '<', today)
    .execute();
  await tx.db
    .deleteFrom('survey_salts')
    .where('agency_id', '=', tx.agencyId)
    .where('day', '<', today)
    .execute();
}
