/** Granting and revoking the roles of officer, leader and auditor. Only officers of the whole agency do. */
import { z } from 'zod';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { Actor } from '../actor.ts';
import { peopleEvents } from '../events.ts';
import { ROLES, type Role } from '../labels.ts';
import { requireAgencyOfficer } from '../scope.ts';
import { text } from '../text.ts';

export const grantSchema = z
  .object({
    id: z.uuid(),
    role: z.enum(ROLES),
    personId: z.uuid({ error: () => text.choosePerson() }),
    scope: z.enum(['agency', 'unit']),
    unitId: z
      .union([z.literal(''), z.uuid()])
      .optional()
      .transform((value) => value || null),
  })
  .superRefine((given, context) => {
    if (given.role === 'auditor' && given.scope === 'unit')
      context.addIssue({ code: 'custom', path: ['scope'], message: text.auditorWhole() });
    else if (given.scope === 'unit' && !given.unitId)
      context.addIssue({ code: 'custom', path: ['unitId'], message: text.chooseUnit() });
  })
  .transform(({ scope, unitId, ...given }) => ({ ...given, unitId: scope === 'unit' ? unitId : null }));
export type Grant = z.output<typeof grantSchema>;

export async function grantRole(tx: Tx, actor: Actor, given: Grant): Promise<void> {
  requireAgencyOfficer(actor);
  const person = await tx.db
    .selectFrom('people')
    .select('ended_on')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', given.personId)
    .forUpdate()
    .executeTakeFirst();
  if (!person || person.ended_on) throw new Refusal(text.choosePerson(), 'personId');
  if (given.unitId) await requireUnit(tx, given.unitId);
  const held = await tx.db
    .selectFrom('role_grants')
    .select(['id', 'unit_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', given.personId)
    .where('role', '=', given.role)
    .where('revoked_at', 'is', null)
    .execute();
  // The same form sent twice.
  if (held.some((grant) => grant.id === given.id)) return;
  if (held.some((grant) => grant.unit_id === null || grant.unit_id === given.unitId))
    throw new Refusal(text.roleHeld(), 'personId');
  const inserted = await tx.db
    .insertInto('role_grants')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      person_id: given.personId,
      role: given.role,
      unit_id: given.unitId,
      granted_by: actor.personId,
      granted_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await record(tx, peopleEvents.roleGranted, {
    actorId: actor.personId,
    subject: { kind: 'role-grant', id: given.id },
    personId: given.personId,
    payload: { role: given.role, unitId: given.unitId },
  });
  tx.touch(given.personId);
}

async function requireUnit(tx: Tx, unitId: string): Promise<void> {
  const unit = await tx.db
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', unitId)
    .where('active_until', 'is', null)
    .executeTakeFirst();
  if (!unit) throw new Refusal(text.chooseUnit(), 'unitId');
}

export async function revokeRole(tx: Tx, actor: Actor, grantId: string): Promise<void> {
  requireAgencyOfficer(actor);
  if (!isId(grantId)) throw new NotFound();
  const grant = await tx.db
    .selectFrom('role_grants')
    .select(['id', 'role', 'unit_id', 'person_id', 'revoked_at'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', grantId)
    .executeTakeFirst();
  if (!grant) throw new NotFound();
  if (grant.role === 'officer' && grant.unit_id === null) await keepOneOfficer(tx, grantId);
  const changed = await tx.db
    .updateTable('role_grants')
    .set({ revoked_at: tx.now, revoked_by: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', grantId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  // A second click, or another officer was first: it is revoked either way.
  if (changed.numUpdatedRows === 0n) return;
  await record(tx, peopleEvents.roleRevoked, {
    actorId: actor.personId,
    subject: { kind: 'role-grant', id: grantId },
    personId: grant.person_id,
    payload: { role: grant.role as Role, unitId: grant.unit_id },
  });
  tx.touch(grant.person_id);
}

/**
 * Nobody would be left to grant roles. The rows of all such officers are locked, in one order, so that of two
 * officers who revoke each other's role at once the second finds only one left.
 */
async function keepOneOfficer(tx: Tx, grantId: string): Promise<void> {
  const officers = await tx.db
    .selectFrom('role_grants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'role_grants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select('role_grants.id')
    .where('role_grants.agency_id', '=', tx.agencyId)
    .where('role_grants.role', '=', 'officer')
    .where('role_grants.unit_id', 'is', null)
    .where('role_grants.revoked_at', 'is', null)
    .where('people.ended_on', 'is', null)
    .where('people.account_id', 'is not', null)
    .orderBy('role_grants.id')
    .forUpdate('role_grants')
    .execute();
  if (officers.every((officer) => officer.id === grantId)) throw new Refusal(text.lastOfficer());
}
