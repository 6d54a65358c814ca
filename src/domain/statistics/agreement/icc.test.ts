import { describe, expect, it } from 'vitest';
import shroutFleiss from '../../../../test/data/statistics/shrout_fleiss_1979.expected.json' with {
  type: 'json',
};
import { referenceNumbers } from '../../../../test/support/reference-data.ts';
import { randomSource } from '../random.ts';
import { type IccForm, intraclassCorrelations } from './icc.ts';

describe('intraclass correlations', () => {
  const judged = referenceNumbers('shrout_fleiss_1979', 1);

  it('the six forms of the published table, with their limits', () => {
    const result = intraclassCorrelations(judged);
    if (result.kind !== 'estimated') throw new Error(result.reason);
    const { BMS, JMS, WMS, EMS, table } = shroutFleiss.computed;
    const { between, judges, within, residual } = result.meanSquares;
    for (const [value, known] of [
      [between, BMS],
      [judges, JMS],
      [within, WMS],
      [residual, EMS],
    ] as const) {
      expect(value).toBeCloseTo(known, 11);
    }
    for (const { type, ...known } of table) {
      const form = result.forms[type as IccForm];
      expect(form).toMatchObject({ df1: known.df1, df2: known.df2 });
      for (const key of ['icc', 'F', 'p', 'lower95', 'upper95'] as const) {
        expect([type, key, form.kind === 'estimated' && form[key]]).toEqual([
          type,
          key,
          expect.closeTo(known[key], 11),
        ]);
      }
    }
    const { ICC11, ICC21, ICC31, ICC1k, ICC2k, ICC3k } = shroutFleiss.published;
    const printed = [ICC11, ICC21, ICC31, ICC1k, ICC2k, ICC3k];
    for (const [position, form] of Object.values(result.forms).entries()) {
      expect(form).toMatchObject({ icc: expect.closeTo(printed[position] ?? 0, 2) });
    }
  });

  it('perfect agreement is one, with no width', () => {
    const result = intraclassCorrelations([
      [1, 1],
      [2, 2],
      [5, 5],
    ]);
    if (result.kind !== 'estimated') throw new Error(result.reason);
    for (const form of Object.values(result.forms)) {
      expect(form).toMatchObject({ icc: 1, F: Number.POSITIVE_INFINITY, p: 0, lower95: 1, upper95: 1 });
    }
  });

  it('judges who differ by severity alone are consistent, and do not agree', () => {
    const result = intraclassCorrelations([
      [1, 4],
      [2, 5],
      [5, 8],
    ]);
    if (result.kind !== 'estimated') throw new Error(result.reason);
    const { ICC2, ICC3 } = result.forms;
    expect(ICC3).toMatchObject({ icc: 1, lower95: 1 });
    // (B − E)/(B + (k−1)E + k(J − E)/n) by hand: B = 26/3, J = 27/2, E = 0.
    expect(ICC2).toMatchObject({ icc: expect.closeTo(26 / 3 / (26 / 3 + 9), 12) });
  });

  it.each([
    [[], 'too-few'],
    [[[1, 2, 3]], 'too-few'],
    [[[1], [2]], 'too-few'],
    [
      [
        [3, 3],
        [3, 3],
      ],
      'no-variation',
    ],
    [
      [
        [1, 3],
        [3, 1],
      ],
      'no-variation',
    ],
    [
      [
        [0.1, 0.3],
        [0.3, 0.1],
        [0.1, 0.3],
      ],
      'no-variation',
    ],
  ])('%j is not estimable: %s', (table, reason) => {
    expect(intraclassCorrelations(table)).toEqual({ kind: 'not-estimable', reason });
  });

  it('limits hold the correlation in 95 of 100 tables, and nothing is ever NaN', () => {
    const random = randomSource(4);
    const held = { ICC1: 0, ICC2: 0, ICC3: 0 };
    const runs = 1000;
    for (let run = 0; run < runs; run += 1) {
      const severity = Array.from({ length: 4 }, () => 0.7 * random.normal());
      const table = Array.from({ length: 12 }, () => {
        const target = random.normal();
        return severity.map((judge) => target + judge + random.normal());
      });
      const result = intraclassCorrelations(table);
      if (result.kind !== 'estimated') throw new Error(result.reason);
      for (const form of Object.values(result.forms)) expect(JSON.stringify(form)).not.toContain('null');
      const truth = { ICC1: 1 / 2.49, ICC2: 1 / 2.49, ICC3: 1 / 2 };
      for (const name of ['ICC1', 'ICC2', 'ICC3'] as const) {
        const form = result.forms[name];
        if (form.kind === 'estimated' && form.lower95 <= truth[name] && truth[name] <= form.upper95)
          held[name] += 1;
      }
    }
    // ICC1 is not of this model (its judges change with the target); the other two are.
    expect(held.ICC3 / runs).toBeGreaterThan(0.935);
    expect(held.ICC3 / runs).toBeLessThan(0.965);
    expect(held.ICC2 / runs).toBeGreaterThan(0.93);
    expect(held.ICC2 / runs).toBeLessThan(0.975);
  });
});
