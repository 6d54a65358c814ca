import { describe, expect, it } from 'vitest';
// Benjamini & Hochberg 1995, section 4.1; adjusted values by R 4.2.2 p.adjust.
import known from '../../../test/data/statistics/benjamini_hochberg_1995.expected.json' with { type: 'json' };
import { adjustBenjaminiHochberg, adjustBenjaminiYekutieli, adjustHolm } from './multiple-testing.ts';

describe('adjusted p-values', () => {
  it.each([
    ['bh', adjustBenjaminiHochberg],
    ['by', adjustBenjaminiYekutieli],
    ['holm', adjustHolm],
  ] as const)('%s of the fifteen published tests', (name, adjust) => {
    for (const [at, value] of adjust(known.p).entries()) expect(value).toBeCloseTo(known[name][at] ?? -1, 13);
  });

  it('four findings at .05, as published; three by Bonferroni', () => {
    const q = adjustBenjaminiHochberg(Float64Array.from(known.p));
    expect(q.filter((value) => value <= 0.05)).toHaveLength(known.rejected_bh_05);
    expect(known.p.filter((value) => value * 15 <= 0.05)).toHaveLength(known.rejected_bonferroni_05);
  });

  it('keeps the order given, ties alike, and none of none', () => {
    expect([...adjustBenjaminiHochberg([0.04, 0.01, 0.04])]).toEqual([0.04, 0.03, 0.04]);
    expect([...adjustHolm([0.5, 0.01])]).toEqual([0.5, 0.02]);
    expect([...adjustBenjaminiHochberg([])]).toEqual([]);
    expect([...adjustBenjaminiYekutieli([0.2])]).toEqual([0.2]);
  });

  it('refuses what is no probability', () => {
    expect(() => adjustBenjaminiHochberg([0.1, Number.NaN])).toThrow(RangeError);
    expect(() => adjustHolm([1.5, 0.1])).toThrow(RangeError);
  });
});
