// Against the textbook formulas with the full covariance matrix V of a small table: nothing here is shared with the
// solver. Weights, fixed columns, repeated pairs, and both ways of eliminating.
import { expect, test } from 'vitest';
import { randomSource } from '../random.ts';
import type { Ratings } from '../ratings.ts';
import { type CrossedFit, type CrossedOptions, contrastsOf, type FixedColumn, fitCrossed } from './index.ts';

const ROLE: FixedColumn['name'] = 'subordinate';

interface Table extends Ratings {
  readonly fixed: readonly FixedColumn[];
}

test.each([
  ['more ratees than raters', 30, 8],
  ['more raters than ratees', 8, 30],
])('%s: criterion, fixed part, effects and errors are those of the full matrix', (_, ratees, raters) => {
  const table = drawTable(ratees, raters, 90);
  const fit = estimated(table, { fixed: table.fixed });
  const direct = directly(table, fit.variance);
  expect(fit.criterion).toBeCloseTo(direct.criterion, 6);
  // Fixed: [intercept, role]; the role's column is 0 or 1.
  fit.fixed.forEach(({ value, se }, i) => {
    expect(value).toBeCloseTo(direct.beta[i] as number, 6);
    expect(se).toBeCloseTo(direct.betaSe[i] as number, 6);
  });
  fit.ratee.forEach((effect, p) => {
    expect(effect).toBeCloseTo(direct.ratee[p] as number, 5);
    expect(fit.rateeSe[p]).toBeCloseTo(direct.rateeSe[p] as number, 6);
  });
  fit.rater.forEach((effect, r) => {
    expect(effect).toBeCloseTo(direct.rater[r] as number, 5);
    expect(fit.raterSe[r]).toBeCloseTo(direct.raterSe[r] as number, 6);
  });
});

test('no variances near the answer have a higher likelihood', () => {
  const table = drawTable(25, 10, 80);
  const { variance } = estimated(table, { fixed: table.fixed });
  const best = directly(table, variance).criterion;
  for (const part of ['ratee', 'rater', 'residual'] as const) {
    for (const factor of [0.97, 1.03]) {
      const moved = { ...variance, [part]: variance[part] * factor };
      expect(directly(table, moved).criterion).toBeGreaterThan(best);
    }
  }
});

test.each([
  ['more ratees than raters', 30, 8],
  ['more raters than ratees', 8, 30],
])('%s: a difference of two, a single fair score and their errors', (_, ratees, raters) => {
  const table = drawTable(ratees, raters, 90);
  const fit = estimated(table, { fixed: table.fixed });
  const contrasts = contrastsOf(table, fit, table.fixed);
  const direct = directly(table, fit.variance);
  const difference = contrasts([
    [1, 1],
    [4, -1],
  ]);
  expect(difference.value).toBeCloseTo((fit.ratee[1] as number) - (fit.ratee[4] as number), 10);
  expect(difference.se).toBeCloseTo(direct.differenceSe(1, 4), 6);
  const single = contrasts([[2, 1]]);
  expect(single.se).toBeCloseTo(fit.rateeFairSe[2] as number, 6);
  expect(single.value).toBeCloseTo(fit.level.value + (fit.ratee[2] as number), 10);
});

test('a rating of weight 3 is the mean of three ratings of the same pair', () => {
  const single = { ...drawTable(20, 6, 60, false), fixed: [] };
  const triple = { ...single, weight: Float64Array.from(single.score, (_, i) => (i % 4 === 0 ? 3 : 1)) };
  const rows = [...single.score.keys()].flatMap((i) => (i % 4 === 0 ? [i, i, i] : [i]));
  const pick = (values: Int32Array) => Int32Array.from(rows, (i) => values[i] as number);
  // Three equal ratings say more about the error than their mean: only what is given the variances agrees.
  const spread = {
    ...single,
    ratee: pick(single.ratee),
    rater: pick(single.rater),
    score: Float64Array.from(rows, (i) => single.score[i] as number),
  };
  const variance = estimated(triple).variance;
  const [one, other] = [directly(triple, variance), directly(spread, variance)];
  one.ratee.forEach((effect, p) => {
    expect(effect).toBeCloseTo(other.ratee[p] as number, 8);
  });
  const fit = estimated(triple);
  fit.ratee.forEach((effect, p) => {
    expect(effect).toBeCloseTo(other.ratee[p] as number, 5);
  });
});

function estimated(ratings: Ratings, options?: CrossedOptions): CrossedFit {
  const fit = fitCrossed(ratings, options);
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  return fit;
}

function drawTable(ratees: number, raters: number, rows: number, weighted = true): Table {
  const random = randomSource(ratees * 1000 + raters);
  const draws = (length: number, scale: number) => Array.from({ length }, () => scale * random.normal());
  const [people, judges] = [draws(ratees, 3), draws(raters, 2)];
  const ratee = Int32Array.from({ length: rows }, () => random.integer(ratees));
  const rater = Int32Array.from({ length: rows }, () => random.integer(raters));
  const weight = Float64Array.from({ length: rows }, () => (weighted ? 0.5 + 2 * random.uniform() : 1));
  const role = Float64Array.from({ length: rows }, () => random.integer(2));
  const score = Float64Array.from(role, (value, i) => {
    const own = (people[ratee[i] as number] as number) + (judges[rater[i] as number] as number);
    return 70 + own + 1.5 * value + (3 * random.normal()) / Math.sqrt(weight[i] as number);
  });
  return { ratees, raters, ratee, rater, score, weight, fixed: [{ name: ROLE, values: role }] };
}

function directly(
  table: Ratings & { readonly fixed?: readonly FixedColumn[] },
  variance: CrossedFit['variance'],
) {
  const rows = table.score.length;
  const { ratee, rater } = table;
  const same = (values: Int32Array, i: number, j: number) => (values[i] === values[j] ? 1 : 0);
  const V = square(rows, (i, j) => {
    const error = i === j ? variance.residual / (table.weight?.[i] ?? 1) : 0;
    return variance.ratee * same(ratee, i, j) + variance.rater * same(rater, i, j) + error;
  });
  const { inverse, log } = invert(V);
  const columns = [
    new Array(rows).fill(1),
    ...(table.fixed ?? []).map(({ values }) => [...values]),
  ] as number[][];
  const VX = columns.map((column) => times(inverse, column));
  const information = VX.map((column) => columns.map((other) => dot(column, other)));
  const G = invert(information);
  const y = [...table.score];
  const beta = times(
    G.inverse,
    VX.map((column) => dot(column, y)),
  );
  const residual = y.map(
    (value, i) => value - beta.reduce((sum, slope, c) => sum + slope * (columns[c]?.[i] as number), 0),
  );
  const Py = times(inverse, residual);
  const levels = (values: Int32Array, count: number, own: number) => {
    const indicator = (level: number) => [...values].map((value) => (value === level ? own : 0));
    return Array.from({ length: count }, (_, level) => {
      const cov = indicator(level);
      // Given the fixed part: σ² − cov' V⁻¹ cov.
      return { effect: dot(cov, Py), se: Math.sqrt(own - dot(cov, times(inverse, cov))) };
    });
  };
  const people = levels(ratee, table.ratees, variance.ratee);
  const judges = levels(rater, table.raters, variance.rater);
  const differenceSe = (one: number, other: number) => {
    const cov = [...ratee].map((value) => variance.ratee * (Number(value === one) - Number(value === other)));
    const towards = VX.map((column) => dot(column, cov));
    return Math.sqrt(
      2 * variance.ratee - dot(cov, times(inverse, cov)) + dot(towards, times(G.inverse, towards)),
    );
  };
  return {
    beta,
    betaSe: beta.map((_, i) => Math.sqrt(G.inverse[i]?.[i] as number)),
    criterion: log + G.log + dot(residual, Py) + (rows - columns.length) * Math.log(2 * Math.PI),
    ratee: people.map(({ effect }) => effect),
    rateeSe: people.map(({ se }) => se),
    rater: judges.map(({ effect }) => effect),
    raterSe: judges.map(({ se }) => se),
    differenceSe,
  };
}

function square(size: number, at: (i: number, j: number) => number): number[][] {
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => at(i, j)));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] as number), 0);
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

/** Gauss–Jordan without exchange: enough for positive definite matrices. */
function invert(matrix: readonly (readonly number[])[]): { inverse: number[][]; log: number } {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let log = 0;
  for (let k = 0; k < size; k++) {
    const pivotRow = rows[k] as number[];
    const pivot = pivotRow[k] as number;
    log += Math.log(pivot);
    for (let j = 0; j < 2 * size; j++) pivotRow[j] = (pivotRow[j] as number) / pivot;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const row = rows[i] as number[];
      const factor = row[k] as number;
      for (let j = 0; j < 2 * size; j++) row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  return { inverse: rows.map((row) => row.slice(size)), log };
}
