/** A case about the origin of one remark: each holder may add a half, either may refuse. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';
import type { Holder } from './keys.ts';

export type UnsealingState = 'waiting' | 'opened' | 'refused';

/** The second half opens the case; the first leaves it waiting. */
export const UNSEALING: TransitionTable<UnsealingState, 'add-half' | 'refuse', Holder> = [
  { from: ['waiting'], act: 'add-half', by: ['auditor', 'officer'], to: 'opened', reason: 'none' },
  { from: ['waiting'], act: 'refuse', by: ['auditor', 'officer'], to: 'refused', reason: 'required' },
];
