import { describe, expect, it } from 'vitest';
import mendel from '../../../../test/data/statistics/exact_multinomial_mendel.expected.json' with {
  type: 'json',
};
import small from '../../../../test/data/statistics/exact_multinomial_small.expected.json' with {
  type: 'json',
};
import { randomSource } from '../random.ts';
import { binomialMass } from '../special.ts';
import {
  allowedPeople,
  type Bounds,
  compositeTest,
  drawBinomial,
  drawMultinomial,
  leastSignificant,
  limitTest,
  multinomialTest,
  patternTest,
  powerAgainst,
} from './index.ts';

function exact(...given: Parameters<typeof multinomialTest>) {
  const result = multinomialTest(...given);
  if (result.kind !== 'estimated') throw new Error(result.reason);
  return result;
}

describe('the exact multinomial test', () => {
  it.each(small.cases)('$obs against $pr', ({ obs, pr, outcomes, prob, chisq, llr, X2, G }) => {
    expect(exact(obs, pr)).toMatchObject({
      method: 'enumerated',
      outcomes,
      byProbability: expect.closeTo(prob, 11),
      byChiSquare: expect.closeTo(chisq, 11),
      byLikelihoodRatio: expect.closeTo(llr, 11),
      chiSquare: expect.closeTo(X2, 10),
      likelihoodRatio: expect.closeTo(G, 10),
    });
  });

  const peas = [315, 108, 101, 32];
  const ratio = [9 / 16, 3 / 16, 3 / 16, 1 / 16];
  it("Mendel's 556 peas, all 29 million outcomes counted", () => {
    const { prob, chisq, llr } = mendel.computed;
    expect(exact(peas, ratio, { limit: 1e8 })).toMatchObject({
      method: 'enumerated',
      byProbability: expect.closeTo(prob, 9),
      byChiSquare: expect.closeTo(chisq, 9),
      byLikelihoodRatio: expect.closeTo(llr, 9),
    });
  });

  it('and sampled where there are too many to count', () => {
    const result = exact(peas, ratio);
    expect(result).toMatchObject({ method: 'drawn', draws: 100_000, seed: 1 });
    expect(result.byProbability).toBeCloseTo(mendel.computed.prob, 2);
    expect(result.byLikelihoodRatio).toBeCloseTo(mendel.computed.llr, 2);
    expect(exact(peas, ratio)).toEqual(result);
    expect(exact([0, 0, 0, 556], ratio).byChiSquare).toBe(1 / 100_001);
  });

  it('what cannot happen and what must', () => {
    expect(exact([3, 0, 2], [0.5, 0, 0.5])).toEqual(exact([3, 2], [0.5, 0.5]));
    expect(exact([3, 1, 2], [0.5, 0, 0.5])).toMatchObject({
      byProbability: 0,
      chiSquare: Number.POSITIVE_INFINITY,
    });
    expect(multinomialTest([0, 0], [0.5, 0.5])).toMatchObject({ reason: 'too-few' });
    expect(multinomialTest([4, 0], [1, 0])).toMatchObject({ reason: 'too-few' });
    expect(exact([5, 5], [0.5, 0.5]).byProbability).toBe(1);
    expect(() => multinomialTest([1, 2], [0.5, 0.6])).toThrow(RangeError);
    expect(() => multinomialTest([1.5, 2], [0.5, 0.5])).toThrow(RangeError);
    expect(() => multinomialTest([1], [0.5, 0.5])).toThrow(RangeError);
  });
});

describe('random counts', () => {
  it.each([
    [8, 0.3],
    [60, 0.5],
    [400, 0.9],
    [1000, 0.02],
  ])('binomial(%d, %d) comes as often as it should', (trials, chance) => {
    const random = randomSource(9);
    const draws = 40_000;
    const seen = new Map<number, number>();
    for (let draw = 0; draw < draws; draw += 1) {
      const count = drawBinomial(random, trials, chance);
      seen.set(count, (seen.get(count) ?? 0) + 1);
    }
    let chiSquare = 0;
    let cells = 0;
    for (let count = 0; count <= trials; count += 1) {
      const expected = draws * binomialMass(count, trials, chance);
      if (expected < 5) continue;
      chiSquare += ((seen.get(count) ?? 0) - expected) ** 2 / expected;
      cells += 1;
    }
    // Four standard deviations of χ² above its mean.
    expect(chiSquare).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
  });

  it('multinomial counts add up', () => {
    const counts = new Int32Array(3);
    drawMultinomial(randomSource(1), 500, [0.2, 0.5, 0.3], counts);
    expect(counts.reduce((sum, count) => sum + count)).toBe(500);
  });
});

describe('caps and floors', () => {
  // Worked out once with scipy.stats.binom 1.17.1.
  it.each([
    [5, 4, 0.09],
    [10, 5, 0.37],
    [20, 8, 0.58],
    [50, 16, 0.9],
    [100, 28, 0.995],
  ])(
    'of %d people against 20 %%: %d are significant, seen with power %d at a true 40 %%',
    (people, least, power) => {
      expect(leastSignificant('cap', people, 0.2, 0.05)).toBe(least);
      expect(powerAgainst('cap', people, 0.2, 0.4, 0.05)).toBeCloseTo(power, power > 0.99 ? 3 : 2);
    },
  );

  it('a floor is a cap on the others', () => {
    expect(limitTest('floor', 3, 20, 0.6)).toBeCloseTo(limitTest('cap', 17, 20, 0.4), 12);
    const least = leastSignificant('floor', 40, 0.6, 0.05);
    expect(least).toBe(40 - (leastSignificant('cap', 40, 0.4, 0.05) ?? 0));
    expect(leastSignificant('cap', 2, 0.7, 0.05)).toBeUndefined();
    expect(powerAgainst('cap', 2, 0.7, 1, 0.05)).toBe(0);
  });
});

describe('the test of bounds', () => {
  const cap: readonly Bounds[] = [
    { least: 0, most: 0.2 },
    { least: 0, most: 1 },
  ];
  it('of a single cap is the binomial tail', () => {
    for (const count of [8, 12, 20]) {
      const result = compositeTest([count, 30 - count], cap);
      expect(result).toMatchObject({
        method: 'enumerated',
        p: expect.closeTo(limitTest('cap', count, 30, 0.2), 9),
      });
    }
    expect(compositeTest([6, 24], cap)).toMatchObject({ p: 1, distance: 0 });
  });

  it('finds the nearest chances within the bounds', () => {
    const bounds = [
      { least: 0.6, most: 1 },
      { least: 0.1, most: 1 },
      { least: 0, most: 0.1 },
      { least: 0, most: 1 },
    ];
    const result = compositeTest([2, 8, 20, 10], bounds);
    if (result.kind !== 'estimated') throw new Error(result.reason);
    expect(result.nearest.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(result.nearest[0]).toBeCloseTo(0.6, 10);
    expect(result.nearest[2]).toBeCloseTo(0.1, 10);
    // The others share .3 as 8 : 10.
    expect(result.nearest[1]).toBeCloseTo((0.3 * 8) / 18, 10);
    expect(result.p).toBeLessThan(1e-9);
    expect(result.distance).toBeGreaterThan(0);
  });

  it('is not smaller than the chance under any allowed chances, and keeps its level', () => {
    const bounds = [
      { least: 0, most: 0.3 },
      { least: 0.2, most: 1 },
      { least: 0, most: 1 },
    ];
    const random = randomSource(5);
    const counts = new Int32Array(3);
    let rejected = 0;
    for (let run = 0; run < 300; run += 1) {
      drawMultinomial(random, 25, [0.3, 0.2, 0.5], counts);
      const result = compositeTest([...counts], bounds);
      if (result.kind === 'estimated' && result.p <= 0.05) rejected += 1;
    }
    expect(rejected / 300).toBeLessThan(0.07);
  });

  it('samples where there are too many outcomes, and knows the impossible', () => {
    const bounds = [
      { least: 0, most: 0.1 },
      { least: 0.6, most: 1 },
      { least: 0, most: 1 },
      { least: 0, most: 1 },
    ];
    const result = compositeTest([70, 230, 50, 50], bounds, { draws: 2000 });
    expect(result).toMatchObject({ method: 'drawn', draws: 2000 });
    const none = [
      { least: 0, most: 0 },
      { least: 0, most: 1 },
    ];
    expect(compositeTest([1, 39], none)).toMatchObject({ p: 0 });
    expect(compositeTest([0, 39], none)).toMatchObject({ p: 1 });
    // All who were seen stand at their cap: the rest of the chance goes where nobody is.
    expect(compositeTest([30, 0], cap)).toMatchObject({
      nearest: [expect.closeTo(0.2, 12), expect.closeTo(0.8, 12)],
    });
    expect(compositeTest([0, 0], cap)).toMatchObject({ reason: 'too-few' });
    expect(() =>
      compositeTest(
        [1, 1],
        [
          { least: 0.6, most: 1 },
          { least: 0.6, most: 1 },
        ],
      ),
    ).toThrow(RangeError);
  });
});

describe('a pattern of limits', () => {
  const kurang = [
    { kind: 'min-percent', predicates: ['kurang'], percent: 60 },
    { kind: 'min-percent', predicates: ['butuh-perbaikan'], percent: 10 },
    { kind: 'max-percent', predicates: ['sangat-baik'], percent: 10 },
  ] as const;

  it('says in whole people what a percentage allows', () => {
    const cap = { kind: 'max-percent', predicates: ['a'], percent: 70 } as const;
    expect([20, 30, 33, 7].map((people) => allowedPeople(cap, people).most)).toEqual([14, 21, 23, 4]);
    expect(allowedPeople({ ...cap, kind: 'min-percent' }, 33)).toEqual({ least: 24, most: 33 });
    expect(allowedPeople({ kind: 'none', predicates: ['a'] }, 9)).toEqual({ least: 0, most: 0 });
    expect(allowedPeople({ kind: 'at-least-one', predicates: ['a'] }, 9)).toEqual({ least: 1, most: 9 });
  });

  it('does not test a small unit, and tells its arithmetic', () => {
    expect(patternTest<string>({ 'sangat-baik': 9, kurang: 1 }, kurang)).toMatchObject({
      kind: 'too-small',
      people: 10,
      limits: [{ isKept: false }, { isKept: false }, { isKept: false, count: 9, allowed: { most: 1 } }],
    });
  });

  it('breaking a limit need not be more than chance', () => {
    const result = patternTest<string>({ kurang: 23, 'butuh-perbaikan': 4, baik: 13 }, kurang);
    expect(result).toMatchObject({
      kind: 'tested',
      people: 40,
      limits: [{ isKept: false }, { isKept: true }, { isKept: true }],
    });
    if (result.kind !== 'tested') throw new Error('small');
    expect(result.limits[0]?.p).toBeCloseTo(limitTest('floor', 23, 40, 0.6), 12);
    expect(result.together?.p).toBeGreaterThan(0.3);
  });

  it('and can be far more', () => {
    const result = patternTest<string>({ 'sangat-baik': 30, baik: 10 }, kurang);
    expect(result).toMatchObject({ kind: 'tested', together: { p: expect.closeTo(0, 9) } });
    for (const limit of result.limits) expect(limit.adjusted).toBeGreaterThanOrEqual(limit.p ?? 1);
  });

  it('limits on groups, on people, and on overlapping groups', () => {
    const very = [
      { kind: 'min-percent', predicates: ['butuh-perbaikan', 'kurang'], percent: 10 },
      { kind: 'none', predicates: ['sangat-baik'] },
      { kind: 'at-least-one', predicates: ['baik'] },
    ] as const;
    const result = patternTest<string>({ 'sangat-baik': 1, kurang: 30, baik: 5 }, very);
    expect(result).toMatchObject({
      limits: [{ count: 30, isKept: true }, { p: 0 }, { isKept: true }],
      together: { p: 0 },
    });
    expect(result.limits[2]).not.toHaveProperty('p');
    const overlapping = patternTest({ a: 20, b: 20 }, [
      { kind: 'max-percent', predicates: ['a'], percent: 30 },
      { kind: 'max-percent', predicates: ['a', 'b'], percent: 90 },
    ]);
    expect(overlapping).not.toHaveProperty('together');
  });
});
