/** Known values and properties of the rules on absence and allowance. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedPaths } from '../../../test/support/rules.ts';
import { ABSENCE_SANCTIONS, type AllowanceInput, absenceSanction, allowance, ruleNamed } from './index.ts';

describe('absence-sanction', () => {
  // PP 94/2021 Articles 9, 10 and 11(2)d: each range on its first and last day.
  it.each([
    [0, 'none', 'none'],
    [2, 'none', 'none'],
    [3, 'light', 'teguran-lisan'],
    [4, 'light', 'teguran-tertulis'],
    [6, 'light', 'teguran-tertulis'],
    [7, 'light', 'pernyataan-tidak-puas'],
    [10, 'light', 'pernyataan-tidak-puas'],
    [11, 'medium', 'tpp-25-6-bulan'],
    [13, 'medium', 'tpp-25-6-bulan'],
    [14, 'medium', 'tpp-25-9-bulan'],
    [16, 'medium', 'tpp-25-9-bulan'],
    [17, 'medium', 'tpp-25-12-bulan'],
    [20, 'medium', 'tpp-25-12-bulan'],
    [21, 'severe', 'penurunan-jabatan'],
    [24, 'severe', 'penurunan-jabatan'],
    [25, 'severe', 'pembebasan-jabatan'],
    [27, 'severe', 'pembebasan-jabatan'],
    [28, 'severe', 'pemberhentian'],
    [366, 'severe', 'pemberhentian'],
  ] as const)('%i days: %s, %s', (days, level, sanction) => {
    expect(absenceSanction({ days, consecutive: 0 })).toEqual({ level, sanction });
    expect(absenceSanction({ days, consecutive: Math.min(days, 9) })).toEqual({ level, sanction });
  });

  it.each([10, 11, 20, 28])('%i days in a row: dismissal', (days) => {
    expect(absenceSanction({ days, consecutive: days })).toEqual({
      level: 'severe',
      sanction: 'pemberhentian',
    });
    expect(absenceSanction({ days: 40, consecutive: days }).sanction).toBe('pemberhentian');
  });

  it('never becomes lighter with one day more', () => {
    const weight = (days: number, consecutive: number) =>
      ABSENCE_SANCTIONS.indexOf(absenceSanction({ days, consecutive }).sanction);
    for (let days = 1; days <= 40; days += 1) {
      expect(weight(days, 0)).toBeGreaterThanOrEqual(weight(days - 1, 0));
      for (let run = 1; run <= days; run += 1)
        expect(weight(days, run)).toBeGreaterThanOrEqual(weight(days, run - 1));
    }
  });

  it.each<[number, string]>([
    [3, 'in the range of 3 days'],
    [5, 'in the range of 4 to 6 days'],
    [12, 'in the range of 11 to 13 days'],
    [30, 'in the range of 28 or more days'],
    [1, 'fewer than 3'],
  ])('%i days are explained by their range', (days, words) => {
    const answer = ruleNamed('absence-sanction')?.run({ days, consecutive: 0 });
    expect(answer?.ok && answer.output.explanation.rule.en).toContain(words);
  });

  it.each<[unknown, readonly string[]]>([
    [{ days: -1, consecutive: 0 }, ['days']],
    [{ days: 367, consecutive: 0 }, ['days']],
    [{ days: 2.5, consecutive: 0 }, ['days']],
    [{ days: 3, consecutive: 4 }, ['consecutive']],
    [{ days: 3 }, ['consecutive']],
  ])('refuses %j', (given, expected) => {
    expect(refusedPaths('absence-sanction', given)).toEqual(expected);
  });
});

describe('allowance', () => {
  const usual = {
    base: '2000000',
    productivityPercent: '100',
    disciplinePercent: '90',
    weights: { productivity: '60', discipline: '40' },
  } satisfies AllowanceInput;

  // 60 % productivity and 40 % discipline as in the regulation of Kota Magelang; 4 % a day as in Kotamobagu.
  it.each<[Partial<AllowanceInput>, string]>([
    [{}, '1920000.00'],
    [{ deductionsPercent: [] }, '1920000.00'],
    [{ disciplinePercent: '100', deductionsPercent: ['4', '4'] }, '1840000.00'],
    [{ deductionsPercent: ['4', '4'] }, '1766400.00'],
    [{ weights: { productivity: '40', discipline: '60' } }, '1880000.00'],
    [{ productivityPercent: '0', disciplinePercent: '100' }, '800000.00'],
    [{ deductionsPercent: ['100'] }, '0.00'],
    [{ deductionsPercent: ['60', '60'] }, '0.00'],
    [{ base: '0' }, '0.00'],
    // Half a cent is rounded up, anything less is rounded down.
    [{ base: '0.01', disciplinePercent: '100', deductionsPercent: ['50'] }, '0.01'],
    [{ base: '0.01', disciplinePercent: '100', deductionsPercent: ['50.0001'] }, '0.00'],
    [{ base: '999999999999.99', disciplinePercent: '100', deductionsPercent: ['0.0001'] }, '999998999999.99'],
  ])('%j: %s', (change, amount) => {
    expect(allowance({ ...usual, ...change })).toBe(amount);
  });

  const percent = fc
    .integer({ min: 0, max: 1_000_000 })
    .map((value) => new Decimal(value).div(10_000).toFixed());
  it('lies between nothing and the base, and falls with every deduction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        percent,
        percent,
        percent,
        fc.array(percent, { maxLength: 5 }),
        percent,
        (base, productivityPercent, disciplinePercent, weight, deductionsPercent, more) => {
          const given = {
            base: String(base),
            productivityPercent,
            disciplinePercent,
            weights: { productivity: weight, discipline: new Decimal(100).minus(weight).toFixed() },
          };
          const amount = new Decimal(allowance({ ...given, deductionsPercent }));
          expect(amount.gte(0) && amount.lte(base)).toBe(true);
          const less = allowance({ ...given, deductionsPercent: [...deductionsPercent, more] });
          expect(amount.gte(less)).toBe(true);
          expect(ruleNamed('allowance')?.run({ ...given, deductionsPercent })).toMatchObject({
            ok: true,
            output: { allowance: amount.toFixed(2) },
          });
        },
      ),
    );
  });

  it.each<[object, readonly string[]]>([
    [{ base: 2_000_000 }, ['base']],
    [{ base: '-1' }, ['base']],
    [{ base: '2.000.000' }, ['base']],
    [{ base: '1e6' }, ['base']],
    [{ base: '1.005' }, ['base']],
    [{ productivityPercent: '100.1' }, ['productivityPercent']],
    [{ weights: { productivity: '60', discipline: '30' } }, ['weights']],
    [{ weights: { productivity: '60.0001', discipline: '40' } }, ['weights']],
    [{ weights: { productivity: '100' } }, ['weights.discipline']],
    [{ weights: { productivity: '50', discipline: '40', service: '10' } }, ['weights.service']],
    [{ deductionsPercent: ['4', '-4'] }, ['deductionsPercent[1]']],
    [{ deductionsPercent: '4' }, ['deductionsPercent']],
    [{ deductionsPercent: [4] }, ['deductionsPercent[0]']],
  ])('refuses %j', (change, expected) => {
    expect(refusedPaths('allowance', { ...usual, ...change })).toEqual(expected);
  });
});
