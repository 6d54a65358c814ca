// What every model here starts from: ratings as columns, not as objects, so that ten million of them fit in memory.

/** One row is one rating of one person by one rater: usually a form, scored by the mean of its items. */
export interface Ratings {
  /** Number of people rated; `ratee` holds 0 … ratees − 1. */
  readonly ratees: number;
  /** Number of raters; `rater` holds 0 … raters − 1. */
  readonly raters: number;
  /** Length N. */
  readonly ratee: Int32Array;
  /** Length N. */
  readonly rater: Int32Array;
  /** Length N, finite, in points of the scale. */
  readonly score: Float64Array;
  /** Length N, positive: the variance of a rating is the residual variance divided by it. 1 where absent. */
  readonly weight?: Float64Array;
}

/** An answer, not a failure: the data cannot tell, and why. */
export interface NotEstimable {
  readonly kind: 'not-estimable';
  readonly reason: NotEstimableReason;
}

export type NotEstimableReason =
  /** Fewer ratings, people or raters than the model needs. */
  | 'too-few'
  /** All scores are equal: nothing varies. */
  | 'no-variation'
  /** Nobody rated by two, or no rater with two people: the parts cannot be told apart. */
  | 'not-crossed'
  /** Ratees, raters and the fixed part explain every score without remainder: no error is left to measure with. */
  | 'no-residual'
  /** The iteration did not settle. */
  | 'no-convergence';

export function notEstimable(reason: NotEstimableReason): NotEstimable {
  return { kind: 'not-estimable', reason };
}
