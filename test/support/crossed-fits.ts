import { expect } from 'vitest';
import { type CrossedFit, type CrossedOptions, fitCrossed } from '#domain/statistics/crossed/index.ts';
import type { Ratings } from '#domain/statistics/ratings.ts';

/** A fit in which every number is finite and none of the variances negative. */
export function sound(ratings: Ratings, options?: CrossedOptions): CrossedFit {
  const fit = fitCrossed(ratings, options);
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  const numbers = [
    ...Object.values(fit.variance),
    ...Object.values(fit.varianceSe),
    ...fit.fixed.flatMap(({ value, se }) => [value, se]),
  ];
  for (const number of numbers) expect(Number.isFinite(number)).toBe(true);
  for (const values of [fit.ratee, fit.rater, fit.rateeSe, fit.raterSe, fit.rateeFairSe, fit.raterFairSe]) {
    expect(values.every(Number.isFinite)).toBe(true);
  }
  expect(Math.min(...Object.values(fit.variance))).toBeGreaterThanOrEqual(0);
  return fit;
}
