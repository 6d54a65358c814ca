// The parts of a fairness report (types.ts), one by one.

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
