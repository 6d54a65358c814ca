/** Turns an invitation into a password, once. */
import { fullName } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import { hashCode } from '../code.ts';
import { addAccount, replacePassword } from '../commands/add-account.ts';
import { accountActivated, passwordReset } from '../events.ts';
import { servesElsewhere } from '../memberships.ts';
import type { Channel } from './create.ts';
import type { Token } from './tokens.ts';

/** What the page of an open invitation shows and needs. */
export interface OpenInvitation {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly zone: string;
  readonly id: string;
  readonly personId: string;
  readonly channel: Channel;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  readonly expiresAt: Date;
  /**
   * `new`: a first password. `reset`: another one. `link`: this NIP signs in already, for another agency, and its
   * present password must be given: an officer of one agency must not get at the account of another.
   * `elsewhere`: a reset by an officer of an account that also serves another agency; refused for the same reason.
   */
  readonly kind: 'new' | 'reset' | 'link' | 'elsewhere';
  readonly accountId: string | null;
}

export async function findInvitation(database: Database, token: Token): Promise<OpenInvitation | undefined> {
  const agency = await database.shared
    .selectFrom('agencies')
    .select(['id', 'name', 'zone'])
    .where('code', '=', token.agencyCode)
    .executeTakeFirst();
  if (!agency) return undefined;
  const row = await database.forAgency(agency.id).read((tx) => openInvitation(tx, token));
  if (!row) return undefined;
  const { kind, accountId } = await kindOf(database, agency.id, row);
  return {
    agencyId: agency.id,
    agencyName: agency.name,
    zone: agency.zone,
    id: row.id,
    personId: row.person_id,
    channel: row.channel as Channel,
    name: fullName(row),
    nip: row.nip,
    email: row.email,
    expiresAt: row.expires_at,
    kind,
    accountId,
  };
}

function openInvitation(tx: Tx, token: Token) {
  return tx.db
    .selectFrom('invitations')
    .innerJoin('people', (join) =>
      join
        .onRef('people.agency_id', '=', 'invitations.agency_id')
        .onRef('people.id', '=', 'invitations.person_id'),
    )
    .select(['invitations.id', 'person_id', 'channel', 'expires_at', 'account_id'])
    .select(['people.name', 'title_before', 'title_after', 'nip', 'email'])
    .where('invitations.agency_id', '=', tx.agencyId)
    .where('token_hash', '=', hashCode(token.code))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .where('people.ended_on', 'is', null)
    .executeTakeFirst();
}

async function kindOf(
  database: Database,
  agencyId: string,
  person: { account_id: string | null; nip: string | null; channel: string },
): Promise<Pick<OpenInvitation, 'kind' | 'accountId'>> {
  const accountId = person.account_id ?? (await accountOfNip(database, person.nip));
  if (!accountId) return { kind: 'new', accountId: null };
  const elsewhere = await servesElsewhere(database, agencyId, accountId);
  if (person.account_id === null) return { kind: elsewhere ? 'link' : 'reset', accountId };
  // A mail goes to the address the owner signs in with; a letter goes through the officer's hands.
  return { kind: elsewhere && person.channel === 'print' ? 'elsewhere' : 'reset', accountId };
}

async function accountOfNip(database: Database, nip: string | null): Promise<string | null> {
  if (!nip) return null;
  const user = await database.shared
    .selectFrom('account_users')
    .select('id')
    .where('username', '=', nip)
    .executeTakeFirst();
  return user?.id ?? null;
}

/**
 * Uses the invitation; undefined when somebody did so a moment before. The row is taken by the update itself, so
 * of two who press at once one goes on and the other finds it used.
 */
export async function redeemInvitation(
  database: Database,
  invitation: OpenInvitation,
  passwordHash: string,
): Promise<string | undefined> {
  return database.forAgency(invitation.agencyId).write(async (tx) => {
    const taken = await tx.db
      .updateTable('invitations')
      .set({ used_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', invitation.id)
      .where('used_at', 'is', null)
      .where('expires_at', '>', tx.now)
      .returning('id')
      .executeTakeFirst();
    if (!taken || invitation.kind === 'elsewhere') return undefined;
    const accountId = invitation.accountId ?? (await addAccount(tx, { ...invitation, passwordHash }));
    if (invitation.accountId && invitation.kind === 'reset')
      await replacePassword(tx.db, accountId, passwordHash, tx.now);
    await tx.db
      .updateTable('people')
      .set({ account_id: accountId, updated_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', invitation.personId)
      .execute();
    await record(tx, invitation.kind === 'reset' ? passwordReset : accountActivated, {
      actorId: invitation.personId,
      subject: { kind: 'person', id: invitation.personId },
      personId: invitation.personId,
      payload: { channel: invitation.channel },
    });
    return accountId;
  });
}
