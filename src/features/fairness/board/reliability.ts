/**
 * How sure the dependability of one form is, and how it grows with the number of raters. Pure.
 *
 * The interval is approximate: delta method on the logit of σ²p / (σ²p + σ²r + σ²e), with the standard errors of the
 * three variances. The variances of people and of raters are estimated from means, from which a share of the residual
 * variance is taken away, so their errors are counter to that of the residual: covariance −Var(σ²e)/n with n forms a
 * person or a rater, exact in balanced data (Searle, Casella & McCulloch 1992, Variance Components, ch. 4).
 */
import type { FittedModel } from '#domain/statistics/fairness/types.ts';

const Z95 = 1.959963984540054;

/** 95 %; null where a variance has no standard error or people do not differ at all. */
export function singleFormInterval(
  { variance, varianceSe }: Pick<FittedModel, 'variance' | 'varianceSe'>,
  forms: { readonly perRatee: number; readonly perRater: number },
): readonly [number, number] | null {
  const { ratee, rater, residual } = variance;
  const error = rater + residual;
  if (varianceSe.ratee === null || varianceSe.residual === null || ratee <= 0 || error <= 0) return null;
  const raterSe = varianceSe.rater ?? 0;
  // logit = log(σ²p) − log(σ²r + σ²e).
  const slopes = { ratee: 1 / ratee, error: -1 / error };
  const residualVariance = varianceSe.residual ** 2;
  const withRatee = forms.perRatee > 1 ? -residualVariance / forms.perRatee : 0;
  const withRater = rater > 0 && forms.perRater > 1 ? -residualVariance / forms.perRater : 0;
  const spread =
    slopes.ratee ** 2 * varianceSe.ratee ** 2 +
    slopes.error ** 2 * (raterSe ** 2 + residualVariance + 2 * withRater) +
    2 * slopes.ratee * slopes.error * withRatee;
  const logit = Math.log(ratee / error);
  const half = Z95 * Math.sqrt(Math.max(spread, 0));
  return [expit(logit - half), expit(logit + half)];
}

function expit(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Dependability of the plain mean of 1, 2, 3 … forms by different raters. */
export function dependabilityCurve(
  { variance }: Pick<FittedModel, 'variance'>,
  most: number,
): readonly number[] {
  const error = variance.rater + variance.residual;
  return Array.from({ length: most }, (_, index) =>
    variance.ratee > 0 ? variance.ratee / (variance.ratee + error / (index + 1)) : 0,
  );
}
