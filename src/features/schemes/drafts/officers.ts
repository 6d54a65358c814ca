import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';

/** The other officers of the agency and of its units: they read drafts, and those of the agency change them. */
export async function otherOfficers(tx: Tx, actor: Actor): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('role', '=', 'officer')
    .where('revoked_at', 'is', null)
    .where('person_id', '<>', actor.personId)
    .execute();
  return rows.map((row) => row.person_id);
}
