/** What becomes of a letter after it was sent: it comes back, and its address is mended. */
import { z } from 'zod';
import { type Actor, covers } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { voiceLetterMended } from '../events.ts';
import { failedLetters } from './queries.ts';
import { SEND_LETTERS, sendOptions } from './tasks.ts';
import { letterText } from './text.ts';

/** A report of the mail server about a letter that was sent; false where no such letter is known. */
export async function markBounced(
  tx: Tx,
  report: { readonly letterId: string; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('voice_letters')
    .set({ state: 'bounced', problem: report.reason, settled_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', report.letterId)
    .where('state', 'in', ['sent', 'bounced'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Puts the address right where it belongs, so that later letters find it too, and sends the letter again. */
export async function mendAddress(
  tx: Tx,
  actor: Actor,
  input: { readonly letterId: string; readonly address: string },
): Promise<void> {
  const [letter] = await failedLetters(tx, { id: input.letterId });
  if (!letter)
    throw (await isKnown(tx, input.letterId)) ? new Conflict(letterText.alreadyMended()) : new NotFound();
  if (!covers(actor.officer, letter.unitId)) throw new NotAllowed();
  const address = z.email().safeParse(input.address.trim());
  if (!address.success) throw new Refusal(letterText.badAddress(), 'address');
  const { numUpdatedRows } = await tx.db
    .updateTable('voice_letters')
    .set({ state: 'replaced', settled_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', letter.id)
    .where('state', '=', letter.state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Conflict(letterText.alreadyMended());
  await keepAddress(tx, letter.requestId, address.data);
  await tx.db
    .insertInto('voice_letters')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      request_id: letter.requestId,
      kind: letter.kind,
      address: address.data,
      state: 'waiting',
      created_at: tx.now,
    })
    .execute();
  await record(tx, voiceLetterMended, {
    actorId: actor.personId,
    subject: { kind: 'voice-letter', id: letter.id },
    payload: { to: letter.name },
  });
  await tx.enqueue(SEND_LETTERS, { roundId: letter.roundId }, sendOptions(letter.roundId));
}

async function isKnown(tx: Tx, letterId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('voice_letters')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', letterId)
    .executeTakeFirst();
  return row !== undefined;
}

async function keepAddress(tx: Tx, requestId: string, address: string): Promise<void> {
  const request = await tx.db
    .selectFrom('voice_requests')
    .select('rater_id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', requestId)
    .executeTakeFirstOrThrow();
  if (request.rater_id === null)
    await tx.db
      .updateTable('voice_requests')
      .set({ guest_email: address })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', requestId)
      .execute();
  else
    await tx.db
      .updateTable('people')
      .set({ email: address, updated_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', request.rater_id)
      .execute();
}
