// What goes into a fairness report and what comes out: plain data, so that pages, papers, the command line and stored
// results hold the same thing. Indices name raters and people; their names stand in the table of ratings alone.
//
// No figure here may be used by itself to change a score or to discipline anybody: a flag is a pattern to review, and
// every figure carries the number of ratings behind it.
import type { NotEstimableReason } from '../ratings.ts';

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

export type DetectorName =
  | 'severity'
  | 'leniency'
  | 'central-tendency'
  | 'halo'
  | 'straight-lining'
  | 'drift'
  | 'group-difference'
  | 'ties';

export type EffectUnit =
  /** Points of the scale. */
  | 'points'
  | 'points-per-year'
  /** Points of this rater for one point of the other raters. */
  | 'slope'
  /** Observed over expected variance within forms. */
  | 'variance-ratio'
  /** Share of forms, 0 to 1. */
  | 'share';

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

export interface FittedModel {
  readonly kind: 'estimated';
  /** Score of a form = fixed part + person + rater + residual, by restricted maximum likelihood. */
  readonly name: 'crossed';
  readonly method: 'exact' | 'stochastic';
  readonly converged: boolean;
  readonly iterations: number;
  /** Mean over all raters and people (and roles). */
  readonly intercept: Estimate;
  /** Further fixed effects (roles, against the first role). */
  readonly fixed: readonly (Estimate & { readonly name: string })[];
  readonly variance: VarianceParts;
  readonly varianceSe: {
    readonly ratee: number | null;
    readonly rater: number | null;
    readonly residual: number | null;
  };
  /** Parts estimated as 0. */
  readonly atBoundary: readonly ('ratee' | 'rater')[];
  /** Effects of items in points, mean 0, in the order of `itemIds`; empty without items. */
  readonly itemEffects: readonly number[];
}

export interface Estimate {
  readonly value: number;
  readonly se: number | null;
}

export interface VarianceParts {
  /** True differences between people. */
  readonly ratee: number;
  /** Severity. */
  readonly rater: number;
  /** Difficulty of items; null without items. */
  readonly item: number | null;
  /** Of a form, everything else. */
  readonly residual: number;
  /** Of one item within a form, after the item's difficulty; null without items. */
  readonly within: number | null;
}

export type Link =
  /** At least two of the rater's people were rated by others too. */
  | 'linked'
  /** One. */
  | 'weak'
  /** None: severity and the quality of the people rated cannot be told apart. */
  | 'unlinked';

export interface RaterFigure {
  /** Index into `raterIds`. */
  readonly rater: number;
  /** Forms. */
  readonly n: number;
  /** Points by which this rater gives less than others would (negative: more); null where not estimable. */
  readonly severity: number | null;
  /** Posterior standard deviation. */
  readonly se: number | null;
  /** 95 %. */
  readonly interval: Interval | null;
  /** Severity against the raters of the same subset alone, without assuming that subsets are equal on average. */
  readonly severityWithin: number | null;
  /** Probability that the severity is beyond +Δ, and beyond −Δ. */
  readonly probabilitySevere: number | null;
  readonly probabilityLenient: number | null;
  /** 0 is the largest subset. */
  readonly subset: number;
  readonly link: Link;
  /** Plain mean of the rater's rows; null for a rater without any. */
  readonly rawMean: number | null;
  readonly use: ScaleUse | null;
  readonly halo: HaloFigure | null;
  readonly drift: DriftFigure | null;
  readonly flags: readonly DetectorName[];
}

/** [low, high]. */
export type Interval = readonly [number, number];

/** How a rater uses the scale, over the rows of the table. */
export interface ScaleUse {
  readonly minimum: number;
  readonly maximum: number;
  /** Standard deviation over rows; null below two. */
  readonly sd: number | null;
  /** Shares (0 to 1) of rows at the lowest and highest possible score, and at the rater's most used value. */
  readonly atLowest: number;
  readonly atHighest: number;
  readonly mostUsed: number;
  readonly mostUsedValue: number;
}

/** Spread of the items within a form. */
export interface HaloFigure {
  /** Forms with at least two items. */
  readonly n: number;
  /** Mean variance within forms, item difficulty removed. */
  readonly observed: number;
  /** What is usual over all raters at the same form means. */
  readonly expected: number;
  /** Share of forms with one value on every item, and what is usual at the same form means. */
  readonly straight: number;
  readonly straightExpected: number;
}

export interface DriftFigure {
  readonly n: number;
  /** Points a year, against what other raters say of the same people. */
  readonly perYear: number;
  readonly se: number;
}

export interface RateeFigure {
  /** Index into `rateeIds`. */
  readonly ratee: number;
  /** Forms. */
  readonly n: number;
  /** Plain mean of the person's rows; null for a person without any. */
  readonly raw: number | null;
  /** What the mean would be with raters of average severity, shrunk towards the mean; advice, never the score. */
  readonly fair: number | null;
  /** Posterior standard deviation. */
  readonly se: number | null;
  /** 95 %. */
  readonly interval: Interval | null;
  readonly subset: number;
  /** Share (0 to 1) of the uncertainty owed to not knowing the raters' severities. */
  readonly severityShare: number | null;
  /** The fair figure when each subset has a mean of its own. */
  readonly fairWithin: number | null;
  /** True where the two figures differ by a category (with cuts) or by more than the standard deviation. */
  readonly dependsOnAssumption: boolean;
}

export interface Reliability {
  /** σ²p/(σ²p+σ²r+σ²e): of one form by any rater. */
  readonly single: number;
  /** Forms a person, harmonic mean. */
  readonly formsPerRatee: number;
  /** Of the raw mean, and of the adjusted figure, at that number of forms. */
  readonly rawMean: number;
  readonly adjusted: number;
  readonly ratersNeeded: readonly RatersNeeded[];
}

export interface RatersNeeded {
  /** Dependability Φ. */
  readonly target: number;
  /** Null where people do not differ at all. */
  readonly raw: number | null;
  readonly adjusted: number | null;
}

export interface Flag {
  readonly detector: DetectorName;
  readonly rater: number;
  /** Index into `groupIds`, only for differences between groups (this group against the others). */
  readonly group?: number;
  /** Forms. */
  readonly n: number;
  /** Severity and leniency: points (positive = severe). Ties and groups: points. */
  readonly effect: number;
  readonly unit: EffectUnit;
  /** 95 %. */
  readonly interval: Interval | null;
  /** Calibrated; null for severity and leniency, which are judged by `probability`. */
  readonly z: number | null;
  readonly p: number | null;
  readonly q: number | null;
  readonly probability: number | null;
  /**
   * The effect that would be found four times in five with this number of forms, in the unit of `effect`: larger ones
   * for points and shares, smaller ones for slopes and variance ratios.
   */
  readonly minimumDetectable: number | null;
  /** People whose forms are behind it, the most telling first, at most 50. */
  readonly cases: readonly number[];
}

export type NotTestedReason =
  /** Fewer forms than the minimum. */
  | 'few-forms'
  /** Severity is not told apart from the quality of the people rated. */
  | 'unlinked'
  /** The rater's forms do not vary in what the detector needs (one day, one group, no tie, one value). */
  | 'no-contrast';

/** One rater's test by one detector. */
export interface DetectorResult {
  readonly rater: number;
  readonly group?: number;
  readonly n: number;
  readonly effect: number;
  readonly se: number;
  /** Calibrated. */
  readonly z: number;
  readonly p: number;
  readonly q: number;
  readonly minimumDetectable: number;
}

export interface DetectorFigure {
  readonly detector: DetectorName;
  readonly unit: EffectUnit;
  /** Why nothing was tested at all; null where something was. */
  readonly unavailable:
    | 'no-model'
    | 'no-items'
    | 'no-days'
    | 'no-groups'
    | 'no-ties'
    | 'no-rater-qualifies'
    | null;
  readonly tested: number;
  readonly notTested: Readonly<Record<NotTestedReason, number>>;
  readonly flagged: number;
  /** Centre and scale of the raw z values; null below thirty raters or for severity, where z is used as it is. */
  readonly calibration: { readonly centre: number; readonly scale: number } | null;
  /** At the median number of forms of the raters tested: found four times in five. */
  readonly minimumDetectable: number | null;
  /** Over the whole agency: the effect of a declared tie; of each group against the others. Empty where nothing tells. */
  readonly overall: readonly OverallEffect[];
  /** Every rater tested; empty for severity and leniency, which stand in `raters`. */
  readonly results: readonly DetectorResult[];
}

export interface OverallEffect {
  readonly group?: number;
  readonly effect: number;
  readonly se: number;
  readonly interval: Interval;
  /** Forms with the tie, or in the group. */
  readonly n: number;
  /** Raters with a contrast of their own. */
  readonly raters: number;
  /** Standard deviation of the effect between raters. */
  readonly betweenRaters: number;
}

export interface ConnectivityFigure {
  /** Largest first, at most 200; `counts.subsets` is their number. */
  readonly subsets: readonly {
    readonly ratees: number;
    readonly raters: number;
    readonly forms: number;
    readonly mean: number;
  }[];
  /** Raters by link. */
  readonly links: Readonly<Record<Link, number>>;
  /** People and raters whose loss would split a subset. */
  readonly articulation: { readonly ratees: readonly number[]; readonly raters: readonly number[] };
  /** Nodes less subsets: the number of contrasts that the data can tell. */
  readonly rank: number;
  /** People whose figure depends on the assumption that subsets are equal on average. */
  readonly dependsOnAssumption: number;
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
