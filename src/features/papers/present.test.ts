import { expect, test } from 'vitest';
import { printDate, printDecimal, printExplanation, printPeriod } from './present.ts';
import { sampleExplanation } from './sample-explanation.ts';

test('dates and decimals as an office writes them', () => {
  expect(printDate('2026-11-21')).toBe('21 November 2026');
  expect(printDecimal('18.75')).toBe('18,75');
});

test('a half-open span is printed with its last day', () => {
  expect(printPeriod({ from: '2026-01-01', until: '2027-01-01' })).toBe('1 Januari s.d. 31 Desember 2026');
  expect(printPeriod({ from: '2025-12-01', until: '2026-03-01' })).toBe(
    '1 Desember 2025 s.d. 28 Februari 2026',
  );
});

test('an explanation keeps its shape; what is missing is said, a suggestion is called one', () => {
  const printed = printExplanation(sampleExplanation);
  expect(printed).toMatchObject({
    value: 'Baik',
    basis: ['PermenPANRB 6 Tahun 2022, Lampiran, matriks predikat'],
  });
  expect(printed.children[0]).toMatchObject({ value: 'Sesuai ekspektasi (usulan)' });
  expect(printed.children[0]?.inputs.map((input) => input.value)).toEqual([
    'Di atas ekspektasi',
    'belum ada',
  ]);
  expect(printed.children[0]?.inputs[0]?.at).toBe('18 Desember 2026');
});
