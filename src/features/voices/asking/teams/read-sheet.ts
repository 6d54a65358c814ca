/** The rows of a spreadsheet of teams, whatever stands above its headings and in which order its columns come. */
import { type Cell, cellText, isBlank, readSheets } from '#platform/spreadsheet/index.ts';

export interface FileRow {
  readonly row: number;
  readonly cells: Readonly<Record<Column, Cell | undefined>>;
}

const COLUMNS = ['nip', 'team', 'role', 'from', 'until', 'decree'] as const;
type Column = (typeof COLUMNS)[number];
const NAMES: Readonly<Record<Column, readonly string[]>> = {
  nip: ['nip', 'ni pppk'],
  team: ['tim', 'nama tim', 'tim kerja', 'team'],
  role: ['peran', 'role', 'kedudukan dalam tim'],
  from: ['sejak', 'mulai', 'dari', 'from'],
  until: ['sampai', 'selesai', 'until'],
  decree: ['keputusan', 'sk', 'nomor sk', 'decree'],
};
const HEADING_ROWS = 20;
export const LONGEST_NAME = 160;

export const tidy = (cell: Cell | undefined) => cellText(cell).trim().replace(/\s+/g, ' ');
export const alike = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

/** The rows below the first row that names the needed columns; undefined where no row does. */
export async function readTeamRows(bytes: Uint8Array, file: string): Promise<readonly FileRow[] | undefined> {
  for (const sheet of await readSheets(bytes, file)) {
    for (const [at, cells] of sheet.rows.slice(0, HEADING_ROWS).entries()) {
      const places = new Map<Column, number>();
      for (const [place, cell] of cells.entries()) {
        const column = COLUMNS.find((each) => NAMES[each].includes(alike(cellText(cell))));
        if (column && !places.has(column)) places.set(column, place);
      }
      if (!(['nip', 'team', 'role', 'from'] as const).every((column) => places.has(column))) continue;
      return sheet.rows.slice(at + 1).flatMap((row, index) => {
        if (row.every(isBlank)) return [];
        const cellsOf = COLUMNS.map((column) => [column, row[places.get(column) ?? -1]] as const);
        return [{ row: at + index + 2, cells: Object.fromEntries(cellsOf) as FileRow['cells'] }];
      });
    }
  }
  return undefined;
}
