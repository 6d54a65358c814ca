/** An invented explanation with every kind of part: rule, basis, given and missing inputs, children. */
import { codedValue, decimalValue, type Explanation, MISSING } from '#domain/explanation.ts';

const matrixBasis = { regulation: 'PermenPANRB 6 Tahun 2022', article: 'Lampiran, matriks predikat' };

export const sampleExplanation: Explanation = {
  code: 'predicate',
  label: { id: 'Predikat kinerja', en: 'Performance predicate' },
  value: codedValue('predicate', 'baik', { id: 'Baik', en: 'Good' }),
  rule: {
    id: 'Matriks menyatukan rating hasil kerja dan rating perilaku: sesuai ekspektasi dan di atas ekspektasi memberi Baik.',
    en: 'The matrix joins both ratings.',
  },
  summary: {
    id: 'Predikat Anda Baik. Rating hasil kerja di atas ekspektasi akan menjadikannya Sangat Baik.',
    en: 'Your predicate is Good.',
  },
  basis: [matrixBasis],
  inputs: [],
  children: [
    {
      code: 'results',
      label: { id: 'Rating hasil kerja', en: 'Results rating' },
      value: codedValue('rating', 'sesuai', { id: 'Sesuai ekspektasi', en: 'As expected' }),
      rule: {
        id: 'Sebagian besar hasil kerja sesuai ekspektasi; 1 dari 4 baris belum dinilai.',
        en: 'Most results are as expected.',
      },
      basis: [{ regulation: 'PermenPANRB 6 Tahun 2022', article: 'Pasal 24' }],
      inputs: [
        {
          path: 'results.lines[0].rating',
          label: { id: 'Jumlah dataset yang diterbitkan', en: 'Data sets' },
          value: codedValue('rating', 'di-atas', { id: 'Di atas ekspektasi', en: 'Above' }),
          group: { code: 'main', label: { id: 'utama', en: 'main' } },
          source: {
            who: 'Drs. Bambang Sulistyo, M.Si.',
            when: '2026-12-18',
            note: 'Melebihi target 12 dataset',
          },
        },
        {
          path: 'results.lines[1].rating',
          label: { id: 'Ketepatan waktu', en: 'Timeliness' },
          value: MISSING,
        },
      ],
      children: [
        {
          code: 'share',
          label: { id: 'Bagian di atas ekspektasi', en: 'Share above' },
          value: decimalValue('33.3'),
          rule: { id: 'Satu dari tiga baris yang dinilai.', en: 'One of three.' },
          basis: [],
          inputs: [],
          children: [],
        },
      ],
      suggestion: true,
    },
  ],
};
