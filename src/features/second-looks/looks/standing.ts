/** What somebody is to a second look; whoever is nothing to it is told that there is nothing. */
import { type Actor, covers } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { LookRole } from '../transitions.ts';
import { findLook, type Look } from './queries.ts';

export type Reader = LookRole | 'first' | 'employee' | 'auditor';

/** Nobody arranges a second look at their own work or at their own ratings. */
export function readersOf(actor: Actor, look: Look): ReadonlySet<Reader> {
  const readers = new Set<Reader>();
  if (look.rateeId === actor.personId) return new Set(['employee']);
  if (look.secondId === actor.personId) readers.add('second');
  if (look.firstId === actor.personId) readers.add('first');
  if (look.superiorId === actor.personId) readers.add('superior');
  const isConcerned = readers.has('first') || readers.has('superior');
  if (!isConcerned && covers(actor.officer, look.unitId)) readers.add('officer');
  if (actor.isAuditor) readers.add('auditor');
  return readers;
}

/** The appraiser and the superior learn of it when it can be compared, so that nobody waits for the other. */
export function mayKnow(look: Look, readers: ReadonlySet<Reader>): boolean {
  if (look.state === 'cancelled') return readers.has('officer') || readers.has('auditor');
  if (readers.has('officer') || readers.has('auditor') || readers.has('second') || readers.has('employee'))
    return true;
  return readers.size > 0 && look.comparedAt !== null;
}

export interface LookStanding {
  readonly look: Look;
  readonly readers: ReadonlySet<Reader>;
}

export async function requireLook(
  tx: Tx,
  actor: Actor,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<LookStanding> {
  if (!isId(id)) throw new NotFound();
  if (options.lock)
    await tx.db
      .selectFrom('second_looks')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id)
      .forUpdate()
      .execute();
  const look = await findLook(tx, id);
  if (!look) throw new NotFound();
  const readers = readersOf(actor, look);
  if (!mayKnow(look, readers)) throw new NotFound();
  return { look, readers };
}

/** The roles of the table among what somebody is. */
export function rolesAmong(readers: ReadonlySet<Reader>): ReadonlySet<LookRole> {
  return new Set((['officer', 'second', 'superior'] as const).filter((role) => readers.has(role)));
}
