import { describe, expect, it } from 'vitest';
import { referenceNumbers } from '../../../../test/support/reference-data.ts';
import { kendallW } from './kendall-w.ts';

describe("Kendall's W", () => {
  // scipy 1.17.1 friedmanchisquare, W = χ²/(m(n−1)).
  it.each([
    [
      'without many ties',
      referenceNumbers('shrout_fleiss_1979', 1),
      17.74074074074073,
      0.0032895092436803007,
    ],
    [
      'with ties',
      [
        [1, 2, 2],
        [1, 1, 3],
        [2, 3, 3],
        [4, 4, 1],
        [5, 4, 4],
        [5, 5, 5],
        [3, 3, 4],
      ],
      13.77777777777777,
      0.032219450456226595,
    ],
  ] as const)('%s', (_name, table, chiSquare, p) => {
    const [objects, judges] = [table.length, table[0]?.length ?? 0];
    const result = kendallW(table);
    expect(result).toMatchObject({
      W: expect.closeTo(chiSquare / (judges * (objects - 1)), 12),
      chiSquare: expect.closeTo(chiSquare, 10),
      df: objects - 1,
      p: expect.closeTo(p, 10),
    });
    // χ² is rough for so few objects, and errs on the safe side.
    expect(result.kind === 'estimated' && result.pPermutation).toBeLessThan(p);
  });

  it('shuffling gives the exact p of a small table', () => {
    // Two judges, three objects in the same order: one of six orders agrees so well, one is as far the other way (W = 0).
    const result = kendallW([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(result).toMatchObject({ W: 1, pPermutation: expect.closeTo(1 / 6, 2) });
  });

  it('says what it cannot tell', () => {
    expect(kendallW([[1, 2]])).toMatchObject({ reason: 'too-few' });
    expect(kendallW([[1], [2]])).toMatchObject({ reason: 'too-few' });
    expect(
      kendallW([
        [4, 7],
        [4, 7],
      ]),
    ).toMatchObject({ reason: 'no-variation' });
  });

  it('does not shuffle what is large', () => {
    const table = Array.from({ length: 5000 }, (_, row) => [row, (row * 7919) % 5000, row % 100]);
    const result = kendallW(table);
    expect(result).toMatchObject({ objects: 5000 });
    expect(result).not.toHaveProperty('pPermutation');
  });
});
