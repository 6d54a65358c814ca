/** Who may do what to an innovation, and what becomes of it. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';

/**
 * `leader`: heads the unit it belongs to, or one above; `officer`: keeps the personnel of that unit. Nobody decides
 * about an innovation of their own.
 */
export type InnovationRole = 'member' | 'leader' | 'officer';
export type InnovationState = 'proposed' | 'adopted' | 'declined' | 'withdrawn';
export type InnovationAct =
  | 'edit'
  | 'adopt'
  | 'decline'
  | 'withdraw'
  | 'propose-again'
  | 'claim-step'
  | 'ask-verification'
  | 'publish'
  | 'unpublish';

export const INNOVATION: TransitionTable<InnovationState, InnovationAct, InnovationRole> = [
  { from: ['proposed'], act: 'edit', by: ['member'], to: 'proposed', reason: 'none' },
  { from: ['proposed'], act: 'adopt', by: ['leader', 'officer'], to: 'adopted', reason: 'optional' },
  { from: ['proposed'], act: 'decline', by: ['leader', 'officer'], to: 'declined', reason: 'required' },
  { from: ['proposed', 'declined'], act: 'withdraw', by: ['member'], to: 'withdrawn', reason: 'none' },
  { from: ['declined', 'withdrawn'], act: 'propose-again', by: ['member'], to: 'proposed', reason: 'none' },
  { from: ['adopted'], act: 'claim-step', by: ['member'], to: 'adopted', reason: 'none' },
  { from: ['adopted'], act: 'ask-verification', by: ['officer'], to: 'adopted', reason: 'none' },
  { from: ['adopted'], act: 'publish', by: ['officer'], to: 'adopted', reason: 'none' },
  { from: ['adopted'], act: 'unpublish', by: ['officer'], to: 'adopted', reason: 'required' },
];
