/** A run as a process: it waits, is computed, and ends in one of three ways. Pure. */
import { decide, type TransitionTable } from '#domain/workflow/workflow.ts';

export const RUN_STATES = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];
export type RunAct = 'begin' | 'finish' | 'fail' | 'cancel';
/** `system` is the job that computes; `owner` asked for the run. */
export type RunRole = 'system' | 'owner' | 'officer';

/** A run that was killed in the middle begins again where its last whole period ended. */
export const RUN: TransitionTable<RunState, RunAct, RunRole> = [
  { from: ['waiting', 'running'], act: 'begin', by: ['system'], to: 'running', reason: 'none' },
  { from: ['running'], act: 'finish', by: ['system'], to: 'done', reason: 'none' },
  { from: ['waiting', 'running'], act: 'fail', by: ['system'], to: 'failed', reason: 'none' },
  { from: ['waiting', 'running'], act: 'cancel', by: ['owner', 'officer'], to: 'cancelled', reason: 'none' },
];

export function decideRun(state: RunState, act: RunAct, roles: ReadonlySet<RunRole>) {
  return decide(RUN, { state, act, roles });
}

export function isUnfinished(state: RunState): boolean {
  return state === 'waiting' || state === 'running';
}
