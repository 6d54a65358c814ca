/** A spreadsheet as the rows and columns a coefficient is computed from, every refusal with its cell. */
import { readFile } from 'node:fs/promises';
import { type Bilingual, say } from '#domain/bilingual.ts';
import type { FileProblem } from '#domain/schemes/index.ts';
import { cellText, LIMITS, readSheets } from '#platform/spreadsheet/index.ts';

/** What the file holds below its heading, cells as trimmed text. */
export interface Grid {
  readonly file: string;
  /** Names of the columns; `undefined` where the file has no heading. */
  readonly heading: readonly string[] | undefined;
  /** Name of the column that only names the rows, and is not counted in. */
  readonly labels: string | undefined;
  readonly rows: readonly GridRow[];
  /** Place of the first column of values in the file, from 1. */
  readonly firstColumn: number;
}

export interface GridRow {
  /** As a text editor or spreadsheet numbers it. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface GridOptions {
  /** Whether the first row is a heading and the first column names the rows; found out where left open. */
  readonly heading: boolean | undefined;
  readonly labels: boolean | undefined;
}

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problems: readonly FileProblem[];
  constructor(problems: readonly FileProblem[]) {
    super('refused');
    this.problems = problems;
  }
}

const ROOM = { ...LIMITS, rows: 1_000_000, columns: 16_384 };

const NAMES_ROWS =
  /^(id|no\.?|nomor|nama|name|nip|kode|code|target|subje[ck]t?|objek|object|item|butir|case|kasus|unit|pegawai|employee|person|orang|ratee|dinilai|patient|pasien|coder|pengkode|observer|pengamat|rater|penilai|judge|row)s?$/i;

/** The first sheet of a file, or a refusal. */
export async function openGrid(file: string, options: GridOptions): Promise<Grid> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) throw new Refused([problem(file, 1, 1, '', UNREADABLE)]);
  return readGrid(file, bytes, options);
}

async function readGrid(file: string, bytes: Uint8Array, options: GridOptions): Promise<Grid> {
  const [sheet] = await readSheets(bytes, file, ROOM);
  const rows = (sheet?.rows ?? [])
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cellText(cell).trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...others] = rows;
  if (!first) throw new Refused([problem(file, 1, 1, '', EMPTY_FILE)]);
  const hasHeading = options.heading ?? isHeading(first.cells);
  const below = hasHeading ? others : rows;
  const heading = hasHeading ? first.cells : undefined;
  const width = heading
    ? lastFilled(heading)
    : below.reduce((widest, { cells }) => Math.max(widest, lastFilled(cells)), 0);
  const tooWide = below.filter(({ cells }) => lastFilled(cells) > width);
  if (tooWide.length > 0) {
    throw new Refused(tooWide.map(({ line }) => problem(file, line, width + 1, '', TOO_WIDE)));
  }
  const skipped = (options.labels ?? namesRows(heading, below)) ? 1 : 0;
  return {
    file,
    heading: heading?.slice(skipped, width),
    labels: skipped === 1 ? (heading?.[0] ?? '') : undefined,
    rows: below.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width - skipped }, (_, column) => cells[column + skipped] ?? ''),
    })),
    firstColumn: skipped + 1,
  };
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** Words beyond the first cell; or only numbers there, under which the first column names the rows. */
function isHeading([first = '', ...others]: readonly string[]): boolean {
  if (others.some(isWord) || NAMES_ROWS.test(first)) return true;
  if (others.length === 0) return isWord(first);
  return first === '' && others.every((cell, index) => Number(cell) === index + 1);
}

function namesRows(heading: readonly string[] | undefined, rows: readonly GridRow[]): boolean {
  if (heading?.[0] !== undefined && (heading[0] === '' || NAMES_ROWS.test(heading[0]))) return true;
  return (
    rows.length > 0 &&
    rows.every(
      ({ cells: [first = '', ...others] }) => isWord(first) && others.length > 0 && !others.some(isWord),
    )
  );
}

function isWord(cell: string): boolean {
  return !isGap(cell) && numberOf(cell) === undefined;
}

/** An empty cell, or what R and Excel write for one. */
export function isGap(cell: string): boolean {
  return cell === '' || /^(na|n\/a|#n\/a)$/i.test(cell);
}

/** `3.5`, `3,5`, `-2e3`; `undefined` for anything else. */
export function numberOf(cell: string): number | undefined {
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(cell)) return undefined;
  const value = Number(cell.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** Every cell read as the function says, `undefined` being a refusal with these words. */
export function readCells<Value>(
  grid: Grid,
  read: (cell: string) => Value | undefined,
  refusal: (cell: string) => { what: Bilingual; remedy: Bilingual },
): Value[][] {
  const problems: FileProblem[] = [];
  const values = grid.rows.map(({ line, cells }) =>
    cells.flatMap((cell, column) => {
      const value = read(cell);
      if (value !== undefined) return [value];
      problems.push(
        problem(grid.file, line, grid.firstColumn + column, grid.heading?.[column] ?? '', refusal(cell)),
      );
      return [];
    }),
  );
  if (problems.length > 0) throw new Refused(problems);
  return values;
}

export function problem(
  file: string,
  line: number,
  column: number,
  path: string,
  { what, remedy }: { what: Bilingual; remedy: Bilingual },
): FileProblem {
  return { file, line, column, path, what, remedy };
}

const EMPTY_FILE = {
  what: { id: 'berkas ini tidak memuat apa pun', en: 'the file holds nothing' },
  remedy: { id: 'pilih berkas yang berisi nilai', en: 'choose a file that holds values' },
};

const TOO_WIDE = {
  what: { id: 'baris ini lebih panjang daripada judul kolomnya', en: 'the row is longer than the heading' },
  remedy: { id: 'beri nama setiap kolom atau hapus sel ini', en: 'name every column or delete this cell' },
};

export function notANumber(cell: string): { what: Bilingual; remedy: Bilingual } {
  if (isGap(cell)) {
    return {
      what: { id: 'belum diisi', en: 'is empty' },
      remedy: {
        id: 'isi nilainya atau hapus barisnya; untuk data yang berlubang pakai krippendorff',
        en: 'fill it in or delete the row; for data with gaps use krippendorff',
      },
    };
  }
  return {
    what: say({ id: '"{cell}" bukan angka', en: '"{cell}" is not a number' }, { cell }),
    remedy: { id: 'tulis angka seperti 3 atau 3.5', en: 'write a number such as 3 or 3.5' },
  };
}

const UNREADABLE = {
  what: { id: 'berkas tidak dapat dibaca', en: 'the file cannot be read' },
  remedy: { id: 'periksa nama dan izinnya', en: 'check its name and permissions' },
};
