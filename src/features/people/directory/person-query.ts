import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type Actor, fullName } from '../actor.ts';
import { type Flag, listFlags } from '../appraisers/flags.ts';
import { type AssignmentRow, assignmentHistory } from '../appraisers/queries.ts';

export interface PlacementRow {
  readonly id: string;
  readonly kind: string;
  readonly position: string;
  readonly positionKind: string;
  readonly positionLevel: string | null;
  readonly isHead: boolean;
  readonly unitName: string;
  readonly from: string;
  readonly until: string | null;
}

export interface PersonDetails {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly nip: string | null;
  readonly rank: string | null;
  readonly rankFrom: string | null;
  readonly sex: string | null;
  readonly birthDate: string | null;
  readonly education: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly hasAccount: boolean;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly placements: readonly PlacementRow[];
  readonly assignments: readonly AssignmentRow[];
  readonly roles: readonly { readonly role: string; readonly unitName: string | null }[];
  readonly flags: readonly Flag[];
}

/** Everything that is recorded of one person; who may see it was asked before. */
export async function personDetails(tx: Tx, personId: string): Promise<PersonDetails> {
  const person = await tx.db
    .selectFrom('people')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return {
    id: person.id,
    name: fullName(person),
    kind: person.kind,
    nip: person.nip,
    rank: person.rank,
    rankFrom: person.rank_from,
    sex: person.sex,
    birthDate: person.birth_date,
    education: person.education,
    email: person.email,
    phone: person.phone,
    hasAccount: person.account_id !== null,
    endedOn: person.ended_on,
    endedReason: person.ended_reason,
    placements: await placementsOf(tx, personId),
    assignments: await assignmentHistory(tx, personId),
    roles: await rolesOf(tx, personId),
    flags: await listFlags(tx, { personId }),
  };
}

async function placementsOf(tx: Tx, personId: string): Promise<PlacementRow[]> {
  const rows = await tx.db
    .selectFrom('placements')
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'placements.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .selectAll('placements')
    .select('units.name as unit_name')
    .where('placements.agency_id', '=', tx.agencyId)
    .where('placements.person_id', '=', personId)
    .orderBy('placements.valid_from', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    position: row.position_name,
    positionKind: row.position_kind,
    positionLevel: row.position_level,
    isHead: row.is_head,
    unitName: row.unit_name,
    from: row.valid_from,
    until: row.valid_until,
  }));
}

async function rolesOf(tx: Tx, personId: string): Promise<PersonDetails['roles']> {
  const rows = await tx.db
    .selectFrom('role_grants')
    .leftJoin('units', (join) =>
      join.onRef('units.id', '=', 'role_grants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['role_grants.role', 'units.name as unit_name'])
    .where('role_grants.agency_id', '=', tx.agencyId)
    .where('role_grants.person_id', '=', personId)
    .where('role_grants.revoked_at', 'is', null)
    .orderBy('role_grants.granted_at')
    .execute();
  return rows.map((row) => ({ role: row.role, unitName: row.unit_name }));
}

/** Who looked at somebody's record: the person can see it. One's own record is no news. */
export async function logReading(tx: Tx, actor: Actor, personId: string): Promise<void> {
  if (personId === actor.personId) return;
  await tx.db
    .insertInto('access_log')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      at: tx.now,
      actor_id: actor.personId,
      person_id: personId,
      what: 'person',
    })
    .execute();
}
