import type { Database } from '#platform/database/database.ts';
import { createInvitations } from '../invitations/create.ts';
import type { Token } from '../invitations/tokens.ts';
import { appointOfficer } from './first-run.ts';

/**
 * For whoever runs the installation: makes a person of the agency its officer and invites them. Undefined when
 * agency or person is not there. Somebody who is officer already is only invited again.
 */
export async function inviteOfficer(
  database: Database,
  agencyCode: string,
  nip: string,
): Promise<Token | undefined> {
  const agency = await database.shared
    .selectFrom('agencies')
    .select('id')
    .where('code', '=', agencyCode)
    .executeTakeFirst();
  if (!agency) return undefined;
  return database.forAgency(agency.id).write(async (tx) => {
    const person = await tx.db
      .selectFrom('people')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('nip', '=', nip)
      .where('ended_on', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!person) return undefined;
    const granted = await tx.db
      .selectFrom('role_grants')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('person_id', '=', person.id)
      .where('role', '=', 'officer')
      .where('unit_id', 'is', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!granted) await appointOfficer(tx, person.id, 'command');
    const [invitation] = await createInvitations(tx, null, [person.id], 'print');
    return invitation?.token;
  });
}
