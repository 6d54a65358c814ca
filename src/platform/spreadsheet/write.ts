/** Writes workbooks and CSV files that Excel and LibreOffice open without harming long numbers. */

import { writeCsv as writeCsvText } from 'hucre/csv';
import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import { columnLetters } from './cell.ts';

export type Value = string | number | boolean | null;

export type ColumnToWrite = {
  readonly heading: string;
  /** Width in characters. */
  readonly width?: number;
  /** `text` keeps every digit that is typed or pasted, as an NIP needs. */
  readonly format?: 'text' | 'general';
  /** Choices offered in each cell of the column. */
  readonly choices?: readonly string[];
};

export type SheetToWrite = {
  readonly name: string;
  readonly columns: readonly ColumnToWrite[];
  readonly rows: readonly (readonly Value[])[];
  /** Empty rows below the data that already carry the formats, ready to be filled in. */
  readonly readyRows?: number;
};

const HEADING: CellStyle = {
  font: { name: 'Calibri', size: 11, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
  alignment: { vertical: 'center', wrapText: true },
};
/** `@` is Excel's own name of the text format. */
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const GENERAL: CellStyle = { alignment: { vertical: 'top', wrapText: true } };

export async function writeWorkbook(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      columns: sheet.columns.map((column) => ({
        width: column.width ?? Math.max(12, column.heading.length + 2),
        style: column.format === 'text' ? TEXT : GENERAL,
      })),
      rows: [sheet.columns.map((column) => column.heading), ...sheet.rows.map((row) => [...row])],
      cells: styledCells(sheet),
      freezePane: { rows: 1 },
      dataValidations: sheet.columns.flatMap((column, index) => choicesOf(column, index, lastRow(sheet))),
    })),
  });
}

function lastRow(sheet: SheetToWrite): number {
  return 1 + sheet.rows.length + (sheet.readyRows ?? 0);
}

/** The headings, and the empty cells below the data: a format of cells that do not exist is not kept. */
function styledCells(sheet: SheetToWrite): Map<string, { value: Value; style: CellStyle }> {
  const cells = new Map<string, { value: Value; style: CellStyle }>();
  sheet.columns.forEach((column, index) => {
    cells.set(`0,${index}`, { value: column.heading, style: HEADING });
    if (column.format !== 'text') return;
    for (let row = 1 + sheet.rows.length; row < lastRow(sheet); row += 1) {
      cells.set(`${row},${index}`, { value: null, style: TEXT });
    }
  });
  return cells;
}

function choicesOf(column: ColumnToWrite, index: number, last: number) {
  if (!column.choices) return [];
  const letters = columnLetters(index);
  return [
    {
      type: 'list' as const,
      values: [...column.choices],
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning' as const,
      range: `${letters}2:${letters}${Math.max(last, 2)}`,
    },
  ];
}

/**
 * One sheet as CSV in UTF-8 with a byte order mark, which Excel needs to show accents. A text that a
 * spreadsheet would take for a formula is written with an apostrophe before it.
 */
export function writeCsv(sheet: SheetToWrite, delimiter: ',' | ';' = ';'): Uint8Array {
  const rows = [sheet.columns.map((column) => column.heading), ...sheet.rows.map((row) => [...row])];
  return new TextEncoder().encode(writeCsvText(rows, { delimiter, bom: true, escapeFormulae: true }));
}
