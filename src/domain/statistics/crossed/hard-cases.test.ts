// Designs on which a naive fit returns nonsense: each is either estimated rightly or says why it cannot be.
import { expect, test } from 'vitest';
import { sound } from '../../../../test/support/crossed-fits.ts';
import { randomSource } from '../random.ts';
import type { NotEstimable, Ratings } from '../ratings.ts';
import { simulate } from '../simulate.ts';
import { fitCrossed } from './index.ts';

const RATERS = 200;

type Row = readonly [ratee: number, rater: number, score: number];

test.each<[string, NotEstimable['reason'], readonly Row[]]>([
  ['no ratings', 'too-few', []],
  [
    'two ratings',
    'too-few',
    [
      [0, 0, 3],
      [1, 0, 4],
    ],
  ],
  [
    'one person, each rater once',
    'not-crossed',
    [
      [0, 0, 3],
      [0, 1, 4],
      [0, 2, 2],
      [0, 3, 5],
    ],
  ],
  [
    'one rater, each person once',
    'not-crossed',
    [
      [0, 0, 3],
      [1, 0, 4],
      [2, 0, 2],
      [3, 0, 5],
    ],
  ],
  [
    'one rater and one person',
    'not-crossed',
    [
      [0, 0, 3],
      [0, 0, 4],
      [0, 0, 2],
    ],
  ],
  [
    'everybody by an own rater, twice: person and rater are one',
    'not-crossed',
    [
      [0, 0, 3],
      [0, 0, 4],
      [1, 1, 2],
      [1, 1, 5],
      [2, 2, 1],
      [2, 2, 1],
    ],
  ],
  [
    'everybody once, by raters of several',
    'not-crossed',
    [
      [0, 0, 3],
      [1, 0, 4],
      [2, 1, 2],
      [3, 1, 5],
      [4, 2, 5],
      [5, 2, 4],
    ],
  ],
  ['all scores equal', 'no-variation', grid(4, 3, () => 70)],
  ['all raters agree on everybody', 'no-residual', grid(5, 3, (ratee) => 60 + ratee * ratee)],
  [
    'scores are the sum of person and rater',
    'no-residual',
    grid(5, 4, (ratee, rater) => 60 + ratee * ratee + 2 * rater),
  ],
])('%s: %s', (_, reason, rows) => {
  expect(fitCrossed(table(rows))).toEqual({ kind: 'not-estimable', reason });
});

test('a component at its boundary is 0 and said to be so', () => {
  const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
    sound(simulate('A', 2000, seed, { raterVariance: 0, rateeVariance: 9 })),
  );
  // The truth is 0, so that about half of all samples have their maximum there.
  const zero = found.filter((each) => each.atBoundary.includes('rater'));
  expect(zero.length).toBeGreaterThan(0);
  expect(zero.length).toBeLessThan(8);
  for (const each of zero) {
    expect(each.variance.rater).toBe(0);
    expect(each.varianceSe.rater).toBe(0);
    expect(each.rater.every((effect) => effect === 0)).toBe(true);
    expect(each.raterSe.every((error) => error === 0)).toBe(true);
  }
  for (const each of found) expect(each.variance.ratee).toBeGreaterThan(6);
});

test.each(['ratee', 'rater'] as const)('nothing but noise in the %s: within its error of 0', (factor) => {
  for (const seed of [1, 2, 3, 4]) {
    const still = factor === 'ratee' ? { rateeVariance: 0 } : { raterVariance: 0 };
    const fit = sound(simulate('B', 4000, seed, still));
    expect(fit.variance[factor]).toBeLessThan(1.5);
    if (fit.variance[factor] === 0) expect(fit.atBoundary).toContain(factor);
  }
});

test('islands: variances within and between them are used, the report of links is another matter', () => {
  // 200 supervisors who alone rate their 8 people, twice each.
  const random = randomSource(6);
  const judges = Array.from({ length: 200 }, () => 2 * random.normal());
  const people = Array.from({ length: 1600 }, () => 3 * random.normal());
  const rows = people.flatMap((ability, ratee) =>
    [1, 2].map((): Row => {
      const rater = Math.floor(ratee / 8);
      return [ratee, rater, 70 + ability + (judges[rater] as number) + random.normal()];
    }),
  );
  const fit = sound(table(rows));
  expect(fit.method).toBe('exact');
  expect(Math.abs(fit.variance.ratee - 9)).toBeLessThan(3 * fit.varianceSe.ratee);
  expect(Math.abs(fit.variance.rater - 4)).toBeLessThan(3 * fit.varianceSe.rater);
});

test('a rater who gives one value only, people without ratings, unequal numbers: still finite, and shrunk', () => {
  const data = simulate('B', 2000, 8);
  const [ratee, rater] = [data.ratee.slice(), data.rater.slice()];
  const kept = [...data.score.keys()].filter((row) => row % 7 !== 0 && ratee[row] !== 5 && rater[row] !== 3);
  const fit = sound({
    ratees: data.ratees,
    raters: data.raters,
    ratee: Int32Array.from(kept, (row) => ratee[row] as number),
    rater: Int32Array.from(kept, (row) => rater[row] as number),
    score: Float64Array.from(kept, (row) => (rater[row] === 4 ? 70 : (data.score[row] as number))),
  });
  // Nobody rated ratee 5, and rater 3 rated nobody: all that is known of them is the population.
  expect(fit.ratee[5]).toBe(0);
  expect(fit.rateeSe[5]).toBeCloseTo(Math.sqrt(fit.variance.ratee), 8);
  expect(fit.raterSe[3]).toBeCloseTo(Math.sqrt(fit.variance.rater), 8);
  expect(Math.abs(fit.rater[4] as number)).toBeLessThan(4 * Math.sqrt(fit.variance.rater));
});

test('a million people with one rating each are refused at once; fewer with some rated twice are estimated', () => {
  const random = randomSource(9);
  const count = 1_000_000;
  const ratee = Int32Array.from({ length: count }, (_, row) => row);
  const rater = Int32Array.from({ length: count }, () => random.integer(RATERS));
  const judges = Float64Array.from({ length: RATERS }, () => 2 * random.normal());
  const score = (by: number, ability: number) => 70 + (judges[by] as number) + ability + random.normal();
  const ability = Float64Array.from({ length: count }, () => 3 * random.normal());
  const first = Float64Array.from(rater, (by, row) => score(by, ability[row] as number));
  const once = { ratees: count, raters: RATERS, ratee, rater, score: first };
  expect(fitCrossed(once)).toEqual({ kind: 'not-estimable', reason: 'not-crossed' });

  const [some, again] = [200_000, 20_000];
  const second = Int32Array.from({ length: again }, () => random.integer(RATERS));
  const fit = sound({
    ratees: some,
    raters: RATERS,
    ratee: joined(ratee.slice(0, some), ratee.slice(0, again)),
    rater: joined(rater.slice(0, some), second),
    score: Float64Array.from({ length: some + again }, (_, row) =>
      row < some
        ? (first[row] as number)
        : score(second[row - some] as number, ability[row - some] as number),
    ),
  });
  expect(Math.abs(fit.variance.ratee - 9)).toBeLessThan(4 * fit.varianceSe.ratee);
  expect(Math.abs(fit.variance.residual - 1)).toBeLessThan(4 * fit.varianceSe.residual);
});

test('a long chain of supervisors, joined by single people: the equations are hard, the answer is there', () => {
  // 5,000 supervisors of 8; one of each shares one person with the next.
  const random = randomSource(10);
  const [supervisors, staff] = [5000, 8];
  const rows: Row[] = [];
  const people = Array.from({ length: supervisors * staff }, () => 5 * random.normal());
  for (let rater = 0; rater < supervisors; rater++) {
    const leniency = 4 * random.normal();
    for (let seat = 0; seat <= staff; seat++) {
      const ratee = rater * staff + seat;
      if (ratee >= people.length) continue;
      rows.push([ratee, rater, 70 + (people[ratee] as number) + leniency + 6 * random.normal()]);
    }
  }
  const fit = sound(table(rows), { method: 'stochastic' });
  expect(fit.converged).toBe(true);
  expect(Math.abs(fit.variance.rater - 16)).toBeLessThan(4 * fit.varianceSe.rater);
  expect(Math.abs(fit.variance.ratee - 25)).toBeLessThan(4 * fit.varianceSe.ratee);
});

function table(rows: readonly Row[]): Ratings {
  const column = (at: 0 | 1 | 2) => rows.map((row) => row[at]);
  return {
    ratees: Math.max(-1, ...column(0)) + 1,
    raters: Math.max(-1, ...column(1)) + 1,
    ratee: Int32Array.from(column(0)),
    rater: Int32Array.from(column(1)),
    score: Float64Array.from(column(2)),
  };
}

function grid(
  ratees: number,
  raters: number,
  score: (ratee: number, rater: number) => number,
): readonly Row[] {
  return Array.from({ length: ratees * raters }, (_, i): Row => {
    const [ratee, rater] = [Math.floor(i / raters), i % raters];
    return [ratee, rater, score(ratee, rater)];
  });
}

function joined(one: Int32Array, other: Int32Array): Int32Array {
  const both = new Int32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
