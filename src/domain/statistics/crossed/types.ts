// Words of the crossed random effects model. The model itself, its assumptions and its limits: ./index.ts.

/** One of the two crossed factors: who is rated, and who rates. */
export type Factor = 'ratee' | 'rater';

/** A column of the fixed part, for example 0/1 for "the rater is a subordinate". */
export interface FixedColumn {
  readonly name: string;
  /** Length N, finite. */
  readonly values: Float64Array;
}

export interface CrossedOptions {
  /** Columns of the fixed part besides the intercept, each of length N. */
  readonly fixed?: readonly FixedColumn[];
  /**
   * `exact`: dense factors of every connected component; `stochastic`: traces by random probes, for any size;
   * `auto` (default): exact while that is cheap.
   */
  readonly method?: 'auto' | 'exact' | 'stochastic';
  /** Random ±1 vectors of the stochastic path, a multiple of 4. Default by size: 16, 8 or 4. */
  readonly probes?: number;
  /** Seed of the probes. Default 1: the same ratings give the same answer to the last digit. */
  readonly seed?: number;
  /** Posterior standard deviations of every ratee and rater. Default true; where false the arrays are empty. */
  readonly standardErrors?: boolean;
  /** Told from time to time how much is done, 0 … 1. */
  readonly onProgress?: (done: number) => void;
}

export interface FixedEstimate {
  readonly name: string;
  readonly value: number;
  readonly se: number;
}

export interface VarianceParts {
  readonly ratee: number;
  readonly rater: number;
  readonly residual: number;
}

export interface CrossedFit {
  readonly kind: 'estimated';
  readonly method: 'exact' | 'stochastic';
  /** False only when the iteration was cut off near the optimum: the figures are then good to a few per cent of their standard error. */
  readonly converged: boolean;
  readonly iterations: number;
  /** The first is `intercept`: the expected score where every other column is 0. */
  readonly fixed: readonly FixedEstimate[];
  /** Columns left out because the others already say the same; they stand in `fixed` with value 0 and se 0. */
  readonly aliased: readonly string[];
  /** Expected score of the average ratee by the average rater, at the average of the fixed columns; with its standard error. */
  readonly level: { readonly value: number; readonly se: number };
  /** In squared points; `residual` is that of a rating of weight 1. */
  readonly variance: VarianceParts;
  /** Standard errors of the variances, from the average information; 0 where the part is fixed at 0. */
  readonly varianceSe: VarianceParts;
  /** Parts whose best estimate is exactly 0: the data show no difference of this kind. */
  readonly atBoundary: readonly Factor[];
  /** Factors with a single level: it cannot be told from the intercept, so it has no variance and its effect stands at 0. */
  readonly absorbed: readonly Factor[];
  /** −2 log restricted likelihood, as lme4 prints it; exact path only. */
  readonly criterion?: number;
  /** Posterior means (BLUP) of the ratees: differences from `level`, in points. */
  readonly ratee: Float64Array;
  /** Posterior means of the raters: positive = lenient. */
  readonly rater: Float64Array;
  /** Posterior standard deviations given the variances and the fixed part (lme4's condVar). */
  readonly rateeSe: Float64Array;
  readonly raterSe: Float64Array;
  /** Standard error of `level + ratee`: the one for intervals shown to people, it knows that the level is estimated. */
  readonly rateeFairSe: Float64Array;
  /** Standard error of a rater's leniency that knows the level is estimated. Never below `raterSe`. */
  readonly raterFairSe: Float64Array;
}
