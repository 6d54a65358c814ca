/** The plan as a process: who may do what in which state, and what becomes of it. */
import { decide, openActs, type Transition, type TransitionTable } from '#domain/workflow/workflow.ts';
import type { Relation } from '#features/periods/index.ts';

export const PLAN_STATES = [
  'draft',
  'proposed',
  'returned',
  'agreed',
  'revising',
  'revision-proposed',
  'revision-returned',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_ACTS = ['propose', 'withdraw', 'return', 'agree', 'open-revision'] as const;
export type PlanAct = (typeof PLAN_ACTS)[number];

export type PlanRole = Extract<Relation, 'employee' | 'appraiser'>;
export type PlanTransition = Transition<PlanState, PlanAct, PlanRole>;

/** Superior, officer, leader and auditor read; a plan is agreed between two people (PermenPANRB 6/2022). */
export const planTransitions: TransitionTable<PlanState, PlanAct, PlanRole> = [
  { from: ['draft', 'returned'], act: 'propose', by: ['employee'], to: 'proposed', reason: 'none' },
  {
    from: ['revising', 'revision-returned'],
    act: 'propose',
    by: ['employee'],
    to: 'revision-proposed',
    reason: 'none',
  },
  { from: ['proposed'], act: 'withdraw', by: ['employee'], to: 'draft', reason: 'none' },
  { from: ['revision-proposed'], act: 'withdraw', by: ['employee'], to: 'revising', reason: 'none' },
  { from: ['proposed'], act: 'return', by: ['appraiser'], to: 'returned', reason: 'required' },
  {
    from: ['revision-proposed'],
    act: 'return',
    by: ['appraiser'],
    to: 'revision-returned',
    reason: 'required',
  },
  {
    from: ['proposed', 'revision-proposed'],
    act: 'agree',
    by: ['appraiser'],
    to: 'agreed',
    reason: 'optional',
  },
  { from: ['agreed'], act: 'open-revision', by: ['appraiser'], to: 'revising', reason: 'required' },
];

/** States in which the employee writes the whole document. */
const WRITTEN_BY_EMPLOYEE: readonly PlanState[] = ['draft', 'returned', 'revising', 'revision-returned'];
/** States in which the appraiser may add special expectations before agreeing. */
const EXPECTED_BY_APPRAISER: readonly PlanState[] = ['proposed', 'revision-proposed'];

export function mayWrite(state: PlanState, roles: ReadonlySet<Relation>): boolean {
  return roles.has('employee') && WRITTEN_BY_EMPLOYEE.includes(state);
}

export function maySetExpectations(state: PlanState, roles: ReadonlySet<Relation>): boolean {
  return roles.has('appraiser') && EXPECTED_BY_APPRAISER.includes(state);
}

function planRoles(relations: ReadonlySet<Relation>): ReadonlySet<PlanRole> {
  return new Set(
    [...relations].filter((each): each is PlanRole => each === 'employee' || each === 'appraiser'),
  );
}

export function decidePlan(
  state: PlanState,
  act: PlanAct,
  relations: ReadonlySet<Relation>,
  reason?: string,
): ReturnType<typeof decide<PlanState, PlanAct, PlanRole>> {
  return decide(planTransitions, { state, act, roles: planRoles(relations), reason });
}

export function openPlanActs(state: PlanState, relations: ReadonlySet<Relation>): readonly PlanTransition[] {
  return openActs(planTransitions, state, planRoles(relations));
}
