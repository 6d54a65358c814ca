import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// mpmath 1.3.0 at 40 digits.
import known from '../../../test/data/statistics/distributions.expected.json' with { type: 'json' };
import * as special from './special.ts';

const relativeError = (value: number, wanted: number) => Math.abs(value - wanted) / Math.abs(wanted || 1);

describe('distribution functions and quantiles', () => {
  const functions = {
    normalUpper: special.normalUpper,
    normalQuantile: special.normalQuantile,
    logGamma: special.logGamma,
    studentUpper: special.studentUpper,
    studentQuantile: special.studentQuantile,
    fUpper: special.fUpper,
    fQuantile: special.fQuantile,
    chiSquareUpper: special.chiSquareUpper,
    chiSquareQuantile: special.chiSquareQuantile,
    binomialMass: special.binomialMass,
    binomialUpper: special.binomialUpper,
  };
  it.each(Object.keys(functions) as (keyof typeof functions)[])('%s to twelve digits', (name) => {
    const rows = known[name];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const wanted = row.at(-1) ?? Number.NaN;
      const value = (functions[name] as (...given: number[]) => number)(...row.slice(0, -1));
      expect([row, relativeError(value, wanted) < 1e-12]).toEqual([row, true]);
    }
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, tables 1.3.6.7.2 to 1.3.6.7.4.
  it('the printed tables', () => {
    expect(special.studentQuantile(0.975, 10)).toBeCloseTo(2.228, 3);
    expect(special.fQuantile(0.95, 3, 10)).toBeCloseTo(3.708, 3);
    expect(special.chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307, 3);
  });

  it('both sides add up to one and quantiles lead back', () => {
    const degrees = fc.double({ min: 0.5, max: 5000, noNaN: true });
    const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
    fc.assert(
      fc.property(share, degrees, degrees, (p, first, second) => {
        const f = special.fQuantile(p, first, second);
        const x = special.chiSquareQuantile(p, first);
        const t = special.studentQuantile(p, first);
        // Beyond 1e300 a double has no room for the answer.
        if (f > 1e-300 && f < 1e300)
          expect(relativeError(special.fCdf(f, first, second), p)).toBeLessThan(1e-9);
        if (x > 1e-300) expect(relativeError(special.chiSquareCdf(x, first), p)).toBeLessThan(1e-9);
        expect(relativeError(special.studentCdf(t, first), p)).toBeLessThan(1e-9);
        expect(relativeError(special.normalCdf(special.normalQuantile(p)), p)).toBeLessThan(1e-12);
        expect(special.fCdf(f, first, second) + special.fUpper(f, first, second)).toBeCloseTo(1, 12);
        expect(special.chiSquareCdf(x, first) + special.chiSquareUpper(x, first)).toBeCloseTo(1, 12);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('binomial tails are sums of the single chances', () => {
    for (const [trials, chance] of [
      [1, 0.5],
      [12, 0.07],
      [60, 0.6],
    ] as const) {
      let above = 1;
      for (let count = 0; count <= trials; count += 1) {
        expect(special.binomialUpper(count, trials, chance)).toBeCloseTo(above, 13);
        above -= special.binomialMass(count, trials, chance);
        expect(special.binomialCdf(count, trials, chance)).toBeCloseTo(1 - above, 13);
      }
    }
    expect([
      special.binomialUpper(0, 5, 0),
      special.binomialUpper(1, 5, 0),
      special.binomialMass(5, 5, 1),
    ]).toEqual([1, 0, 1]);
  });

  it('edges are values, never NaN', () => {
    expect(special.normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(special.normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect([special.normalCdf(-50), special.normalCdf(50)]).toEqual([0, 1]);
    expect([special.fUpper(0, 2, 3), special.fUpper(Number.POSITIVE_INFINITY, 2, 3)]).toEqual([1, 0]);
    expect([special.chiSquareUpper(0, 2), special.chiSquareUpper(Number.POSITIVE_INFINITY, 2)]).toEqual([
      1, 0,
    ]);
    expect([special.studentUpper(Number.POSITIVE_INFINITY, 2), special.studentQuantile(0.5, 3)]).toEqual([
      0, 0,
    ]);
  });
});
