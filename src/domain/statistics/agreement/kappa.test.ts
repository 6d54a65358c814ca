import { describe, expect, it } from 'vitest';
import cohen from '../../../../test/data/statistics/cohen_1968.expected.json' with { type: 'json' };
import fleiss from '../../../../test/data/statistics/fleiss_diagnoses_30x6.expected.json' with {
  type: 'json',
};
import sexualFun from '../../../../test/data/statistics/sexualfun_4x4.expected.json' with { type: 'json' };
import { referenceNumbers, referenceRows } from '../../../../test/support/reference-data.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { cohenKappa, tableOfPairs } from './kappa.ts';

describe('kappa', () => {
  it('Cohen 1968: plain, and weighted by the disagreements published', () => {
    const table = referenceNumbers('cohen_1968');
    const { kappa, po, pe, se, se0, z, ci95 } = cohen.unweighted;
    expect(cohenKappa(table)).toMatchObject({
      cases: 200,
      kappa: expect.closeTo(kappa, 12),
      observed: expect.closeTo(po, 12),
      expected: expect.closeTo(pe, 12),
      se: expect.closeTo(se, 12),
      seNull: expect.closeTo(se0, 12),
      z: expect.closeTo(z, 10),
      lower95: expect.closeTo(ci95[0] ?? 0, 12),
      upper95: expect.closeTo(ci95[1] ?? 0, 12),
    });
    const matrix = [
      [0, 1, 3],
      [1, 0, 6],
      [3, 6, 0],
    ];
    expect(cohenKappa(table, { kind: 'disagreement', matrix })).toMatchObject({
      kappa: expect.closeTo(cohen.psych.weighted, 12),
    });
    const agreement = matrix.map((row) => row.map((value) => 1 - value / 6));
    expect(cohenKappa(table, { kind: 'agreement', matrix: agreement })).toMatchObject({
      kappa: expect.closeTo(cohen.psych.weighted, 12),
    });
  });

  it.each(['unweighted', 'linear', 'quadratic'] as const)(
    'SexualFun, %s, with both standard errors',
    (weights) => {
      const { kappa, po, pe, se, se0, z, ci95 } = sexualFun[weights];
      const result = cohenKappa(referenceNumbers('sexualfun_4x4'), weights);
      expect(result).toMatchObject({
        cases: 91,
        kappa: expect.closeTo(kappa, 12),
        observed: expect.closeTo(po, 12),
        expected: expect.closeTo(pe, 12),
        se: expect.closeTo(se, 12),
        seNull: expect.closeTo(se0, 12),
        z: expect.closeTo(z, 10),
        lower95: expect.closeTo(ci95[0] ?? 0, 12),
        upper95: expect.closeTo(ci95[1] ?? 0, 12),
      });
    },
  );

  it('counts pairs of ratings into a table', () => {
    const pairs = [
      ['a', 'a'],
      ['a', 'b'],
      ['b', 'b'],
      ['c', 'b'],
    ] as const;
    expect(tableOfPairs(pairs, ['a', 'b', 'c'])).toEqual([
      [1, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ]);
    expect(() => tableOfPairs(pairs, ['a', 'b'])).toThrow(RangeError);
  });

  it.each([
    [[[5]], 'too-few'],
    [
      [
        [1, 0],
        [0, 0],
      ],
      'too-few',
    ],
    [
      [
        [9, 0],
        [0, 0],
      ],
      'no-variation',
    ],
    [
      [
        [9, 0],
        [4, 0],
      ],
      'no-variation',
    ],
  ])('%j is not estimable: %s', (table, reason) => {
    expect(cohenKappa(table)).toEqual({ kind: 'not-estimable', reason });
  });

  it('a scale point that nobody used changes nothing but the weights', () => {
    expect(
      cohenKappa([
        [5, 1, 0],
        [2, 6, 0],
        [0, 0, 0],
      ]),
    ).toMatchObject({
      ...cohenKappa([
        [5, 1],
        [2, 6],
      ]),
      categories: 3,
    });
  });
});

describe("Fleiss' kappa", () => {
  it('of the published diagnoses, and of each of them', () => {
    const rows = referenceRows('fleiss_diagnoses_30x6').map((row) => row.slice(1));
    const names = ['Depression', 'Personality Disorder', 'Schizophrenia', 'Neurosis', 'Other'];
    const result = fleissKappa(
      rows.map((row) => names.map((name) => row.filter((cell) => cell === name).length)),
    );
    expect(result).toMatchObject({
      cases: 30,
      ratingsPerCase: 6,
      kappa: expect.closeTo(fleiss.computed.kappa, 12),
      z: expect.closeTo(fleiss.computed.z, 10),
      categories: fleiss.computed.detail.map(({ Kappa, z }) => ({
        kappa: expect.closeTo(Kappa, 3),
        z: expect.closeTo(z, 2),
      })),
    });
  });

  it('says what it cannot tell', () => {
    expect(fleissKappa([[2, 0]])).toMatchObject({ reason: 'too-few' });
    expect(
      fleissKappa([
        [1, 0],
        [0, 1],
      ]),
    ).toMatchObject({ reason: 'too-few' });
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ reason: 'no-variation' });
    expect(
      fleissKappa([
        [2, 0, 0],
        [0, 2, 0],
      ]),
    ).toMatchObject({ kappa: 1, categories: [{}, {}, { reason: 'no-variation' }] });
    expect(() =>
      fleissKappa([
        [2, 0],
        [1, 0],
      ]),
    ).toThrow(RangeError);
  });
});
