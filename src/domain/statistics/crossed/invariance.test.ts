// What must not change the answer, and what a small table may not do to it.
import { expect, test } from 'vitest';
import { sound } from '../../../../test/support/crossed-fits.ts';
import { randomSource } from '../random.ts';
import { simulate } from '../simulate.ts';
import { fitCrossed } from './index.ts';

test('roles exchanged, effects exchanged: the solver has no favourite', () => {
  for (const [design, count] of [
    ['B', 4000],
    ['C', 3000],
  ] as const) {
    const data = simulate(design, count, 12);
    const turned = {
      ...data,
      ratees: data.raters,
      raters: data.ratees,
      ratee: data.rater,
      rater: data.ratee,
    };
    const [one, other] = [sound(data), sound(turned)];
    expect(other.variance.rater).toBeCloseTo(one.variance.ratee, 6);
    expect(other.criterion).toBeCloseTo(one.criterion as number, 6);
    one.ratee.forEach((effect, i) => {
      expect(other.rater[i]).toBeCloseTo(effect, 6);
      expect(other.raterSe[i]).toBeCloseTo(one.rateeSe[i] as number, 6);
    });
  }
});

test('the same ratings give the same answer to the last digit; other seeds nearly the same', () => {
  const data = simulate('B', 20_000, 13);
  const by = (seed: number) => sound(data, { method: 'stochastic', seed });
  expect(by(1)).toEqual(by(1));
  expect(by(2).variance.rater / by(1).variance.rater).toBeCloseTo(1, 2);
});

test('the order of the rows does not matter', () => {
  const data = simulate('B', 4000, 14);
  const order = [...data.score.keys()].reverse();
  const fit = sound(data);
  const turned = sound({
    ...data,
    ratee: Int32Array.from(order, (row) => data.ratee[row] as number),
    rater: Int32Array.from(order, (row) => data.rater[row] as number),
    score: Float64Array.from(order, (row) => data.score[row] as number),
  });
  expect(turned.variance.rater).toBeCloseTo(fit.variance.rater, 6);
  expect(turned.ratee[17]).toBeCloseTo(fit.ratee[17] as number, 6);
});

test('a column that says what others say already is left out, and named', () => {
  const data = simulate('B', 4000, 15);
  const role = Float64Array.from(data.score, (_, row) => row % 2);
  const fit = sound(data, {
    fixed: [
      { name: 'role', values: role },
      { name: 'not role', values: role.map((value) => 1 - value) },
      { name: 'constant', values: role.map(() => 5) },
    ],
  });
  expect(fit.aliased).toEqual(['not role', 'constant']);
  expect(fit.fixed.map(({ name }) => name)).toEqual(['intercept', 'role', 'not role', 'constant']);
});

test('standard errors by random vectors are those of the exact path within one per cent', () => {
  for (const [design, count] of [
    ['A', 12_000],
    ['B', 12_000],
    ['C', 12_000],
  ] as const) {
    const data = simulate(design, count, 16);
    const exact = sound(data, { method: 'exact' });
    const drawn = sound(data, { method: 'stochastic' });
    expect(rootMeanRatio(drawn.rateeSe, exact.rateeSe)).toBeLessThan(0.01);
    expect(rootMeanRatio(drawn.raterSe, exact.raterSe)).toBeLessThan(0.01);
    for (const part of ['ratee', 'rater', 'residual'] as const) {
      expect(Math.abs(drawn.variance[part] - exact.variance[part])).toBeLessThan(
        0.1 * exact.varianceSe[part],
      );
    }
  }
});

test('without standard errors their arrays are empty; progress rises to 1', () => {
  const told: number[] = [];
  const fit = sound(simulate('B', 2000, 17), {
    standardErrors: false,
    onProgress: (done) => told.push(done),
  });
  expect([fit.rateeSe.length, fit.raterSe.length, fit.rateeFairSe.length]).toEqual([0, 0, 0]);
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test('hundreds of small random tables: a finite answer or a reason, and always the same kind of it', () => {
  const random = randomSource(77);
  const seen = new Set<string>();
  for (let round = 0; round < 700; round++) {
    const [ratees, raters, rows] = [1 + random.integer(12), 1 + random.integer(12), 1 + random.integer(60)];
    const scale = [3, 0][random.integer(2)] as number;
    const people = Array.from({ length: ratees }, () => scale * random.normal());
    const ratee = Int32Array.from({ length: rows }, () => random.integer(ratees));
    const rater = Int32Array.from({ length: rows }, () => random.integer(raters));
    const score = Float64Array.from(ratee, (person) =>
      Math.round(70 + (people[person] as number) + random.normal()),
    );
    const ratings = { ratees, raters, ratee, rater, score };
    const fit = fitCrossed(ratings);
    if (fit.kind === 'estimated') expect(sound(ratings).converged).toBe(true);
    else expect(fit.reason).not.toBe('no-convergence');
    seen.add(fit.kind === 'estimated' ? fit.kind : fit.reason);
  }
  for (const kind of ['estimated', 'no-residual', 'not-crossed', 'too-few']) expect(seen).toContain(kind);
});

function rootMeanRatio(values: Float64Array, reference: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) / (reference[i] as number) - 1) ** 2;
  return Math.sqrt(sum / values.length);
}
