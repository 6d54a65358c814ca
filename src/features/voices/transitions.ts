/** Who may do what to a collection of voices and to a single request, and what becomes of it. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

export type RoundRole = 'officer' | 'system';
export type RoundState = 'preparing' | 'asking' | 'released';
export type RoundAct = 'prepare' | 'open' | 'reschedule' | 'remind' | 'replace' | 'release';

/** Released by the clock alone: nobody chooses a moment at which just the right people have answered. */
export const ROUND: TransitionTable<RoundState, RoundAct, RoundRole> = [
  { from: ['preparing'], act: 'prepare', by: ['officer'], to: 'preparing', reason: 'none' },
  { from: ['preparing'], act: 'open', by: ['officer'], to: 'asking', reason: 'none' },
  { from: ['preparing'], act: 'reschedule', by: ['officer'], to: 'preparing', reason: 'none' },
  { from: ['asking'], act: 'reschedule', by: ['officer'], to: 'asking', reason: 'required' },
  { from: ['asking'], act: 'remind', by: ['officer'], to: 'asking', reason: 'none' },
  { from: ['asking'], act: 'replace', by: ['officer', 'system'], to: 'asking', reason: 'none' },
  { from: ['asking'], act: 'release', by: ['system'], to: 'released', reason: 'none' },
];

/** Roles towards one request; officers only within their units. */
export type RequestRole = 'employee' | 'appraiser' | 'officer' | 'rater' | 'system';
export type RequestState = 'proposed' | 'asked' | 'answered' | 'declined' | 'withdrawn';
export type RequestAct = 'ask' | 'withdraw' | 'restore' | 'decline';

/** Answering has no row here: it leaves no act with a name and a time. */
export const REQUEST: TransitionTable<RequestState, RequestAct, RequestRole> = [
  { from: ['proposed'], act: 'ask', by: ['officer', 'system'], to: 'asked', reason: 'none' },
  {
    from: ['proposed'],
    act: 'withdraw',
    by: ['employee', 'appraiser', 'officer', 'system'],
    to: 'withdrawn',
    reason: 'required',
  },
  { from: ['asked'], act: 'withdraw', by: ['officer', 'system'], to: 'withdrawn', reason: 'required' },
  { from: ['withdrawn'], act: 'restore', by: ['appraiser', 'officer'], to: 'proposed', reason: 'none' },
  { from: ['asked'], act: 'decline', by: ['rater'], to: 'declined', reason: 'required' },
];
