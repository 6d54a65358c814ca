import { describe, expect, it } from 'vitest';
import { fitRasch, type OrdinalRatings, pairBiases, type RaschOptions } from './index.ts';

function fitted(ratings: OrdinalRatings, options?: RaschOptions) {
  const fit = fitRasch(ratings, options);
  if (fit.kind !== 'estimated') throw new Error(fit.reason);
  return fit;
}

describe('hard cases', () => {
  const ratings = (cells: readonly (readonly [number, number, number])[]): OrdinalRatings => ({
    ratees: Math.max(...cells.map(([ratee]) => ratee)) + 1,
    raters: Math.max(...cells.map(([, rater]) => rater)) + 1,
    ratee: Int32Array.from(cells, ([ratee]) => ratee),
    rater: Int32Array.from(cells, ([, rater]) => rater),
    category: cells.map(([, , category]) => category),
  });

  it('too few, all equal, islands', () => {
    expect(fitRasch(ratings([[0, 0, 3]]))).toMatchObject({ reason: 'too-few' });
    expect(
      fitRasch(
        ratings([
          [0, 0, 3],
          [1, 0, 3],
        ]),
      ),
    ).toMatchObject({ reason: 'no-variation' });
    const islands = ratings([
      [0, 0, 1],
      [0, 0, 2],
      [1, 0, 2],
      [1, 0, 1],
      [2, 1, 1],
      [2, 1, 2],
      [3, 1, 2],
      [3, 1, 1],
    ]);
    expect(fitRasch(islands, { method: 'jml' })).toMatchObject({ reason: 'not-crossed' });
    expect(fitRasch(islands)).toMatchObject({ kind: 'estimated' });
  });

  it('one rating each, a single ratee, a single rater', () => {
    const single = ratings(
      Array.from({ length: 5000 }, (_, at) => [at, at % 50, 1 + ((at * 7) % 3)] as const),
    );
    const each = fitted(single);
    expect(each.ratee.measure.every(Number.isFinite)).toBe(true);
    // One rating tells little: most of the prior's spread is left.
    expect(Math.min(...each.ratee.se)).toBeGreaterThan(0.7);
    const alone = fitted(
      ratings([
        [0, 0, 1],
        [0, 1, 2],
        [0, 2, 3],
      ]),
    );
    expect([alone.ratee.measure[0], alone.ratee.separation]).toEqual([expect.closeTo(0, 9), 0]);
    const oneRater = fitted(
      ratings([
        [0, 0, 1],
        [1, 0, 2],
        [2, 0, 3],
      ]),
    );
    expect(oneRater.ratee.measure[2]).toBeGreaterThan(oneRater.ratee.measure[0] ?? 9);
  });

  const mixed = ratings([
    [0, 0, 3],
    [0, 1, 3],
    [1, 0, 1],
    [1, 1, 2],
    [2, 0, 2],
    [2, 1, 1],
    [3, 0, 2],
    [3, 1, 2],
    [4, 0, 1],
    [4, 1, 1],
    [5, 0, 2],
    [5, 1, 1],
  ]);
  it('extremes have no finite measure without priors, and one with them', () => {
    const plain = fitted({ ...mixed, ratees: 7 }, { method: 'jml' });
    // Without the first, nobody got 3, and the fourth has the highest there is.
    const found = ['extreme', 'estimated', 'estimated', 'extreme', 'extreme', 'estimated', 'absent'];
    expect(plain.ratee.status).toEqual(found);
    expect([plain.ratee.measure[0], plain.ratee.measure[4]]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]);
    expect(plain.ratee.se[6]).toBe(Number.POSITIVE_INFINITY);
    expect(plain.ratings).toBe(6);
    const pulled = fitted({ ...mixed, ratees: 7 });
    expect(pulled.ratee.measure[0]).toBeGreaterThan(pulled.ratee.measure[1] ?? 9);
    // Nobody rated the last: what is known is the prior.
    expect([pulled.ratee.measure[6], pulled.ratee.se[6]]).toEqual([0, 1]);
    for (const values of [pulled.ratee, pulled.rater]) {
      for (const figure of [
        values.measure,
        values.se,
        values.infit,
        values.infitZ,
        values.outfit,
        values.outfitZ,
      ]) {
        expect(figure.some(Number.isNaN)).toBe(false);
      }
    }
  });

  it('a pair with only the highest ratings has no amount of bias', () => {
    const pairs = pairBiases(mixed, fitted(mixed));
    expect(pairs.find(({ ratee, rater }) => ratee === 0 && rater === 0)).not.toHaveProperty('bias');
  });

  it('categories that nobody used are closed up', () => {
    const spread = { ...mixed, category: Array.from(mixed.category, (value) => value * 10) };
    const [one, other] = [fitted(mixed), fitted(spread)];
    expect(other.categories).toEqual([10, 20, 30]);
    expect(other.ratee.measure).toEqual(one.ratee.measure);
  });
});
