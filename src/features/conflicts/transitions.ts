/** Who may do what to a declared relation and to a conflict that asks for a decision. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

export type DeclarationState = 'declared' | 'confirmed' | 'rejected' | 'ended';
export type DeclarationAct = 'declare' | 'confirm' | 'reject' | 'withdraw' | 'end';
/** `declarer` is whoever declared it; an officer who is one of the two is no officer here. */
export type DeclarationRole = 'rater' | 'ratee' | 'officer' | 'declarer';

/**
 * What somebody who rates says about themselves holds at once, and only an officer can end it: it would be of no use
 * if whoever is bound by it could take it back.
 */
export const DECLARATION: TransitionTable<DeclarationState | 'none', DeclarationAct, DeclarationRole> = [
  { from: ['none'], act: 'declare', by: ['rater', 'officer'], to: 'confirmed', reason: 'none' },
  { from: ['none'], act: 'declare', by: ['ratee'], to: 'declared', reason: 'none' },
  { from: ['declared'], act: 'confirm', by: ['officer'], to: 'confirmed', reason: 'none' },
  { from: ['declared'], act: 'reject', by: ['officer'], to: 'rejected', reason: 'required' },
  { from: ['declared'], act: 'withdraw', by: ['declarer'], to: 'ended', reason: 'required' },
  { from: ['confirmed'], act: 'end', by: ['officer'], to: 'ended', reason: 'required' },
];

export type CaseState = 'noted' | 'open' | 'settled' | 'gone';
export type CaseAct = 'settle' | 'reopen';

export const CASE: TransitionTable<CaseState, CaseAct, 'officer'> = [
  { from: ['open'], act: 'settle', by: ['officer'], to: 'settled', reason: 'required' },
  { from: ['settled'], act: 'reopen', by: ['officer'], to: 'open', reason: 'required' },
];
