import { describe, expect, it } from 'vitest';
import { referenceNumbers } from '../../../../test/support/reference-data.ts';
import { randomSource } from '../random.ts';
import { calibratePanel, type OrdinalRatings } from './index.ts';
import { minimise } from './quasi-newton.ts';

function calibrated(...given: Parameters<typeof calibratePanel>) {
  const fit = calibratePanel(...given);
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  return fit;
}

const rows = referenceNumbers('guilford_creativity');
const level = (column: number) => Int32Array.from(rows, (row) => (row[column] ?? 0) - 1);
const scientists: OrdinalRatings = {
  ratees: 7,
  raters: 3,
  items: 5,
  rater: level(0),
  ratee: level(1),
  item: level(2),
  category: rows.map((row) => row[3] ?? 0),
};

describe('calibrating a panel', () => {
  // SciPy 1.17.1: the same likelihood by Gauss–Hermite quadrature of 121 points, BFGS and Newton.
  it('of Guilford as found independently', () => {
    const fit = calibrated(scientists);
    const near = (values: readonly number[], digits: number) =>
      values.map((value) => expect.closeTo(value, digits));
    expect(fit.logLikelihood).toBeCloseTo(-175.4288318, 6);
    expect(fit.deviation).toBeCloseTo(0.378531989, 7);
    expect(fit.deviationSe).toBeCloseTo(0.134934, 5);
    expect([...fit.rater.measure]).toEqual(near([0.03569382, 0.22720226, -0.09052581], 7));
    expect([...(fit.rater.se ?? [])]).toEqual(near([0.19910018, 0.20147641, 0.19880015], 5));
    expect([...(fit.item?.measure ?? [])].slice(0, 4)).toEqual(
      near([-0.26030565, -0.13693362, 0.19527351, -0.28096972], 7),
    );
    expect([...(fit.item?.se ?? [])].slice(0, 2)).toEqual(near([0.13370225, 0.13011329], 5));
    expect([...fit.threshold.measure].slice(0, 3)).toEqual(near([-0.59652701, -2.27285257, 0.86422045], 6));
    expect([...(fit.threshold.se ?? [])].slice(0, 2)).toEqual(near([0.69091081, 0.5612221], 5));
  });

  it('finds the spread of simulated ratees with four ratings on three points each', () => {
    const random = randomSource(12);
    const [ratees, raters, each] = [800, 12, 4];
    const severity = Array.from({ length: raters }, () => 0.5 * random.normal());
    const ability = Array.from({ length: ratees }, () => 1.2 * random.normal());
    const ratee = Int32Array.from({ length: ratees * each }, (_, row) => Math.floor(row / each));
    const rater = Int32Array.from(ratee, () => random.integer(raters));
    const category = Array.from(ratee, (person, row) => {
      const eta = (ability[person] ?? 0) - (severity[rater[row] ?? 0] ?? 0);
      const [one, two] = [Math.exp(eta + 0.8), Math.exp(2 * eta)];
      const left = random.uniform() * (1 + one + two);
      return left < 1 ? 1 : left < 1 + one ? 2 : 3;
    });
    const fit = calibrated({ ratees, raters, ratee, rater, category });
    const within = (value: number | undefined, truth: number, se: number | undefined) =>
      expect(Math.abs((value ?? Number.NaN) - truth)).toBeLessThan(3.5 * (se ?? 0));
    within(fit.deviation, 1.2, fit.deviationSe);
    within(fit.threshold.measure[0], -0.8, fit.threshold.se?.[0]);
    for (const [by, truth] of severity.entries()) within(fit.rater.measure[by], truth, fit.rater.se?.[by]);
    const held = ability.filter(
      (truth, at) => Math.abs((fit.ratee.measure[at] ?? 0) - truth) < 1.96 * (fit.ratee.se[at] ?? 0),
    );
    expect(held.length / ratees).toBeGreaterThan(0.93);
    expect(held.length / ratees).toBeLessThan(0.97);
    expect(fit.reliability).toBeGreaterThan(0.5);
  });

  it('says what it cannot tell, and knows only the population of whom nobody rated', () => {
    const one = {
      ratees: 1,
      raters: 2,
      ratee: Int32Array.of(0, 0),
      rater: Int32Array.of(0, 1),
      category: [1, 2],
    };
    expect(calibratePanel(one)).toMatchObject({ reason: 'too-few' });
    const equal = {
      ratees: 2,
      raters: 1,
      ratee: Int32Array.of(0, 1),
      rater: Int32Array.of(0, 0),
      category: [2, 2],
    };
    expect(calibratePanel(equal)).toMatchObject({ reason: 'no-variation' });
    const absent = calibrated({ ...scientists, ratees: 8 }, { errorsUpTo: 0 });
    expect([absent.ratee.measure[7], absent.ratee.se[7]]).toEqual([0, absent.deviation]);
    expect(absent.rater).not.toHaveProperty('se');
  });
});

it('finds the bottom of a curved valley', () => {
  // Rosenbrock's function.
  const slope = (x: Float64Array) => {
    const [a = 0, b = 0] = x;
    const value = (1 - a) ** 2 + 100 * (b - a * a) ** 2;
    return { value, gradient: Float64Array.of(-2 * (1 - a) - 400 * a * (b - a * a), 200 * (b - a * a)) };
  };
  const found = minimise(slope, Float64Array.of(-1.2, 1), 1e-9, 500);
  expect(found.converged).toBe(true);
  expect([...found.x]).toEqual([expect.closeTo(1, 8), expect.closeTo(1, 8)]);
});
