import type { Tx } from '#platform/database/database.ts';
import { fullName } from '../actor.ts';
import type { Role } from '../labels.ts';

export interface GrantRow {
  readonly id: string;
  readonly role: Role;
  readonly personId: string;
  readonly personName: string;
  readonly hasAccount: boolean;
  readonly unitName: string | null;
  readonly grantedAt: Date;
  readonly grantedBy: string | null;
}

/** Roles in force, officers first. */
export async function listGrants(tx: Tx): Promise<readonly GrantRow[]> {
  const rows = await tx.db
    .selectFrom('role_grants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'role_grants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'role_grants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as giver', (join) =>
      join.onRef('giver.id', '=', 'role_grants.granted_by').on('giver.agency_id', '=', tx.agencyId),
    )
    .select(['role_grants.id', 'role_grants.role', 'role_grants.person_id', 'role_grants.granted_at'])
    .select(['people.name', 'people.title_before', 'people.title_after', 'people.account_id'])
    .select(['units.name as unit_name', 'giver.name as giver_name'])
    .where('role_grants.agency_id', '=', tx.agencyId)
    .where('role_grants.revoked_at', 'is', null)
    .where('people.ended_on', 'is', null)
    .orderBy((sort) => sort.case().when('role_grants.role', '=', 'officer').then(0).else(1).end())
    .orderBy('role_grants.role')
    .orderBy('people.name')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    personId: row.person_id,
    personName: fullName(row),
    hasAccount: row.account_id !== null,
    unitName: row.unit_name,
    grantedAt: row.granted_at,
    grantedBy: row.giver_name,
  }));
}
