/** What the many-facet Rasch model takes and gives. Model, assumptions and misuse: index.ts. */

/** One row is one rating of one ratee by one rater, on one item where there are items. */
export interface OrdinalRatings {
  readonly ratees: number;
  readonly raters: number;
  /** Absent where ratings have no item. */
  readonly items?: number;
  /** Length N; levels 0 … ratees − 1, and so on. */
  readonly ratee: Int32Array;
  readonly rater: Int32Array;
  readonly item?: Int32Array;
  /** Whole numbers of the scale; categories that nobody used are closed up. */
  readonly category: ArrayLike<number>;
}

/** Variances of the measures before the data, in logits²; the mean is 0. */
export interface Priors {
  readonly ratee: number;
  readonly rater: number;
  readonly item: number;
}

export interface RaschOptions {
  /**
   * `map` (the default) pulls measures towards their mean and gives everybody a measure; `jml` is plain joint maximum
   * likelihood: inconsistent with few ratings each, and without a finite measure for whoever got only extremes.
   */
  readonly method?: 'map' | 'jml';
  /**
   * Of `map`: given (by default 1, 0.25 and 1), or estimated from the spread of the measures. Estimates come out too
   * small where each ratee has few ratings (at five ratings about half), and take five to ten times as long.
   */
  readonly priors?: Priors | 'estimated';
  /** Largest change of a measure, in logits, at which the iteration is done. */
  readonly tolerance?: number;
  readonly maximumIterations?: number;
  /** Standard errors from the full information while raters, items and steps together are at most this many. */
  readonly fullInformationUpTo?: number;
}

/** `extreme`: only lowest or only highest categories, the measure is infinite (JML). `absent`: no ratings. */
export type LevelStatus = 'estimated' | 'extreme' | 'absent';

/** Figures of the levels of one facet, all of its length. */
export interface FacetFigures {
  /** Logits. Ratees: ability; raters: severity; items: difficulty. */
  readonly measure: Float64Array;
  /** 1/√(summed information): too small where other facets are uncertain too; infinite where there is no measure. */
  readonly se: Float64Array;
  /** From the inverse of the whole information matrix. */
  readonly seFull?: Float64Array;
  readonly count: Int32Array;
  /** Sum of the ratings. */
  readonly score: Float64Array;
  /** Mean square residuals, 1 where the model fits: weighted by information, and plain; with their standard normal form. */
  readonly infit: Float64Array;
  readonly infitZ: Float64Array;
  readonly outfit: Float64Array;
  readonly outfitZ: Float64Array;
  readonly status: readonly LevelStatus[] | 'estimated';
  /** Spread of the true measures in units of their error, and the share of the spread that is true; 0 where none is. */
  readonly separation: number;
  readonly reliability: number;
}

export interface RaschFit {
  readonly kind: 'estimated';
  readonly method: 'map' | 'jml';
  readonly converged: boolean;
  readonly iterations: number;
  /** Ratings in the fit; with `jml` those of extreme levels are left out. */
  readonly ratings: number;
  readonly logLikelihood: number;
  /** Ratings as used, ascending; step k leads from the k-th to the next. */
  readonly categories: readonly number[];
  readonly thresholds: Float64Array;
  readonly thresholdSe: Float64Array;
  readonly ratee: FacetFigures;
  /** Severity; not centred, so that it carries the level of the scale. */
  readonly rater: FacetFigures;
  readonly item?: FacetFigures;
  readonly residuals: { readonly mean: number; readonly standardisedVariance: number };
  readonly priors?: Priors;
}
