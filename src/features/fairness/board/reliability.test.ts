import { describe, expect, it } from 'vitest';
import { fitCrossed } from '#domain/statistics/crossed/index.ts';
import { randomSource } from '#domain/statistics/random.ts';
import { dependabilityCurve, singleFormInterval } from './reliability.ts';

describe('the interval of the dependability of one form', () => {
  it('holds the truth about nineteen times in twenty', () => {
    const random = randomSource(11);
    const truth = { ratee: 25, rater: 15, residual: 40 };
    const dependability = truth.ratee / (truth.ratee + truth.rater + truth.residual);
    const [rounds, ratees, raters, each] = [120, 120, 30, 3];
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const level = (size: number, variance: number) =>
        Float64Array.from({ length: size }, () => Math.sqrt(variance) * random.normal());
      const [merit, leniency] = [level(ratees, truth.ratee), level(raters, truth.rater)];
      const ratee = Int32Array.from({ length: ratees * each }, (_, k) => Math.floor(k / each));
      const rater = Int32Array.from(ratee, () => random.integer(raters));
      const score = Float64Array.from(
        ratee,
        (p, k) =>
          60 + (merit[p] ?? 0) + (leniency[rater[k] ?? 0] ?? 0) + Math.sqrt(truth.residual) * random.normal(),
      );
      const fit = fitCrossed({ ratees, raters, ratee, rater, score }, { standardErrors: false });
      if (fit.kind !== 'estimated') continue;
      const parts = { variance: { ...fit.variance, item: null, within: null }, varianceSe: fit.varianceSe };
      const interval = singleFormInterval(parts, { perRatee: each, perRater: (ratees * each) / raters });
      if (interval && interval[0] <= dependability && dependability <= interval[1]) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.89);
    expect(held / rounds).toBeLessThan(0.995);
  });

  it('is not given where people do not differ', () => {
    const variance = { ratee: 0, rater: 15, residual: 40, item: null, within: null };
    const varianceSe = { ratee: null, rater: 1, residual: 1 };
    expect(singleFormInterval({ variance, varianceSe }, { perRatee: 3, perRater: 12 })).toBeNull();
  });
});

describe('the curve of dependability', () => {
  it('reaches .7, .8 and .9 with 6, 9 and 20 raters at variances 25, 15 and 40', () => {
    const variance = { ratee: 25, rater: 15, residual: 40, item: null, within: null };
    const curve = dependabilityCurve({ variance }, 20);
    expect([0.7, 0.8, 0.9].map((target) => curve.findIndex((value) => value >= target) + 1)).toEqual([
      6, 9, 20,
    ]);
  });
});
