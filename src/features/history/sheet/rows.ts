/** The rows of a file below its headings, wherever in the first rows these stand. */
import { type Cell, cellText, columnLetters, isBlank, type Sheet } from '#platform/spreadsheet/index.ts';
import { alike, COLUMNS, type ColumnKey } from './columns.ts';

const HEADING_ROWS = 20;
const EMPTY: Cell = { kind: 'empty', value: null };

export interface FileRow {
  /** As the spreadsheet counts: the first row is 1. */
  readonly number: number;
  readonly cell: (key: ColumnKey) => Cell;
  /** Trimmed, with single spaces; empty where there is nothing. */
  readonly text: (key: ColumnKey) => string;
}

export interface FileRows {
  readonly rows: readonly FileRow[];
  /** `B · Tahun`, by column; a column that the file does not have is missing. */
  readonly names: ReadonlyMap<ColumnKey, string>;
}

/** Undefined where no row names the person and the time. */
export function rowsOf({ rows }: Sheet): FileRows | undefined {
  for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const places = placesOf(cells);
    const hasTime = places.has('year') || (places.has('from') && places.has('until'));
    if (!places.has('nip') || !hasTime) continue;
    return {
      names: new Map(
        [...places].map(([key, place]) => [key, `${columnLetters(place)} · ${tidy(cells[place])}`]),
      ),
      rows: rows.slice(at + 1).flatMap((row, index) => {
        if (row.every(isBlank)) return [];
        const cell = (key: ColumnKey): Cell => row[places.get(key) ?? -1] ?? EMPTY;
        return [{ number: at + index + 2, cell, text: (key) => tidy(cell(key)) }];
      }),
    };
  }
  return undefined;
}

const KNOWN: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMNS.flatMap(({ key, heading, also }) =>
    [key, heading.id, heading.en, ...also].map((name) => [alike(name), key] as const),
  ),
);

/** The first column of a name counts: SIASN says a rating once in words and once as a code. */
function placesOf(cells: readonly Cell[]): ReadonlyMap<ColumnKey, number> {
  const places = new Map<ColumnKey, number>();
  for (const [place, cell] of cells.entries()) {
    const key = KNOWN.get(alike(cellText(cell)));
    if (key && !places.has(key)) places.set(key, place);
  }
  return places;
}

function tidy(cell: Cell | undefined): string {
  return cellText(cell).trim().replace(/\s+/g, ' ').slice(0, 1000);
}
