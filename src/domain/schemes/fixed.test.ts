import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  divideHalfUp,
  floorDivide,
  MAXIMUM_UNITS,
  meanUnits,
  multiplyDivide,
  parseUnits,
  roundUnits,
  scaledText,
  UNITS,
  unitsText,
} from './fixed.ts';

const units = fc.integer({ min: 0, max: MAXIMUM_UNITS });
const decimals = fc.integer({ min: 0, max: 4 });

describe('reading and writing', () => {
  it.each([
    ['0', 0],
    ['100', 1_000_000],
    ['74.5', 745_000],
    ['0.0001', 1],
    ['109.9900', 1_099_900],
    ['999999999.9999', MAXIMUM_UNITS],
  ])('reads %s', (text, expected) => {
    expect(parseUnits(text)).toBe(expected);
  });

  it.each(['', '-1', '1.', '.5', '1e3', '1.00000', '1000000000', '1,5', ' 1', 5, null, undefined])(
    'refuses %j',
    (given) => {
      expect(parseUnits(given)).toBeUndefined();
    },
  );

  it('writes what it reads, without zeros at the end', () => {
    fc.assert(
      fc.property(units, (value) => {
        const text = unitsText(value);
        expect(parseUnits(text)).toBe(value);
        expect(text).toBe(new Decimal(value).dividedBy(UNITS).toFixed());
      }),
    );
  });

  it('writes any number of places, and numbers below zero', () => {
    expect(scaledText(50_077_125, 6)).toBe('50.077125');
    expect(scaledText(-15_000, 4)).toBe('-1.5');
    expect(scaledText(120, 0)).toBe('120');
  });
});

/** The same computed with arbitrary decimals. */
function expected(a: number, b: number, places: number): number {
  return new Decimal(a).dividedBy(b).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).toNumber();
}

describe('rounding half up', () => {
  Decimal.set({ precision: 60 });

  it('agrees with arbitrary decimals', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        expect(floorDivide(a, b)).toBe(new Decimal(a).dividedToIntegerBy(b).toNumber());
        expect(divideHalfUp(a, b)).toBe(expected(a, b, 0));
      }),
    );
  });

  it('takes the exact half up, and never the whole above a quotient that only looks whole', () => {
    expect(divideHalfUp(5, 2)).toBe(3);
    expect(divideHalfUp(5, 10)).toBe(1);
    expect(divideHalfUp(4, 10)).toBe(0);
    const b = 94_906_265;
    expect(floorDivide(b * b - 1, b)).toBe(b - 1);
  });

  it('multiplies first, also where the product is no longer a safe integer', () => {
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 1_000_000_000 }), (a, b) => {
        const c = Math.max(b, 1) + 7;
        const exact = new Decimal(a).times(b).dividedBy(c);
        expect(multiplyDivide(a, b, c)).toBe(exact.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());
      }),
    );
  });

  it('rounds a mean once, straight to its decimals', () => {
    expect(meanUnits(2_000_000, 3, 2)).toBe(666_700);
    // 0.49995 is nearest to 0; by way of four decimals it would become 0.5 first, and then 1.
    expect(meanUnits(9_999, 2, 0)).toBe(0);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 1, max: 400 }),
        decimals,
        (sum, n, d) => {
          const exact = new Decimal(sum).dividedBy(UNITS).dividedBy(n);
          expect(unitsText(meanUnits(sum, n, d))).toBe(
            new Decimal(exact.toFixed(d, Decimal.ROUND_HALF_UP)).toFixed(),
          );
          expect(roundUnits(meanUnits(sum, n, d), d)).toBe(meanUnits(sum, n, d));
        },
      ),
    );
  });
});
