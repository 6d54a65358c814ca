import { expect, it } from 'vitest';
import { component } from '../../../../test/support/components.ts';

/** PermenPANRB 8/2021, as in planned-results.examples.yaml. */
const LAW = {
  roundPercent: 0,
  segments: [
    { from: 0, to: 59, score: 0, reaching: 49 },
    { from: 60, to: 79, score: 50, reaching: 69 },
    { from: 80, to: 99, score: 70, reaching: 89 },
    { from: 100, to: 100, score: 109 },
    { from: 101, to: 110, score: 110, reaching: 120 },
    { from: 111, score: 120 },
  ],
};
const equal = component({
  mechanism: 'planned-results',
  weighting: 'equal',
  scale: 'skala',
  conversion: LAW,
  maximumAchieved: 120,
});

it('says who judged a line and why, and names lines and indicators as the plan does', () => {
  const evidence = {
    lines: [
      { kind: 'main', level: 'l1' },
      { kind: 'main', excused: true },
      {
        kind: 'main',
        indicators: [{ direction: 'higher', target: '3', summary: 'sum', realisations: ['1', '2'] }],
      },
    ],
  };
  const explanation = equal.explain(evidence, {
    'k.lines[0].level': { who: 'Rina', note: 'Rapi' },
    'k.lines[1]': {
      label: { id: 'Laporan', en: 'Report' },
      who: 'Rina',
      when: '2026-11-21',
      note: 'Cuti melahirkan',
    },
    'k.lines[2].indicators[0]': { label: { id: 'Cakupan', en: 'Coverage' } },
    'k.lines[2].indicators[0].realisations[1]': { who: 'Budi' },
  });
  expect(explanation.rule.id).toBe(
    'Rata-rata nilai 2 hasil kerja, berbobot sama: (100 + 109) ÷ 2 = 104,5. Dikecualikan, sehingga tidak dihitung dan bobotnya dibagi kembali kepada yang lain: Laporan.',
  );
  const [level, excused, measured] = explanation.children;
  expect(level?.inputs[0]).toMatchObject({ path: 'k.lines[0].level', source: { who: 'Rina', note: 'Rapi' } });
  expect(excused).toMatchObject({ label: { id: 'Laporan' }, weight: '0' });
  expect(excused?.inputs.map(({ source }) => source)).toEqual([
    { who: 'Rina', when: '2026-11-21', note: 'Cuti melahirkan' },
    { who: 'Rina', when: '2026-11-21' },
  ]);
  expect(measured?.children[0]).toMatchObject({
    label: { id: 'Cakupan' },
    rule: { id: 'Makin tinggi makin baik: jumlah realisasi 3 ÷ target 3. Capaian 100 %.' },
  });
  expect(measured?.children[0]?.inputs.at(-1)?.source).toEqual({ who: 'Budi' });
});

it.each([
  [
    { direction: 'higher', target: '10', summary: 'latest', realisations: ['15'] },
    'Hasilnya 150 %, dihitung 111 % karena itulah capaian tertinggi yang dihitung.',
  ],
  [
    { direction: 'lower', target: '10', summary: 'latest', realisations: ['0'] },
    'Dihitung 111 %, capaian tertinggi yang dihitung.',
  ],
  [
    { direction: 'higher', target: '10', summary: 'latest', realisations: ['10'], maximum: true },
    'Hasilnya 100 %. Target ini yang terbaik yang mungkin dan tercapai, maka dihitung 110 %.',
  ],
  [
    { direction: 'range', lowest: '5', highest: '10', summary: 'latest', realisations: ['7.5'] },
    'Realisasi 7,5 berada dalam rentang 5 sampai 10. Capaian 100 %.',
  ],
  [
    { direction: 'reversed', target: '0', summary: 'latest', realisations: ['2'] },
    'Makin rendah makin baik: target 0 tidak tercapai, realisasi 2. Capaian 0 %.',
  ],
])('says how an achievement was counted %#', (indicator, said) => {
  const [line] = equal.explain({ lines: [{ kind: 'main', indicators: [indicator] }] }, {}).children;
  expect(line?.children[0]?.rule.id).toContain(said);
});
