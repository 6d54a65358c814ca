/**
 * How many raters and items a score needs before it may carry a decision.
 *
 * Model: the error of a mean over n_r raters and n_i items is the sum of its components, each divided by how often it
 * is drawn. Relative error matters for an order, absolute error (with severity and difficulty) for a threshold.
 * Eρ² = σ²p/(σ²p + σ²δ), Φ = σ²p/(σ²p + σ²Δ). Assumptions: raters and items drawn at random from those one has in
 * mind, all persons by the same ones (`decisionStudy`) or each person by others (`ratersNeeded`). The answer is as
 * good as the components: with few raters in the first study it is a rough guide.
 * Reference: Brennan 2001, Generalizability Theory; Shavelson & Webb 1991.
 * Not to be used as a promise that a mean of so many raters is right: it says nothing of a bias that all share.
 */
import { type NotEstimable, notEstimable } from '../ratings.ts';
import type { Components, Effect } from './components.ts';

export interface DecisionPoint {
  readonly raters: number;
  readonly items: number;
  readonly relativeError: number;
  readonly absoluteError: number;
  /** Eρ², for an order; `undefined` where nothing varies at all. */
  readonly generalizability: number | undefined;
  /** Φ, for a threshold. */
  readonly dependability: number | undefined;
  /** √σ²Δ, in points of the scale. */
  readonly standardError: number;
}

/** A point for each number of items and, within it, of raters. */
export function decisionStudy(
  { components }: Pick<Components, 'components'>,
  raterCounts: readonly number[],
  itemCounts: readonly number[] = [1],
): readonly DecisionPoint[] {
  const used = (effect: Effect) => components.find((each) => each.effect === effect)?.used ?? 0;
  return itemCounts.flatMap((items) =>
    raterCounts.map((raters) => {
      const relativeError = used('pr') / raters + used('pi') / items + used('pir') / (raters * items);
      const absoluteError =
        relativeError + used('r') / raters + used('i') / items + used('ir') / (raters * items);
      const share = (error: number) => (used('p') + error > 0 ? used('p') / (used('p') + error) : undefined);
      return {
        raters,
        items,
        relativeError,
        absoluteError,
        generalizability: share(relativeError),
        dependability: share(absoluteError),
        standardError: Math.sqrt(absoluteError),
      };
    }),
  );
}

/** Variances of a crossed fit: of ratees, raters and the rest. */
export interface CrossedVariances {
  readonly ratee: number;
  readonly rater: number;
  readonly residual: number;
}

/**
 * What a rater adds to the error of a ratee's mean: their severity and the rest; once scores are adjusted for
 * severity, only what is not known of it (`severityVariance`, the mean posterior variance of the raters) and the rest.
 */
export type Scores = 'raw' | { readonly adjusted: true; readonly severityVariance: number };

/** Reliability of a ratee's mean of so many ratings, each by another rater: Φ. */
export function dependabilityOf(
  variances: CrossedVariances,
  raters: number,
  scores: Scores = 'raw',
): number | undefined {
  const error = errorOfOne(variances, scores) / raters;
  return variances.ratee + error > 0 ? variances.ratee / (variances.ratee + error) : undefined;
}

/** The least number of raters for a dependability between 0 and 1. */
export function ratersNeeded(
  variances: CrossedVariances,
  dependability: number,
  scores: Scores = 'raw',
): number | NotEstimable {
  if (!(dependability > 0 && dependability < 1)) throw new RangeError('dependability lies between 0 and 1');
  if (!(variances.ratee > 0)) return notEstimable('no-variation');
  const needed = ((dependability / (1 - dependability)) * errorOfOne(variances, scores)) / variances.ratee;
  // 8.999999999 raters are nine, and 9.000000001 too.
  return Math.max(1, Math.ceil(needed - 1e-9));
}

/** ICC(1) of a design with gaps: how far a single rating tells ratees apart. */
export function singleRatingReliability(variances: CrossedVariances): number | undefined {
  return dependabilityOf(variances, 1);
}

function errorOfOne({ rater, residual }: CrossedVariances, scores: Scores): number {
  return residual + (scores === 'raw' ? rater : scores.severityVariance);
}
