/** What a component of a scheme yields: a value, or the honest statement that there is none. */
import type { Decimal } from 'decimal.js';

export type Outcome =
  /** A level of a scale, by its place from the best (0); suggested when counted rather than decided. */
  | {
      readonly state: 'value';
      readonly type: 'level';
      readonly index: number;
      readonly code: string;
      readonly suggested: boolean;
    }
  | { readonly state: 'value'; readonly type: 'score'; readonly score: Decimal }
  | { readonly state: 'value'; readonly type: 'fact'; readonly fact: boolean }
  | { readonly state: 'missing' };

export const MISSING_OUTCOME: Outcome = Object.freeze({ state: 'missing' });

/** What the combination of all components yields. The score is null where the scheme has none. */
export type Combined = {
  readonly category: string | null;
  readonly score: string | null;
};

export const NOTHING_COMBINED: Combined = Object.freeze({ category: null, score: null });
