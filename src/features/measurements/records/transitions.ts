/** What becomes of an objection to one day or one case. Buttons, refusals and tests come from these rows. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

/** An officer decides about others, never about themselves. */
export type ContestRole = 'employee' | 'officer';
export type ContestState = 'none' | 'open' | 'accepted' | 'refused' | 'withdrawn';
export type ContestAct = 'contest' | 'withdraw' | 'accept' | 'refuse';

export const CONTEST: TransitionTable<ContestState, ContestAct, ContestRole> = [
  { from: ['none'], act: 'contest', by: ['employee'], to: 'open', reason: 'required' },
  { from: ['open'], act: 'withdraw', by: ['employee'], to: 'withdrawn', reason: 'none' },
  { from: ['open'], act: 'accept', by: ['officer'], to: 'accepted', reason: 'optional' },
  { from: ['open'], act: 'refuse', by: ['officer'], to: 'refused', reason: 'required' },
];
