/** What a component of a scheme yields: a value, or the honest statement that there is none. */

export type Outcome =
  /** A level of a scale, by its place from the best (0); suggested when counted rather than decided. */
  | {
      readonly state: 'value';
      readonly type: 'level';
      readonly index: number;
      readonly code: string;
      readonly suggested: boolean;
    }
  /** A score in whole units of 1/10000 point. */
  | { readonly state: 'value'; readonly type: 'score'; readonly units: number }
  | { readonly state: 'value'; readonly type: 'fact'; readonly fact: boolean }
  | { readonly state: 'missing' }
  /** There is nothing to appraise here, and the scheme says what then happens. */
  | { readonly state: 'notApplicable' };

export const MISSING_OUTCOME: Outcome = Object.freeze({ state: 'missing' });
export const NOT_APPLICABLE_OUTCOME: Outcome = Object.freeze({ state: 'notApplicable' });

/** A score as an outcome; `units` are whole, each 1/10000 point. */
export function scoreOutcome(units: number): Outcome {
  return { state: 'value', type: 'score', units };
}

/** What the combination of all components yields. The score is null where the scheme has none. */
export type Combined = {
  readonly category: string | null;
  readonly score: string | null;
};

export const NOTHING_COMBINED: Combined = Object.freeze({ category: null, score: null });
