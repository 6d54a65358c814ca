/**
 * Who may look: officers and leaders where their role holds, auditors everywhere. Others are told nothing is there; an
 * appraiser reads their own mirror, an employee the card on their own result.
 */
import { type Actor, overseesAgency, type Scope, WHOLE_AGENCY } from '#features/people/index.ts';
import { NotFound } from '#platform/errors.ts';

/** The units whose figures this reader may see. */
export function readerScope({ officer, leader, isAuditor }: Actor): Scope {
  if (isAuditor || officer.kind === 'agency' || leader.kind === 'agency') return WHOLE_AGENCY;
  const unitIds = [officer, leader].flatMap((scope) => (scope.kind === 'units' ? [...scope.unitIds] : []));
  return unitIds.length > 0 ? { kind: 'units', unitIds: new Set(unitIds) } : { kind: 'none' };
}

export function requireReader(actor: Actor): Scope {
  const scope = readerScope(actor);
  if (scope.kind === 'none') throw new NotFound();
  return scope;
}

/** Figures of the whole agency: groups, the yearly report. */
export function requireOverseer(actor: Actor): void {
  if (!overseesAgency(actor)) throw new NotFound();
}
