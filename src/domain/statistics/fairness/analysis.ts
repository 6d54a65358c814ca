// The whole report as columns: what pages turn into plain figures (report.ts) and the command line streams to a file.
import { type Connectivity, connectivityOf } from '../connectivity.ts';
import { deletedResiduals, type SeverityModel } from '../detectors/residuals.ts';
import { judgeSeverity, type SeverityJudgement } from '../detectors/severity.ts';
import type { NotEstimable } from '../ratings.ts';
import { type Detection, detect } from './detect.ts';
import { type FittedForms, fitForms } from './fit.ts';
import { type Forms, formsOf } from './forms.ts';
import { countsOf } from './order.ts';
import { reliabilityOf } from './reliability.ts';
import { freeSubsetMeans } from './sensitivity.ts';
import type {
  FairnessCounts,
  FairnessSettings,
  FairnessWarning,
  RatingColumns,
  Reliability,
} from './types.ts';
import { warningsOf } from './warnings.ts';

export interface FairnessAnalysis {
  readonly settings: FairnessSettings;
  readonly counts: FairnessCounts;
  readonly forms: Forms;
  readonly connectivity: Connectivity;
  /** Forms and plain mean of the rows (NaN without any), per person and rater. */
  readonly ratee: Tally;
  readonly rater: Tally;
  readonly fitted: FittedForms | NotEstimable;
  /** Null where the model is not estimable. */
  readonly figures: Figures | null;
  readonly reliability: Reliability | null;
  readonly detection: Detection;
  readonly warnings: readonly FairnessWarning[];
}

export interface Tally {
  readonly forms: Int32Array;
  readonly rawMean: Float64Array;
}

export interface Figures {
  readonly raterVariance: number;
  /** Per rater: points, positive = severe. */
  readonly severity: Float64Array;
  readonly severitySe: Float64Array;
  /** The standard error that knows the level is estimated. */
  readonly severityWideSe: Float64Array;
  readonly severityWithin: Float64Array;
  readonly judged: SeverityJudgement;
  /** Per person. */
  readonly fair: Float64Array;
  readonly fairSe: Float64Array;
  readonly fairWideSe: Float64Array;
  readonly fairWithin: Float64Array;
  readonly severityShare: Float64Array;
  /** 1 where the figure depends on the assumption that subsets are equal on average. */
  readonly depends: Uint8Array;
}

/** All figures of a table of ratings. `onProgress` hears 0 … 1. */
export function analyseRatings(
  table: RatingColumns,
  settings: FairnessSettings,
  onProgress: (done: number) => void = () => {},
): FairnessAnalysis {
  const forms = formsOf(table);
  onProgress(0.05);
  const connectivity = connectivityOf(forms.ratings);
  onProgress(0.1);
  const fitted = fitForms(forms, {
    roleIds: table.roleIds ?? [],
    items: table.items,
    seed: settings.seed,
    onProgress: (done) => onProgress(0.1 + 0.8 * done),
  });
  const rateeForms = countsOf(forms.ratings.ratee, forms.ratings.ratees);
  const raterForms = countsOf(forms.ratings.rater, forms.ratings.raters);
  const model = fitted.kind === 'estimated' ? severityModel(fitted) : null;
  const figures =
    fitted.kind === 'estimated' && model ? figuresOf(fitted, model, connectivity, settings) : null;
  onProgress(0.93);
  const detection = detect({
    forms,
    settings,
    model,
    deleted: model && deletedResiduals(model),
    groups: table.groups,
    figures,
    link: connectivity.raterLink,
  });
  onProgress(0.99);
  const counts: FairnessCounts = {
    ratings: table.score.length,
    forms: forms.ratings.score.length,
    ratees: table.ratees,
    raters: table.raters,
    items: table.items,
    subsets: connectivity.components,
  };
  const reliability =
    fitted.kind === 'estimated'
      ? reliabilityOf({
          variance: fitted.fit.variance,
          rateeSe: fitted.fit.rateeSe,
          raterSe: fitted.fit.raterSe,
          rateeForms,
          raterForms,
        })
      : null;
  return {
    settings,
    counts,
    forms,
    connectivity,
    ratee: { forms: rateeForms, rawMean: rowMeans(table.ratee, table.score, counts.ratees) },
    rater: { forms: raterForms, rawMean: rowMeans(table.rater, table.score, counts.raters) },
    fitted,
    figures,
    reliability,
    detection,
    warnings: warningsOf({ table, settings, forms, connectivity, fitted, figures, detection }),
  };
}

function rowMeans(key: Int32Array, score: Float64Array, levels: number): Float64Array {
  const sum = new Float64Array(levels);
  const count = new Int32Array(levels);
  for (let k = 0; k < key.length; k++) {
    sum[key[k]!]! += score[k]!;
    count[key[k]!]!++;
  }
  return sum.map((value, level) => value / count[level]!);
}

function severityModel({ ratings, centred, fit }: FittedForms): SeverityModel {
  return { ratings, centred, leniency: fit.rater, variance: fit.variance };
}

function figuresOf(
  { fit }: FittedForms,
  model: SeverityModel,
  connectivity: Connectivity,
  settings: FairnessSettings,
): Figures {
  const shifts = freeSubsetMeans({
    ...model,
    merit: fit.ratee,
    raterVariance: fit.variance.rater,
    subsets: connectivity.components,
    rateeSubset: connectivity.rateeComponent,
    raterSubset: connectivity.raterComponent,
  });
  const severity = fit.rater.map((value) => 0 - value);
  const severityWithin = severity.map((value, r) => value - shifts.raterShift[r]!);
  const fair = fit.ratee.map((value) => fit.level.value + value);
  const fairWithin = fair.map((value, p) => value + shifts.rateeShift[p]!);
  const judged = judgeSeverity(
    { severity, se: fit.raterFairSe, within: severityWithin, link: connectivity.raterLink },
    settings.severityThreshold,
    settings.severityProbability,
  );
  return {
    raterVariance: fit.variance.rater,
    severity,
    severitySe: fit.raterSe,
    severityWideSe: fit.raterFairSe,
    severityWithin,
    judged,
    fair,
    fairSe: fit.rateeSe,
    fairWideSe: fit.rateeFairSe,
    fairWithin,
    severityShare: severityShares(model, fit.rateeSe),
    depends: dependence(fair, fairWithin, fit.rateeSe, settings.cuts),
  };
}

/** What is left of a person's variance if the severities were known: σ²e / (Σw + σ²e/σ²p); the rest is owed to them. */
function severityShares({ ratings, variance }: SeverityModel, se: Float64Array): Float64Array {
  const { ratee, weight, ratees } = ratings;
  const total = new Float64Array(ratees);
  for (let k = 0; k < ratee.length; k++) total[ratee[k]!]! += weight ? weight[k]! : 1;
  const ratio = variance.residual / variance.ratee;
  return se.map((own, p) => {
    if (!(own > 0)) return 0;
    return Math.min(1, Math.max(0, 1 - variance.residual / (total[p]! + ratio) / (own * own)));
  });
}

function dependence(
  fair: Float64Array,
  within: Float64Array,
  se: Float64Array,
  cuts: readonly number[],
): Uint8Array {
  const category = (value: number) => cuts.filter((cut) => value >= cut).length;
  const depends = new Uint8Array(fair.length);
  for (let p = 0; p < fair.length; p++) {
    const isOther =
      cuts.length > 0
        ? category(fair[p]!) !== category(within[p]!)
        : Math.abs(fair[p]! - within[p]!) > Math.max(se[p]!, 1e-9);
    depends[p] = isOther ? 1 : 0;
  }
  return depends;
}
