/** The period as a process: drafted, opened, closed; closing can be taken back with a reason. */
import { decide, openActs, type Transition, type TransitionTable } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer, isOfficer } from '#features/people/index.ts';

export type PeriodState = 'draft' | 'open' | 'closed';
export type PeriodAct =
  | 'publish-criteria'
  | 'withdraw-criteria'
  | 'remind-readers'
  | 'open'
  | 'close'
  | 'reopen';
export type PeriodRole = 'officer';

/** A period belongs to the whole agency: officers of single units prepare their people but do not act on it. */
export const periodTransitions: TransitionTable<PeriodState, PeriodAct, PeriodRole> = [
  { from: ['draft'], act: 'publish-criteria', by: ['officer'], to: 'draft', reason: 'none' },
  { from: ['draft'], act: 'withdraw-criteria', by: ['officer'], to: 'draft', reason: 'required' },
  { from: ['draft'], act: 'remind-readers', by: ['officer'], to: 'draft', reason: 'none' },
  { from: ['draft'], act: 'open', by: ['officer'], to: 'open', reason: 'none' },
  { from: ['open'], act: 'close', by: ['officer'], to: 'closed', reason: 'optional' },
  { from: ['closed'], act: 'reopen', by: ['officer'], to: 'open', reason: 'required' },
];

function roles(actor: Actor): ReadonlySet<PeriodRole> {
  return new Set(isAgencyOfficer(actor) ? ['officer' as const] : []);
}

export function decidePeriod(state: PeriodState, act: PeriodAct, actor: Actor, reason?: string) {
  return decide(periodTransitions, { state, act, roles: roles(actor), reason });
}

export function openPeriodActs(
  state: PeriodState,
  actor: Actor,
): readonly Transition<PeriodState, PeriodAct, PeriodRole>[] {
  return openActs(periodTransitions, state, roles(actor));
}

/** Who may know how a period is set up: officers, leaders and auditors. */
export function mayReadPeriods(actor: Actor): boolean {
  return isOfficer(actor) || actor.leader.kind !== 'none' || actor.isAuditor;
}
