/**
 * Invitations: the way a person gets a password, the first one or a new one. An earlier invitation of the same
 * person ends when a new one is made, so only the last letter is good.
 */
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { hashCode } from '../code.ts';
import { personInvited } from '../events.ts';
import { newCode, type Token } from './tokens.ts';

export type Channel = 'print' | 'mail';

/** A letter may lie in a tray for a while; a mail should be opened soon. */
const VALID_DAYS: Record<Channel, number> = { print: 30, mail: 3 };

export interface Invitation {
  readonly id: string;
  readonly personId: string;
  /** The only time the code is known; the database keeps its hash. */
  readonly token: Token;
  readonly expiresAt: Date;
}

/**
 * One invitation for each person named. The caller has made sure that the actor may invite them
 * (`invitablePeople`); people who left or are not of this agency get none.
 */
export async function createInvitations(
  tx: Tx,
  actorId: string | null,
  personIds: readonly string[],
  channel: Channel,
): Promise<readonly Invitation[]> {
  if (personIds.length === 0) return [];
  const people = await tx.db
    .selectFrom('people')
    .innerJoin('agencies', 'agencies.id', 'people.agency_id')
    .select(['people.id', 'people.account_id', 'agencies.code'])
    .where('people.agency_id', '=', tx.agencyId)
    .where('people.id', 'in', [...new Set(personIds)])
    .where('people.ended_on', 'is', null)
    .orderBy('people.id')
    .forUpdate('people')
    .execute();
  if (people.length === 0) return [];
  await endOpenInvitations(
    tx,
    people.map((person) => person.id),
  );
  const expiresAt = new Date(tx.now.getTime() + VALID_DAYS[channel] * 24 * 60 * 60 * 1000);
  const made = people.map((person) => ({
    id: newId(),
    personId: person.id,
    token: { agencyCode: person.code, code: newCode() },
    expiresAt,
    reset: person.account_id !== null,
  }));
  await tx.db
    .insertInto('invitations')
    .values(
      made.map((each) => ({
        agency_id: tx.agencyId,
        id: each.id,
        person_id: each.personId,
        token_hash: hashCode(each.token.code),
        channel,
        created_by: actorId,
        created_at: tx.now,
        expires_at: expiresAt,
      })),
    )
    .execute();
  for (const { id, personId, reset } of made) {
    await record(tx, personInvited, {
      actorId,
      subject: { kind: 'invitation', id },
      personId,
      payload: { channel, reset, expiresAt: expiresAt.toISOString() },
    });
  }
  return made;
}

async function endOpenInvitations(tx: Tx, personIds: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('invitations')
    .set({ expires_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', 'in', personIds)
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .execute();
}
