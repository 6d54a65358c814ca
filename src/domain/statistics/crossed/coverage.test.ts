// Do 95 % intervals hold what they say? Many small agencies are drawn from a known truth with fixed seeds; the share of
// true values inside must lie between 93 % and 97 %. Level + ratee, and raters, both with the level estimated.
import { expect, test } from 'vitest';
import { type Design, simulate } from '../simulate.ts';
import { fitCrossed } from './index.ts';

test.each<[Design, number, number]>([
  ['A', 800, 150],
  ['B', 1600, 80],
  ['C', 700, 60],
])('design %s: intervals of people and of raters cover the truth', (design, count, samples) => {
  const tally = { people: [0, 0], raters: [0, 0] } as Record<'people' | 'raters', [number, number]>;
  for (let seed = 1; seed <= samples; seed++) {
    const data = simulate(design, count, seed);
    const fit = fitCrossed(data);
    if (fit.kind !== 'estimated') throw new Error(fit.reason);
    const level = fit.level.value - data.truth.mean;
    add(
      tally.people,
      fit.ratee.map((effect) => level + effect),
      data.trueRatee,
      fit.rateeFairSe,
    );
    add(tally.raters, fit.rater, data.trueRater, fit.raterFairSe);
  }
  for (const [inside, all] of [tally.people, tally.raters]) {
    expect(inside / all).toBeGreaterThan(0.93);
    expect(inside / all).toBeLessThan(0.97);
  }
});

function add(tally: [number, number], found: Float64Array, truth: Float64Array, errors: Float64Array): void {
  found.forEach((value, i) => {
    if (Math.abs(value - (truth[i] as number)) <= 1.959964 * (errors[i] as number)) tally[0]++;
    tally[1]++;
  });
}
