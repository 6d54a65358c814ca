/** Who may do what to a draw and to a second look, and what becomes of it. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

export const PARTIES = ['officer', 'auditor'] as const;
export type Party = (typeof PARTIES)[number];

export type DrawRole = Party | 'system';
export type DrawState = 'committing' | 'revealing' | 'drawn' | 'abandoned';
export type DrawAct = 'commit' | 'close' | 'reveal' | 'draw' | 'abandon';

export const DRAW: TransitionTable<DrawState, DrawAct, DrawRole> = [
  { from: ['committing'], act: 'commit', by: ['officer', 'auditor'], to: 'committing', reason: 'none' },
  { from: ['committing'], act: 'close', by: ['system'], to: 'revealing', reason: 'none' },
  { from: ['revealing'], act: 'reveal', by: ['officer', 'auditor'], to: 'revealing', reason: 'none' },
  { from: ['revealing'], act: 'draw', by: ['system'], to: 'drawn', reason: 'none' },
  { from: ['committing', 'revealing'], act: 'abandon', by: ['officer'], to: 'abandoned', reason: 'required' },
];

/** `second` is who was asked to rate beside the appraiser; an officer who is concerned is no officer here. */
export type LookRole = 'officer' | 'second' | 'superior';
export type LookState = 'waiting' | 'asked' | 'given' | 'cancelled';
export type LookAct = 'ask' | 'decline' | 'replace' | 'give' | 'note' | 'cancel';

/** What was drawn by lot cannot be cancelled; only a second look that an officer ordered can. */
export const LOOK: TransitionTable<LookState, LookAct, LookRole> = [
  { from: ['waiting'], act: 'ask', by: ['officer'], to: 'asked', reason: 'none' },
  { from: ['asked'], act: 'decline', by: ['second'], to: 'waiting', reason: 'required' },
  { from: ['asked'], act: 'replace', by: ['officer'], to: 'waiting', reason: 'required' },
  { from: ['asked'], act: 'give', by: ['second'], to: 'given', reason: 'none' },
  { from: ['given'], act: 'note', by: ['superior'], to: 'given', reason: 'required' },
  { from: ['waiting', 'asked'], act: 'cancel', by: ['officer'], to: 'cancelled', reason: 'required' },
];
