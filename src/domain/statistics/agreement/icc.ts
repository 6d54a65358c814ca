/**
 * How reliably several judges score the same targets: the six intraclass correlations of Shrout & Fleiss.
 *
 * Model: analysis of variance of a complete table, rows = targets, columns = judges. ICC1: each target has other
 * judges, drawn at random. ICC2: the same judges for all, standing for many; their severity counts as disagreement.
 * ICC3: these very judges; severity does not count. `k` after the number: of the mean of the k judges, not of one.
 * Assumptions: normal, equal variances, no missing cell (with gaps take the variance components of a crossed fit, or
 * Krippendorff's alpha). Minimum: 2 targets, 2 judges; under about 30 targets the limits are wide, and are the answer.
 * Reference: Shrout & Fleiss 1979, Psychol. Bull. 86:420–428; limits of ICC2 by Satterthwaite's degrees of freedom as
 * there, those of ICC2k the Spearman–Brown transform of them (irr uses another rule and differs).
 * Not to be used to judge a single judge or target, nor to compare groups whose targets differ more or less: the same
 * judges look less reliable where the targets are alike.
 */
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { fQuantile, fUpper } from '../special.ts';

export interface IccEstimate {
  readonly kind: 'estimated';
  readonly icc: number;
  /** Test that the targets do not differ; infinite where nothing else varies. */
  readonly F: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** −∞ where the data set no lower limit. */
  readonly lower95: number;
  readonly upper95: number;
}

export type IccForm = 'ICC1' | 'ICC2' | 'ICC3' | 'ICC1k' | 'ICC2k' | 'ICC3k';

export interface IntraclassCorrelations {
  readonly kind: 'estimated';
  readonly targets: number;
  readonly judges: number;
  /** Mean squares: between targets, between judges, within targets, residual (BMS, JMS, WMS, EMS). */
  readonly meanSquares: MeanSquares;
  /** A form is not estimable where its own parts cancel out: the targets differ less than the noise. */
  readonly forms: Readonly<Record<IccForm, IccEstimate | NotEstimable>>;
}

interface MeanSquares {
  readonly between: number;
  readonly judges: number;
  readonly within: number;
  readonly residual: number;
}

/** All six forms of a table of scores, a row a target, all rows of the same length; scores finite. */
export function intraclassCorrelations(
  table: readonly (readonly number[])[],
): IntraclassCorrelations | NotEstimable {
  const targets = table.length;
  const judges = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== judges)) throw new RangeError('rows of different length');
  if (targets < 2 || judges < 2) return notEstimable('too-few');
  const meanSquares = meanSquaresOf(table, targets, judges);
  if (meanSquares === undefined) return notEstimable('no-variation');
  const consistent = single(
    meanSquares.between / meanSquares.residual,
    targets,
    judges,
    (targets - 1) * (judges - 1),
  );
  const random = single(meanSquares.between / meanSquares.within, targets, judges, targets * (judges - 1));
  const { icc, lower95, upper95 } = absolute(meanSquares, targets, judges);
  const mixed = { ...consistent, icc, lower95, upper95 };
  return {
    kind: 'estimated',
    targets,
    judges,
    meanSquares,
    forms: {
      ICC1: random,
      ICC2: Number.isFinite(icc) ? mixed : notEstimable('no-variation'),
      ICC3: consistent,
      ICC1k: ofMean(random, judges),
      ICC2k: ofMean(mixed, judges),
      ICC3k: ofMean(consistent, judges),
    },
  };
}

/** `undefined` where the targets do not differ at all: then there is nothing to be reliable about. */
function meanSquaresOf(table: readonly (readonly number[])[], n: number, k: number): MeanSquares | undefined {
  const judgeMeans = Array.from({ length: k }, (_, judge) => mean(table.map((row) => row[judge] ?? 0)));
  const grand = mean(judgeMeans);
  let [between, within, residual, size] = [0, 0, 0, 0];
  for (const row of table) {
    const rowMean = mean(row);
    between += k * (rowMean - grand) ** 2;
    for (const [judge, score] of row.entries()) {
      within += (score - rowMean) ** 2;
      residual += (score - rowMean - (judgeMeans[judge] ?? 0) + grand) ** 2;
      size += score ** 2;
    }
  }
  // What is left of rounding is not variation.
  const noise = 1e-24 * size;
  if (between <= noise) return undefined;
  if (residual <= noise) residual = 0;
  if (within <= noise) within = 0;
  const judges = judgeMeans.reduce((sum, judgeMean) => sum + n * (judgeMean - grand) ** 2, 0);
  return {
    between: between / (n - 1),
    judges: (judges <= noise ? 0 : judges) / (k - 1),
    within: within / (n * (k - 1)),
    residual: residual / ((n - 1) * (k - 1)),
  };
}

/** ICC1 and ICC3: a ratio of two mean squares, its limits from the F distribution. */
function single(F: number, n: number, k: number, df2: number): IccEstimate {
  const df1 = n - 1;
  const ofRatio = (ratio: number) => 1 - k / (ratio + k - 1);
  return {
    kind: 'estimated',
    icc: ofRatio(F),
    F,
    df1,
    df2,
    p: fUpper(F, df1, df2),
    lower95: ofRatio(F / fQuantile(0.975, df1, df2)),
    upper95: ofRatio(F * fQuantile(0.975, df2, df1)),
  };
}

/** ICC2, in which three mean squares meet. */
function absolute({ between, judges, residual }: MeanSquares, n: number, k: number) {
  const icc = (between - residual) / (between + (k - 1) * residual + (k * (judges - residual)) / n);
  const rest = k * judges + (k * n - k - n) * residual;
  const degrees = satterthwaite(icc, judges / residual, n, k);
  const limit = (factor: number) => (n * (between - factor * residual)) / (factor * rest + n * between);
  const below = fQuantile(0.975, n - 1, degrees);
  const above = fQuantile(0.975, degrees, n - 1);
  // Hardly any degrees of freedom: the factor grows beyond all bounds and the limits reach theirs.
  return {
    icc,
    lower95: below < HUGE ? limit(below) : -(n * residual) / rest,
    upper95: above < HUGE ? limit(1 / above) : 1,
  };
}

const HUGE = 1e100;

function satterthwaite(icc: number, judgeRatio: number, n: number, k: number): number {
  if (!Number.isFinite(judgeRatio)) return k - 1;
  const spread = n * (1 + (k - 1) * icc) - k * icc;
  const above = (n - 1) * (k - 1) * (k * icc * judgeRatio + spread) ** 2;
  const below = (n - 1) * (k * icc * judgeRatio) ** 2 + spread ** 2;
  return above / below;
}

/** Of the mean of k judges, by Spearman and Brown; a correlation at or below −1/(k−1) of one judge has none. */
function ofMean(one: IccEstimate, k: number): IccEstimate | NotEstimable {
  const stepUp = (icc: number) => (k * icc) / (1 + (k - 1) * icc);
  const hasMean = (icc: number) => 1 + (k - 1) * icc > 1e-12;
  if (!hasMean(one.icc)) return notEstimable('no-variation');
  return {
    ...one,
    icc: stepUp(one.icc),
    lower95: hasMean(one.lower95) ? stepUp(one.lower95) : Number.NEGATIVE_INFINITY,
    upper95: stepUp(one.upper95),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
