/** The installation's signing secret: made once, by whoever starts first, and kept in the database. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Database } from '#platform/database/database.ts';

const NAME = 'signing-secret';

export async function installationSecret(database: Database): Promise<string> {
  const made = randomBytes(48).toString('base64url');
  await database.shared
    .insertInto('installation')
    .values({ name: NAME, value: made })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const kept = await database.shared
    .selectFrom('installation')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return kept.value;
}

/** A value only this installation can make; `purpose` keeps one use from serving another. */
export function sign(secret: string, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest('base64url');
}

export function equals(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
