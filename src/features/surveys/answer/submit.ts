/**
 * An answer is taken. Whatever gave the right to it is spent in the same transaction, and nothing in the answer's row
 * points there: no token, no time, no address, an id that the page drew at random. It leaves no act, no event of the
 * record and no live refresh, since each of these would have a time.
 */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import { findRound } from '../rounds/queries.ts';

export const PROFILE = {
  sex: ['female', 'male'],
  age: ['under-25', '25-39', '40-54', '55-up'],
  education: ['primary', 'junior', 'senior', 'diploma', 'bachelor', 'master'],
} as const;
export type ProfilePart = keyof typeof PROFILE;
export type Profile = { readonly [Part in ProfilePart]?: (typeof PROFILE)[Part][number] };

export interface GivenAnswer {
  /** Random, drawn with the page: the same form sent twice is one answer. */
  readonly id: string;
  readonly roundId: string;
  readonly counterId: string;
  readonly tokenId: string | undefined;
  readonly pattern: string;
  readonly extras: Readonly<Record<string, number>>;
  readonly profile: Profile;
  readonly words: string;
  /** Civil date, and minutes since midnight, in the agency's zone. */
  readonly day: string;
  readonly minute: number;
}

export type Taken = 'taken' | 'used' | 'over';

export async function submitAnswer(tx: Tx, given: GivenAnswer): Promise<Taken> {
  const round = await findRound(tx, given.roundId, { lock: 'share' });
  if (round?.state !== 'open' || given.day > round.endsOn || given.day < round.startsOn) return 'over';
  if (given.tokenId !== undefined) {
    const spent = await tx.db
      .updateTable('survey_tokens')
      .set({ is_used: true, used_on: given.day })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', given.tokenId)
      .where('is_used', '=', false)
      .executeTakeFirst();
    if (spent.numUpdatedRows === 0n) return (await isTaken(tx, given.id)) ? 'taken' : 'used';
  }
  const written = await tx.db
    .insertInto('survey_intake')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      round_id: given.roundId,
      counter_id: given.counterId,
      day: given.day,
      answers: given.pattern,
      extras: JSON.stringify(given.extras),
      profile: JSON.stringify(given.profile),
      words: given.words,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return 'taken';
  await sql`
    insert into survey_minutes as m (agency_id, round_id, counter_id, day, minute, answers)
    values (${tx.agencyId}, ${given.roundId}, ${given.counterId}, ${given.day}, ${given.minute}, 1)
    on conflict (agency_id, round_id, counter_id, day, minute) do update set answers = m.answers + 1
    where m.agency_id = ${tx.agencyId}`.execute(tx.db);
  return 'taken';
}

/** Whether this very form has arrived already: a second press, or the page sent again after the network failed. */
export async function isTaken(tx: Tx, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const row = await tx.db
    .selectFrom('survey_intake')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}
