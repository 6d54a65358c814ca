import { describe, expect, it } from 'vitest';
import fleiss from '../../../../test/data/statistics/fleiss_diagnoses_30x6.expected.json' with {
  type: 'json',
};
import krippendorff from '../../../../test/data/statistics/krippendorff_4x12.expected.json' with {
  type: 'json',
};
import { referenceRows } from '../../../../test/support/reference-data.ts';
import { randomSource } from '../random.ts';
import { alphaOfUnits, krippendorffAlpha } from './krippendorff.ts';

describe("Krippendorff's alpha", () => {
  const coded = referenceRows('krippendorff_4x12').map((row) =>
    row.slice(1).map((cell) => (cell === '' ? undefined : Number(cell))),
  );
  const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;

  it.each(levels)('%s, with gaps, as published', (level) => {
    const result = krippendorffAlpha(coded, level);
    if (result.kind !== 'estimated') throw new Error(result.reason);
    expect(result).toMatchObject({ units: 11, values: 40 });
    expect(result.alpha).toBeCloseTo(krippendorff.computed[level], 12);
    expect(result.alpha).toBeCloseTo(krippendorff.published[level], 3);
    const { lower95 = Number.NaN, upper95 = Number.NaN } = result.interval ?? {};
    expect(lower95).toBeLessThan(result.alpha);
    expect(upper95).toBeGreaterThanOrEqual(result.alpha);
    expect(upper95).toBeLessThanOrEqual(1);
    expect(krippendorffAlpha(coded, level)).toEqual(result);
    expect(krippendorffAlpha(coded, level, { seed: 2 })).not.toEqual(result);
  });

  it('of complete data of six raters', () => {
    const names = [...new Set(referenceRows('fleiss_diagnoses_30x6').flatMap((row) => row.slice(1)))];
    const units = referenceRows('fleiss_diagnoses_30x6').map((row) =>
      row.slice(1).map((name) => names.indexOf(name)),
    );
    const result = alphaOfUnits(units, 'nominal', { draws: 0 });
    expect(result).toMatchObject({ alpha: expect.closeTo(fleiss.computed.nominal_alpha, 12) });
  });

  it('is one where all agree, and the same on any interval scale', () => {
    for (const level of levels) {
      expect(
        krippendorffAlpha(
          [
            [1, 2, 3],
            [1, 2, 3],
          ],
          level,
        ),
      ).toMatchObject({ alpha: 1 });
    }
    const moved = coded.map((row) => row.map((value) => value && 10 * value - 3));
    const [one, other] = [krippendorffAlpha(coded, 'interval'), krippendorffAlpha(moved, 'interval')];
    expect(other).toMatchObject({ alpha: expect.closeTo(one.kind === 'estimated' ? one.alpha : 0, 12) });
  });

  it('says what it cannot tell', () => {
    expect(krippendorffAlpha([], 'nominal')).toMatchObject({ reason: 'too-few' });
    expect(
      krippendorffAlpha(
        [
          [1, 2, undefined],
          [undefined, 2, 3],
        ],
        'ordinal',
      ),
    ).toMatchObject({ reason: 'too-few' });
    expect(
      krippendorffAlpha(
        [
          [2, 2, 2],
          [2, 2, 2],
        ],
        'ratio',
      ),
    ).toMatchObject({ reason: 'no-variation' });
    expect(
      krippendorffAlpha(
        [
          [0, 1],
          [0, 1],
        ],
        'ratio',
      ),
    ).toMatchObject({ alpha: 1 });
    expect(
      krippendorffAlpha(
        [
          [0, 1, 1],
          [0, 1, 2],
        ],
        'interval',
      ),
    ).not.toHaveProperty('interval');
    expect(() =>
      krippendorffAlpha(
        [
          [-1, 1],
          [1, 1],
        ],
        'ratio',
      ),
    ).toThrow(RangeError);
  });

  it('of many units, and of a million with one value each: nothing', () => {
    const random = randomSource(2);
    const units = Array.from({ length: 20_000 }, () => {
      const level = random.normal();
      return [0, 0, 0].map(() => level + random.normal());
    });
    // Half of the variance lies between units.
    const result = alphaOfUnits(units, 'interval', { draws: 0 });
    expect(result).toMatchObject({ alpha: expect.closeTo(0.5, 1), values: 60_000 });
    const single = Array.from({ length: 1_000_000 }, () => [1]);
    expect(alphaOfUnits(single, 'nominal')).toMatchObject({ reason: 'too-few' });
  });
});
