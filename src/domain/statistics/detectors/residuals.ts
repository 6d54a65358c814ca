// What the other raters say of the same person: the yardstick of every detector but severity and halo.
//
// Model: score = fixed part + person + rater + residual, variances known (from the crossed fit). The prediction for a
// form leaves that form out: person(−k) = Σ over the other forms of w(y − fixed − rater) / (Σ w + σ²e/σ²p); the deleted
// residual is y − fixed − rater − person(−k), its variance σ²e(1/w + 1/(Σ others w + σ²e/σ²p)).
// Assumes the rater effects known (their own uncertainty is small beside a single form's). Needs at least one other
// form on the person; `others` is 0 otherwise and the form says nothing here.
// Reference: deleted residuals as in Cook & Weisberg 1982, Residuals and Influence in Regression; shrinkage as in
// Robinson 1991, Statistical Science 6:15–32.
// A residual must not be used against one form: it is one opinion beside a few others.
import type { Ratings } from '../ratings.ts';

export interface SeverityModel {
  readonly ratings: Ratings;
  /** Score less the fixed part, per form. */
  readonly centred: Float64Array;
  /** Leniency of each rater in points, positive = lenient. */
  readonly leniency: Float64Array;
  readonly variance: { readonly ratee: number; readonly residual: number };
}

export interface DeletedResiduals {
  /** Weight of the forms by others on the same person; 0 = nothing to compare with. */
  others(form: number): number;
  /** The person as the other raters see them, shrunk; points from the mean. */
  predicted(form: number): number;
  /** This form less that prediction and less the rater's usual leniency. */
  residual(form: number): number;
  variance(form: number): number;
}

/**
 * Linear in the forms; each answer is then constant time. `yardstick`: centred scores to compare with, where they are not
 * those of the model (see yardstick.ts).
 */
export function deletedResiduals(
  model: SeverityModel,
  yardstick: Float64Array = model.centred,
): DeletedResiduals {
  const { ratings, centred, leniency, variance } = model;
  const { ratee, rater, weight } = ratings;
  const sum = new Float64Array(ratings.ratees);
  const total = new Float64Array(ratings.ratees);
  for (let k = 0; k < ratee.length; k++) {
    const p = ratee[k]!;
    const w = weight ? weight[k]! : 1;
    sum[p]! += w * (yardstick[k]! - leniency[rater[k]!]!);
    total[p]! += w;
  }
  // Infinite where people do not differ: every prediction is then the mean.
  const ratio = variance.residual / variance.ratee;
  const weightOf = (k: number) => (weight ? weight[k]! : 1);
  const others = (k: number) => {
    const left = total[ratee[k]!]! - weightOf(k);
    return left > 1e-12 * total[ratee[k]!]! ? left : 0;
  };
  const own = (k: number) => yardstick[k]! - leniency[rater[k]!]!;
  const predicted = (k: number) => {
    const left = others(k);
    return left === 0 ? 0 : (sum[ratee[k]!]! - weightOf(k) * own(k)) / (left + ratio);
  };
  return {
    others,
    predicted,
    residual: (k) => centred[k]! - leniency[rater[k]!]! - predicted(k),
    variance: (k) => variance.residual * (1 / weightOf(k) + 1 / (others(k) + ratio)),
  };
}
