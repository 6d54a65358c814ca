/** What somebody is to a declared relation; strangers are told that there is nothing. */
import { type Actor, covers } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { type Declaration, findDeclaration } from './queries.ts';
import type { DeclarationRole } from './transitions.ts';

export function rolesTowards(actor: Actor, declaration: Declaration): ReadonlySet<DeclarationRole> {
  const roles = new Set<DeclarationRole>();
  if (declaration.declaredBy === actor.personId) roles.add('declarer');
  if (declaration.raterId === actor.personId) roles.add('rater');
  if (declaration.rateeId === actor.personId) roles.add('ratee');
  const isParty = roles.has('rater') || roles.has('ratee');
  if (!isParty && covers(actor.officer, declaration.rateeUnitId ?? '')) roles.add('officer');
  return roles;
}

export interface Standing {
  readonly declaration: Declaration;
  readonly roles: ReadonlySet<DeclarationRole>;
}

/** Auditors read it and hold no role in it. */
export async function requireDeclaration(
  tx: Tx,
  actor: Actor,
  id: string,
  today: string,
  options: { readonly lock?: boolean } = {},
): Promise<Standing> {
  if (options.lock && isId(id))
    await tx.db
      .selectFrom('conflict_declarations')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id)
      .forUpdate()
      .execute();
  const declaration = await findDeclaration(tx, id, today);
  if (!declaration) throw new NotFound();
  const roles = rolesTowards(actor, declaration);
  if (roles.size === 0 && !actor.isAuditor) throw new NotFound();
  return { declaration, roles };
}
