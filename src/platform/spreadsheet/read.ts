/** Reads .xlsx and CSV files of unknown origin: kinds of cells kept, size bounded, anything else refused. */
import { unzipSync } from 'fflate';
import { HucreError } from 'hucre';
import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { type Cell, EMPTY, type Sheet, textCell } from './cell.ts';
import { SpreadsheetError } from './problem.ts';
import { readCsv } from './read-csv.ts';

export type Limits = {
  /** Size of the file itself. */
  readonly bytes: number;
  /** Size of an .xlsx after unpacking: a small file may unpack to a very large one. */
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
};

/** Room for an agency of 50 thousand people with all columns of a national export. */
export const LIMITS: Limits = {
  bytes: 40 * 2 ** 20,
  unpackedBytes: 400 * 2 ** 20,
  rows: 100_000,
  columns: 500,
};

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0];

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * All visible sheets of a file; a CSV is one sheet named after the file. The format is told by the
 * content, not by the name. Throws `SpreadsheetError` for what cannot be read.
 */
export async function readSheets(
  bytes: Uint8Array,
  file: string,
  limits: Limits = LIMITS,
): Promise<readonly Sheet[]> {
  if (bytes.length === 0) throw new SpreadsheetError('empty', { file });
  if (bytes.length > limits.bytes) throw tooLarge('tooLarge', file, limits.bytes);
  if (beginsWith(bytes, OLE2)) throw new SpreadsheetError('encryptedOrOld', { file });
  if (beginsWith(bytes, ZIP)) return readWorkbook(bytes, file, limits);
  return [readCsv(bytes, file, limits)];
}

function tooLarge(problem: 'tooLarge' | 'unpackedTooLarge', file: string, bytes: number): SpreadsheetError {
  return new SpreadsheetError(problem, { file, limit: Math.floor(bytes / 2 ** 20) });
}

/**
 * Looks at the table of contents only. The reader never unpacks more of an entry than this table
 * declares, so bounding the declared sizes bounds the memory.
 */
function refuseBombsAndOtherArchives(bytes: Uint8Array, file: string, limits: Limits): void {
  let unpacked = 0;
  let isWorkbook = false;
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        const hidesItsSize = entry.originalSize === 0 && entry.size > 2;
        unpacked += hidesItsSize ? Number.POSITIVE_INFINITY : entry.originalSize;
        isWorkbook ||= /^\/?xl\/.*\.xml$/i.test(entry.name);
        return false;
      },
    });
  } catch (error) {
    throw new SpreadsheetError('damaged', { file }, error);
  }
  if (unpacked > limits.unpackedBytes) throw tooLarge('unpackedTooLarge', file, limits.unpackedBytes);
  if (!isWorkbook) throw new SpreadsheetError('otherFormat', { file });
}

async function readWorkbook(bytes: Uint8Array, file: string, limits: Limits): Promise<readonly Sheet[]> {
  refuseBombsAndOtherArchives(bytes, file, limits);
  try {
    const sheets: Sheet[] = [];
    for (const name of await visibleSheets(bytes)) {
      sheets.push({ name, rows: await readRows(bytes, file, name, limits) });
    }
    return sheets;
  } catch (error) {
    // A file may be broken in ways its reader did not foresee; for its owner they are all one.
    if (error instanceof HucreError || error instanceof TypeError || error instanceof RangeError) {
      throw new SpreadsheetError('damaged', { file }, error);
    }
    throw error;
  }
}

/** Asks for the list of sheets and turns every one of them down before its body is read. */
async function visibleSheets(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: (info) => {
      if (!info.hidden && !info.veryHidden) names.push(info.name);
      return false;
    },
  });
  return names;
}

/** Row by row, so that a large file neither fills the memory nor keeps the process from serving others. */
async function readRows(bytes: Uint8Array, file: string, sheet: string, limits: Limits): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (index >= limits.rows) throw new SpreadsheetError('tooManyRows', { file, sheet, limit: limits.rows });
    if (values.length > limits.columns) {
      throw new SpreadsheetError('tooManyColumns', { file, sheet, limit: limits.columns });
    }
    while (rows.length < index) rows.push([]);
    rows[index] = values.map(toCell);
  }
  return rows;
}

function toCell(value: CellValue): Cell {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  // A date format on a number that is no date: Excel shows ##### there.
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return { kind: 'error', value: '#####' };
  // A time is a binary fraction of a day: 07:28 may come as 07:27:59.999.
  const [date = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T');
  return time.startsWith('00:00:00')
    ? { kind: 'date', value: date }
    : { kind: 'date', value: date, time: time.slice(0, 8) };
}
