/** Who may read the history of somebody else: officers and leaders of their units, and the auditor. */
import {
  type Actor,
  fullName,
  isOfficer,
  requireScope,
  type Scope,
  WHOLE_AGENCY,
} from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';

export interface Read {
  readonly person: { readonly id: string; readonly name: string };
  /** An officer may take back what was imported wrongly. */
  readonly mayWithdraw: boolean;
}

export async function requireHistory(tx: Tx, actor: Actor, personId: string): Promise<Read> {
  const scope = readingScope(actor);
  if (!isId(personId) || scope.kind === 'none') throw new NotFound();
  await requireScope(tx, { ...actor, officer: scope }, [personId]);
  return { person: await named(tx, personId), mayWithdraw: await isWithin(tx, actor, personId) };
}

function readingScope({ officer, leader, isAuditor }: Actor): Scope {
  if (isAuditor || officer.kind === 'agency' || leader.kind === 'agency') return WHOLE_AGENCY;
  if (officer.kind === 'units' && leader.kind === 'units')
    return { kind: 'units', unitIds: new Set([...officer.unitIds, ...leader.unitIds]) };
  return officer.kind === 'none' ? leader : officer;
}

async function isWithin(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  if (!isOfficer(actor)) return false;
  try {
    await requireScope(tx, actor, [personId]);
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

export async function named(tx: Tx, personId: string): Promise<Read['person']> {
  const row = await tx.db
    .selectFrom('people')
    .select(['name', 'title_before', 'title_after'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return { id: personId, name: fullName(row) };
}
