/** The life of an observation: its author's own until it is shared, or cited in a rating that is given. */
import type { TransitionTable } from '#domain/workflow/workflow.ts';
import type { Observation } from './model.ts';

export type ObservationState = 'kept' | 'open' | 'removed';
export type ObservationAct = 'change' | 'share' | 'cite' | 'remove';

/**
 * What the person has read stays as they read it: shared or cited words are answered by further words, never changed.
 * Citing is done by the rating that rests on it.
 */
export const OBSERVATION: TransitionTable<ObservationState, ObservationAct, 'author' | 'rating'> = [
  { from: ['kept'], act: 'change', by: ['author'], to: 'kept', reason: 'none' },
  { from: ['kept'], act: 'share', by: ['author'], to: 'open', reason: 'none' },
  { from: ['kept', 'open'], act: 'cite', by: ['rating'], to: 'open', reason: 'none' },
  { from: ['kept'], act: 'remove', by: ['author'], to: 'removed', reason: 'none' },
];

export function stateOf({
  sharedAt,
  citedAt,
  removedAt,
}: Pick<Observation, 'sharedAt' | 'citedAt' | 'removedAt'>): ObservationState {
  if (removedAt) return 'removed';
  return sharedAt || citedAt ? 'open' : 'kept';
}
