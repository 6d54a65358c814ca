/** What the spreadsheet of one component looks like, and how its rows become the component's evidence. */
import type { StatedDay } from '#domain/attendance/index.ts';
import type { Bilingual } from '#domain/bilingual.ts';

/** Cells of one row by key of the column, tidied; a cell that is not there is empty. */
export interface SheetRow {
  /** As the user sees it, from 1. */
  readonly number: number;
  readonly text: (key: string) => string;
}

export interface SheetColumn {
  readonly key: string;
  readonly heading: Bilingual;
  readonly required: boolean;
  /** What to write, for the second sheet of the template. */
  readonly help: Bilingual;
  /** What may be written, offered as a list in the template. */
  readonly choices?: readonly string[];
}

/** One thing that is wrong with one cell. */
export interface CellProblem {
  readonly row: number;
  readonly key: string;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

/** What a file said line by line, where single lines are kept and can be contested. */
export type Kept =
  | { readonly kind: 'days'; readonly days: readonly StatedDay[] }
  | {
      readonly kind: 'cases';
      readonly cases: readonly {
        readonly id: string;
        readonly service: string;
        readonly start: string;
        readonly end: string | null;
      }[];
    };

export interface SheetForm {
  readonly columns: readonly SheetColumn[];
  /** Rows as the template shows them, without who they are about. */
  readonly examples: readonly Readonly<Record<string, string>>[];
  /** The rows of one person to evidence; what is wrong with single cells is reported and then nothing counts. */
  readonly read: (rows: readonly SheetRow[], report: (problem: CellProblem) => void) => unknown;
  /** The same rows one by one, for components whose days or cases are kept; asked only of rows without a fault. */
  readonly keep?: (rows: readonly SheetRow[]) => Kept;
}

/** Reports that a cell has to be filled in. */
export function missing(row: SheetRow, key: string): CellProblem {
  return {
    row: row.number,
    key,
    reason: { id: 'belum diisi', en: 'is empty' },
    remedy: { id: 'isi sel ini', en: 'fill this cell in' },
  };
}

/** Reports that a cell holds none of what may be written. */
export function oneOf(row: SheetRow, key: string, choices: readonly string[]): CellProblem {
  const list = choices.join(', ');
  return {
    row: row.number,
    key,
    reason: { id: 'tidak dikenal', en: 'is not known' },
    remedy: { id: `tulis salah satu: ${list}`, en: `write one of: ${list}` },
  };
}

const alike = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** A choice written as its code or in words of either language; undefined, and reported, when it is neither. */
export function choiceIn(
  row: SheetRow,
  key: string,
  options: readonly { readonly code: string; readonly label: Bilingual }[],
  report: (problem: CellProblem) => void,
): string | undefined {
  const written = alike(row.text(key));
  const found = options.find(({ code, label }) =>
    [code, label.id, label.en].some((each) => alike(each) === written),
  );
  if (found) return found.code;
  report(
    written === ''
      ? missing(row, key)
      : oneOf(
          row,
          key,
          options.map((each) => each.label.id),
        ),
  );
  return undefined;
}

/** A whole number from 0 to `most`; an empty cell is `otherwise`, or is reported when there is none. */
export function countIn(
  row: SheetRow,
  key: string,
  bounds: { readonly most: number; readonly otherwise?: number },
  report: (problem: CellProblem) => void,
): number | undefined {
  const written = row.text(key);
  if (written === '' && bounds.otherwise !== undefined) return bounds.otherwise;
  if (/^\d{1,6}$/.test(written) && Number(written) <= bounds.most) return Number(written);
  report({
    row: row.number,
    key,
    reason: { id: 'bukan bilangan bulat yang dapat diterima', en: 'is not an acceptable whole number' },
    remedy: { id: `tulis 0 sampai ${bounds.most}`, en: `write 0 to ${bounds.most}` },
  });
  return undefined;
}
