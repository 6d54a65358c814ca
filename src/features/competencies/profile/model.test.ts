/** The profile against known values of the rule: DOMAIN of the field, Peraturan BKN 26/2019 (80 and 68 percent). */
import { describe, expect, it } from 'vitest';
import { competencyMatchRule } from '#domain/rules/index.ts';
import { decimalOf, hundredthsOf } from '../levels.ts';
import type { Assessed } from './assessed.ts';
import { gapsOf, matchOf, type Outcome, profileOf, strengthsOf } from './model.ts';

const rows = (required: readonly number[], achieved: readonly number[]) =>
  required.map((level, index) => ({ required: level, achieved: achieved[index] ?? null }));

function assessed(on: string, levels: Readonly<Record<string, readonly [number | null, number]>>): Assessed {
  return {
    personId: 'p',
    unitId: 'u',
    participantId: `part ${on}`,
    periodId: on,
    period: `Periode ${on}`,
    on,
    isRatified: true,
    scheme: { id: 'Skema', en: 'Scheme' },
    matchPercent: null,
    levels: Object.entries(levels).map(([code, [achieved, required]]) => ({
      code,
      name: { id: code, en: code },
      kind: 'managerial' as const,
      family: null,
      achieved,
      required,
    })),
  };
}

function outcome(assessedOn: string, levels: Readonly<Record<string, number>>): Outcome {
  return {
    id: assessedOn,
    assessedOn,
    institution: 'Puspenkom',
    levels: Object.fromEntries(Object.entries(levels).map(([code, level]) => [code, { level, version: 1 }])),
    note: '',
    fileName: null,
    recordedBy: '',
    recordedAt: new Date(0),
    withdrawn: null,
  };
}

const nothing = { dictionary: [], assessed: [], outcomes: [], required: new Map(), standards: [] };

describe('the match of a profile', () => {
  it('is what the rule says of its own examples', () => {
    for (const { input, output } of competencyMatchRule.examples) {
      const { required, achieved } = input as { required: number[]; achieved: number[] };
      const hundredths = achieved.map((level) => level * 100);
      const match = matchOf(rows(required, hundredths));
      expect(match).toMatchObject({ matchPercent: output.matchPercent, band: output.band });
    }
  });

  it.each([
    // Required sums to 100 levels in hundredths; the bound itself belongs to the better band.
    ['80.00', 'memenuhi-syarat', [5, 5, 5, 5], [400, 400, 400, 400]],
    ['79.95', 'masih-memenuhi-syarat', [5, 5, 5, 5], [400, 400, 400, 399]],
    ['68.00', 'masih-memenuhi-syarat', [5, 5, 5, 5], [340, 340, 340, 340]],
    ['67.95', 'kurang-memenuhi-syarat', [5, 5, 5, 5], [340, 340, 340, 339]],
  ] as const)('%s percent is %s', (matchPercent, band, required, achieved) => {
    expect(matchOf(rows(required, achieved))).toMatchObject({ matchPercent, band });
  });

  it('leaves out what nobody assessed instead of counting it as zero', () => {
    expect(matchOf([...rows([2], [200]), { required: 5, achieved: null }])?.matchPercent).toBe('100.00');
    expect(matchOf([{ required: 5, achieved: null }])).toBeUndefined();
  });
});

describe('a profile', () => {
  it('takes of each competency the latest level, from a result or an assessment centre', () => {
    const { rows: found } = profileOf({
      ...nothing,
      assessed: [
        assessed('2026-06-30', { a: [250, 3], b: [null, 3] }),
        assessed('2025-12-31', { b: [150, 2] }),
      ],
      outcomes: [outcome('2026-02-01', { a: 1, b: 4 }), outcome('2026-08-01', { c: 2 })],
    });
    const achieved = Object.fromEntries(found.map((row) => [row.code, [row.achieved, row.source?.on]]));
    expect(achieved).toEqual({
      a: [250, '2026-06-30'],
      b: [400, '2026-02-01'],
      c: [200, '2026-08-01'],
    });
  });

  it('is held against the standard of the agency, and only without one against that of the scheme', () => {
    const known = { ...nothing, assessed: [assessed('2026-06-30', { a: [250, 3], b: [300, 3] })] };
    const byScheme = profileOf(known);
    expect(byScheme.standard.kind).toBe('scheme');
    expect(gapsOf(byScheme).map(({ code, gap }) => [code, gap])).toEqual([['a', -50]]);
    const standard = {
      id: 's',
      target: 'level:pelaksana@',
      revision: 1,
      postLevel: 'pelaksana' as const,
      positionName: null,
      unitId: null,
      unitName: null,
      levels: { a: 2 },
      validFrom: '2026-01-01',
      basis: 'SK',
      recordedBy: '',
      recordedAt: new Date(0),
    };
    const byAgency = profileOf({
      ...known,
      required: new Map([['a', { level: 2, standard }]]),
      standards: [standard],
    });
    expect(byAgency.standard.kind).toBe('standards');
    expect(gapsOf(byAgency)).toEqual([]);
    expect(strengthsOf(byAgency).map(({ code, gap }) => [code, gap])).toEqual([['a', 50]]);
    expect(byAgency.rows.find(({ code }) => code === 'b')).toMatchObject({ required: null, gap: null });
  });
});

describe('levels in hundredths', () => {
  it('are read from and written to decimals exactly', () => {
    for (const [decimal, hundredths] of [
      ['2.85', 285],
      ['3', 300],
      ['0.5', 50],
      ['5', 500],
    ] as const) {
      expect(hundredthsOf(decimal)).toBe(hundredths);
      expect(decimalOf(hundredths)).toBe(decimal);
    }
    expect(decimalOf(-72)).toBe('-0.72');
    for (const wrong of ['5.01', '6', '', 'x', '2.855', '-1']) expect(hundredthsOf(wrong)).toBeUndefined();
  });
});
