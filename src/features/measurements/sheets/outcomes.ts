/** Results against targets that do not stand in the plan: outcomes of a programme, hours of learning. One row each. */
import { type CellProblem, choiceIn, missing, type SheetForm, type SheetRow } from './sheet.ts';

const DIRECTIONS = [
  { code: 'higher', label: { id: 'makin tinggi makin baik', en: 'higher is better' } },
  { code: 'lower', label: { id: 'makin rendah makin baik', en: 'lower is better' } },
] as const;

type Report = (problem: CellProblem) => void;

/** A decimal as offices write it, `1.250,5` or `1250.5`; undefined, and reported, where it is none. */
function decimalIn(row: SheetRow, key: string, report: Report): string | undefined {
  const written = row.text(key);
  const plain = written.includes(',') ? written.replaceAll('.', '').replace(',', '.') : written;
  if (/^\d{1,9}(\.\d{1,4})?$/.test(plain)) return plain;
  report(
    written === ''
      ? missing(row, key)
      : {
          row: row.number,
          key,
          reason: { id: 'bukan bilangan', en: 'is not a number' },
          remedy: {
            id: 'tulis angka saja, paling banyak empat desimal',
            en: 'write figures only, at most four decimals',
          },
        },
  );
  return undefined;
}

export const OUTCOME_SHEET: SheetForm = {
  columns: [
    {
      key: 'direction',
      heading: { id: 'Arah', en: 'Direction' },
      required: true,
      help: {
        id: 'makin tinggi makin baik, atau makin rendah makin baik',
        en: 'higher is better, or lower is better',
      },
      choices: DIRECTIONS.map((direction) => direction.label.id),
    },
    {
      key: 'target',
      heading: { id: 'Target', en: 'Target' },
      required: true,
      help: { id: 'Bilangan', en: 'A number' },
    },
    {
      key: 'realised',
      heading: { id: 'Realisasi', en: 'Realisation' },
      required: true,
      help: {
        id: 'Bilangan, dalam satuan yang sama dengan target',
        en: 'A number in the unit of the target',
      },
    },
  ],
  examples: [{ direction: 'makin tinggi makin baik', target: '20', realised: '24' }],
  read: (rows, report) => ({
    lines: rows.flatMap((row) => {
      const direction = choiceIn(row, 'direction', DIRECTIONS, report);
      const target = decimalIn(row, 'target', report);
      const realised = decimalIn(row, 'realised', report);
      if (!direction || !target || !realised) return [];
      return [
        {
          kind: 'main',
          indicators: [{ direction, target, summary: 'latest', realisations: [realised] }],
        },
      ];
    }),
  }),
};
