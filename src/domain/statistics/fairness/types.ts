// What goes into a fairness report and what comes out: plain data, so that pages, papers, the command line and stored
// results hold the same thing. Indices name raters and people; their names stand in the table of ratings alone.
//
// No figure here may be used by itself to change a score or to discipline anybody: a flag is a pattern to review, and
// every figure carries the number of ratings behind it.
import type { NotEstimableReason } from '../ratings.ts';
import type {
  ConnectivityFigure,
  DetectorFigure,
  FittedModel,
  Flag,
  RateeFigure,
  RaterFigure,
  Reliability,
} from './figures.ts';

export type * from './figures.ts';

/** Ratings as columns: one row per form and item, or per form where there are no items. */
export interface RatingTable {
  readonly rateeIds: readonly string[];
  readonly raterIds: readonly string[];
  /** Empty where each row is a whole form. */
  readonly itemIds: readonly string[];
  /** Index into `rateeIds`, length N. */
  readonly ratee: Int32Array;
  /** Index into `raterIds`, length N. */
  readonly rater: Int32Array;
  /** Index into `itemIds`, length N. Rows of one ratee, rater and day make up one form. */
  readonly item?: Int32Array;
  /** Length N, finite, in points of the scale. */
  readonly score: Float64Array;
  /** Days since any start, length N; needed by the detector of drift. */
  readonly day?: Int32Array;
  /** Index into `groupIds` of the person rated, 255 = unknown, length N. Only for the audit of groups, never in the model. */
  readonly group?: Uint8Array;
  readonly groupIds?: readonly string[];
  /** 1 = a tie between rater and person rated was declared, length N. */
  readonly tie?: Uint8Array;
  /** Index into `roleIds`, length N: the role of the rater, a fixed part of the model. */
  readonly role?: Uint8Array;
  readonly roleIds?: readonly string[];
  /** Positive, length N: the variance of a rating is the residual variance divided by it. */
  readonly weight?: Float64Array;
}

/** A table without names: what the figures are computed from. */
export type RatingColumns = Omit<RatingTable, 'rateeIds' | 'raterIds' | 'itemIds' | 'groupIds'> & {
  readonly ratees: number;
  readonly raters: number;
  readonly items: number;
  readonly groups: number;
};

/** Registered before results are seen, stored with them. */
export interface FairnessSettings {
  /** Lowest and highest possible score. */
  readonly scale: readonly [number, number];
  /** Δ in points: a severity beyond it matters. */
  readonly severityThreshold: number;
  /** A rater is named when the posterior probability of a severity beyond Δ reaches this. */
  readonly severityProbability: number;
  /** q: expected share of wrong flags among the flags of one detector. */
  readonly falseDiscoveryRate: number;
  /** Fewest forms of a rater before the detectors that need many say anything. */
  readonly minimumForms: number;
  /** Smallest effects worth a flag, whatever their significance. */
  readonly minimumEffect: MinimumEffects;
  /** Cuts between categories, ascending: with them "depends on an assumption" means another category. */
  readonly cuts: readonly number[];
  /** Seed of the stochastic path for large data: the same seed, the same figures. */
  readonly seed: number;
}

export interface MinimumEffects {
  /** Points: drift over a year, difference between groups, difference on ties. */
  readonly points: number;
  /** Spread of a form's items against what is usual at that mean, as a ratio of variances: flagged only below it. */
  readonly haloRatio: number;
  /** Slope against the other raters (1 = as they do): flagged only below it. */
  readonly slope: number;
  /** Share of forms with one value on every item, beyond what is usual at that mean. */
  readonly straightShare: number;
}

export interface FairnessReport {
  readonly counts: FairnessCounts;
  readonly settings: FairnessSettings;
  readonly model: FittedModel | { readonly kind: 'not-estimable'; readonly reason: NotEstimableReason };
  /** In the order of `raterIds`. */
  readonly raters: readonly RaterFigure[];
  /** In the order of `rateeIds`. */
  readonly ratees: readonly RateeFigure[];
  readonly reliability: Reliability | null;
  /** Strongest evidence first. */
  readonly flags: readonly Flag[];
  readonly detectors: readonly DetectorFigure[];
  readonly connectivity: ConnectivityFigure;
  readonly warnings: readonly FairnessWarning[];
}

export interface FairnessCounts {
  /** Rows of the table. */
  readonly ratings: number;
  /** Forms: what the model counts. Equal to `ratings` without items. */
  readonly forms: number;
  readonly ratees: number;
  readonly raters: number;
  readonly items: number;
  /** Parts of the graph of who rated whom that nothing joins. */
  readonly subsets: number;
}

export interface FairnessWarning {
  readonly code: FairnessWarningCode;
  /** How many, where it is a number of something. */
  readonly count?: number;
}

export type FairnessWarningCode =
  /** More than one subset: severities are not comparable across them. */
  | 'subsets'
  /** Raters whose severity rests on the assumption alone. */
  | 'unlinked-raters'
  /** People whose figure depends on the assumption. */
  | 'depends-on-assumption'
  /** A variance was estimated as nought: not the same as proof of none. */
  | 'no-rater-variance'
  | 'no-ratee-variance'
  | 'not-converged'
  /** Fewer than 30 raters: the z values were not calibrated. */
  | 'few-raters'
  /** Five values or fewer on the scale: read beside the many-facet model for ordered scores. */
  | 'few-values'
  /** Forms hold different items. */
  | 'unequal-items'
  /** Rows without a score were passed over. */
  | 'missing-scores'
  /** An item stands more than once on a form: its mean was taken. */
  | 'repeated-items'
  /** A rater gave one person more than one form. */
  | 'repeated-forms'
  /** Items cannot be told apart from forms: item effects were not removed. */
  | 'items-not-crossed'
  /** Scores beyond the scale given. */
  | 'outside-scale'
  /** No severities: why, in `model.reason`. */
  | 'not-estimable';
