import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueFindings, measurabilityGaps, type StatedIndicator } from './measurability.ts';
import { parseScheme } from './parse.ts';
import { MEASURABLE_PARTS, type MeasurablePart } from './sections.ts';

const WHOLE: StatedIndicator = {
  unit: '%',
  baseline: '72,5 % (2025)',
  target: { value: '78', upper: null, text: '78 %', direction: 'higher' },
  source: 'Laporan bulanan puskesmas',
  period: { from: '2026-01-01', until: '2026-12-31' },
};
const EMPTY: StatedIndicator = {
  unit: ' ',
  baseline: '',
  target: { value: null, upper: null, text: 'Pelayanan meningkat', direction: 'higher' },
  source: '-',
  period: WHOLE.period,
};
const parts = (indicator: StatedIndicator, require: readonly MeasurablePart[] = MEASURABLE_PARTS) =>
  measurabilityGaps(require, indicator).map(({ part }) => part);
const withTarget = (target: Partial<StatedIndicator['target']>, more: Partial<StatedIndicator> = {}) => ({
  ...WHOLE,
  ...more,
  target: { ...WHOLE.target, ...target },
});

describe('an indicator can be measured', () => {
  it('when it states everything', () => {
    expect(parts(WHOLE)).toEqual([]);
  });

  it('and otherwise each missing part is named, with why and the remedy in both languages', () => {
    const gaps = measurabilityGaps(MEASURABLE_PARTS, EMPTY);
    expect(gaps.map(({ part }) => part)).toEqual(['unit', 'baseline', 'target', 'source']);
    for (const { what, why, remedy } of gaps)
      for (const said of [what, why, remedy])
        for (const language of ['id', 'en'] as const) expect(said[language].length).toBeGreaterThan(10);
  });

  it.each([
    ['words without a number', withTarget({ value: null, text: 'sangat baik' }), ['target']],
    ['a number in words on paper', withTarget({ value: null, text: 'paling sedikit 12 laporan' }), []],
    ['a day, which needs no unit', withTarget({ value: null, text: '31 Maret' }, { unit: '' }), []],
    ['a range with both ends', withTarget({ direction: 'range', value: '36', upper: '37.5' }), []],
    ['a range with one end', withTarget({ direction: 'range', value: '36' }), ['target']],
    ['a range the wrong way round', withTarget({ direction: 'range', value: '9', upper: '5' }), ['target']],
    ['a year after the period', withTarget({ text: '78 % pada 2027' }), ['period']],
    ['a year of the period', withTarget({ text: '78 % pada akhir 2026' }), []],
    ['a number that only looks like a year', withTarget({ text: '120261 orang' }), []],
    ['a baseline that was never measured', { ...WHOLE, baseline: 'Belum pernah diukur' }, []],
    ['a baseline in mere words', { ...WHOLE, baseline: 'cukup rendah' }, ['baseline']],
    ['a unit that is only a dash', { ...WHOLE, unit: '–' }, ['unit']],
    ['a source that is only a question mark', { ...WHOLE, source: '?' }, ['source']],
  ])('judged by what is stated: %s', (_, indicator, expected) => {
    expect(parts(indicator)).toEqual(expected);
  });

  it('is asked only for what the scheme asks for, and a gap never depends on the other parts asked for', () => {
    fc.assert(
      fc.property(fc.subarray([...MEASURABLE_PARTS]), (require) => {
        expect(parts(EMPTY, require)).toEqual(parts(EMPTY).filter((part) => require.includes(part)));
      }),
    );
  });
});

describe('the catalogue of a scheme', () => {
  // The graduation rate of schemes/kota-sawahlunto/sawahlunto-capaian, as its catalogue states it.
  const both = (id: string, en: string) => ({ id, en });
  const complete = {
    code: 'angka-kelulusan',
    component: 'dampak',
    jobFamily: both('Pendidikan', 'Education'),
    label: both('Angka kelulusan', 'Graduation rate'),
    meaning: both('Siswa tingkat akhir yang lulus.', 'Final-year pupils who graduate.'),
    measure: both('Siswa lulus dibagi siswa tingkat akhir, dikali 100.', 'Graduates by pupils, times 100.'),
    unit: both('persen', 'percent'),
    direction: 'higher',
    dataSource: both('Data pokok pendidikan kementerian', "The ministry's school data"),
    example: both('Data awal 97,2; target 99; hasil 98,6 persen.', 'Baseline 97.2; target 99; result 98.6.'),
  } as const;
  const gapsOf = (change: object) =>
    catalogueFindings({
      measurability: { require: [...MEASURABLE_PARTS], basis: [{ regulation: 'p6' }] },
      indicators: [{ ...complete, ...change }],
    }).flatMap(({ gaps }) => gaps.map(({ part }) => part));

  it('is judged by its example, unit and source', () => {
    expect(gapsOf({})).toEqual([]);
    expect(gapsOf({ example: { id: 'Target 30, tercapai 33.', en: 'Target 30, reached 33.' } })).toEqual([
      'baseline',
    ]);
    expect(gapsOf({ example: { id: 'Lulus semua.', en: 'All pass.' } })).toEqual(['baseline', 'target']);
    expect(gapsOf({ unit: { id: '-', en: '-' }, dataSource: { id: '?', en: '?' } })).toEqual([
      'unit',
      'source',
    ]);
  });

  it('has nothing to answer where the scheme asks for nothing', () => {
    expect(catalogueFindings({ indicators: [complete] })).toEqual([]);
  });

  const shipped = readdirSync('schemes', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('scheme.yaml'),
  );
  it.each(shipped)('of %s passes what the scheme itself asks for', (name) => {
    const parsed = parseScheme(readFileSync(`schemes/${name}`, 'utf8'), name);
    expect(parsed.ok && catalogueFindings(parsed.scheme)).toEqual([]);
  });
});
