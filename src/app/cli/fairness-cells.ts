/** Single cells of a record: names, numbers, days, ties; what cannot be read is complained of with its place. */
import type { FileProblem } from '#domain/schemes/index.ts';
import type { ColumnName, ColumnPlaces } from './fairness-columns.ts';
import type { Ids } from './fairness-ids.ts';
import { numberIn } from './fairness-numbers.ts';
import type { Records } from './fairness-records.ts';

const COMMA = 0x2c;
const POINT = 0x2e;
const QUOTE = 0x22;
const ZERO = 0x30;
const ONE = 0x31;
const DASH = 0x2d;
export const UNKNOWN_GROUP = 255;
const MILLISECONDS_A_DAY = 86_400_000;

/** Of the line being read, unless another is named. */
export type Complain = (problem: Omit<FileProblem, 'file' | 'line'>, line?: number) => void;
export type Problem = Pick<FileProblem, 'what' | 'remedy'>;
type NameColumn = 'ratee' | 'rater' | 'item' | 'group' | 'role';

/** The record being read. */
export interface Cursor {
  bytes: Uint8Array;
  /** Where the record begins. */
  position: number;
  line: number;
  /** Whether a cell of this record could not be read. */
  isBad: boolean;
  readonly records: Records;
  readonly places: ColumnPlaces;
  readonly decimalComma: boolean;
  readonly ids: Readonly<Record<NameColumn, Ids>>;
  readonly complain: Complain;
}

function startOf(cursor: Cursor, column: ColumnName): number {
  return cursor.records.start[cursor.places[column] as number] as number;
}

function endOf(cursor: Cursor, column: ColumnName): number {
  return cursor.records.end[cursor.places[column] as number] as number;
}

function refuse(cursor: Cursor, column: ColumnName, why: Problem): void {
  cursor.isBad = true;
  cursor.complain({ column: characterOf(cursor, column), path: column, ...why });
}

/** The number of the name in a cell; −1 where it is empty. */
export function nameAt(cursor: Cursor, column: NameColumn): number {
  const { bytes, records, ids } = cursor;
  const from = startOf(cursor, column);
  const end = endOf(cursor, column);
  if (from === end) {
    refuse(cursor, column, NO_NAME);
    return -1;
  }
  if (records.quoted[cursor.places[column] as number] === 1 && bytes.subarray(from, end).includes(QUOTE)) {
    const text = singleQuotes(bytes.subarray(from, end));
    return ids[column].numberOf(text, 0, text.length);
  }
  return ids[column].numberOf(bytes, from, end);
}

/** The number of a group or role, of which there are few. */
export function fewAt(cursor: Cursor, column: 'group' | 'role'): number {
  const id = nameAt(cursor, column);
  if (id < UNKNOWN_GROUP) return id;
  refuse(cursor, column, TOO_MANY);
  return -1;
}

export function numberAt(cursor: Cursor, column: 'score' | 'weight'): number {
  const { bytes, decimalComma } = cursor;
  const from = startOf(cursor, column);
  const end = endOf(cursor, column);
  // Where semicolons part the cells a comma parts the decimals, but a point is understood too.
  let value = numberIn(bytes, from, end, decimalComma ? COMMA : POINT);
  if (decimalComma && Number.isNaN(value)) value = numberIn(bytes, from, end, POINT);
  if (Number.isFinite(value) && (column === 'score' || value > 0)) return value;
  refuse(cursor, column, column === 'score' ? NO_NUMBER : NO_WEIGHT);
  return Number.NaN;
}

/** 1 for a declared tie. */
export function tieAt(cursor: Cursor): 0 | 1 {
  const from = startOf(cursor, 'tie');
  const end = endOf(cursor, 'tie');
  if (from === end) return 0;
  const byte = cursor.bytes[from];
  if (end - from === 1 && (byte === ZERO || byte === ONE)) return byte === ONE ? 1 : 0;
  const tie = TIES.get(textAt(cursor, 'tie').toLowerCase());
  if (tie === undefined) refuse(cursor, 'tie', NO_TIE);
  return tie ?? 0;
}

/** Days since any start. */
export function dayAt(cursor: Cursor): number {
  const { bytes } = cursor;
  const from = startOf(cursor, 'day');
  const end = endOf(cursor, 'day');
  const value = end - from < 8 ? numberIn(bytes, from, end) : Number.NaN;
  if (Number.isInteger(value)) return value;
  const isDate = end - from === 10 && bytes[from + 4] === DASH && bytes[from + 7] === DASH;
  const day = isDate ? dayOf(bytes, from) : undefined;
  if (day === undefined) refuse(cursor, 'day', NO_DAY);
  return day ?? 0;
}

/** Nothing, or NA as statistical programs write it. */
export function isMissing(cursor: Cursor, column: ColumnName): boolean {
  const from = startOf(cursor, column);
  const end = endOf(cursor, column);
  return from === end || (end - from === 2 && cursor.bytes[from] === 0x4e && cursor.bytes[from + 1] === 0x41);
}

export function isEmpty(cursor: Cursor, column: ColumnName): boolean {
  return startOf(cursor, column) === endOf(cursor, column);
}

function textAt(cursor: Cursor, column: ColumnName): string {
  return new TextDecoder().decode(cursor.bytes.subarray(startOf(cursor, column), endOf(cursor, column)));
}

/** The character, counted from 1 in its own line, at which a cell begins. */
export function characterOf(cursor: Cursor, column: ColumnName): number {
  const { bytes, position } = cursor;
  const place = startOf(cursor, column);
  const from = Math.max(position, bytes.lastIndexOf(0x0a, place - 1) + 1);
  let character = 1;
  // Bytes that continue a character are not counted.
  for (let k = from; k < place; k++) if (((bytes[k] as number) & 0xc0) !== 0x80) character++;
  return character;
}

function singleQuotes(cell: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(cell).replaceAll('""', '"'));
}

/** Days since 1970 of the date `2026-03-31` that begins at `from`; undefined where the calendar has no such day. */
function dayOf(bytes: Uint8Array, from: number): number | undefined {
  const year = numberIn(bytes, from, from + 4);
  const month = numberIn(bytes, from + 5, from + 7);
  const day = numberIn(bytes, from + 8, from + 10);
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const isSame =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? time / MILLISECONDS_A_DAY : undefined;
}

const TIES = new Map<string, 0 | 1>([
  ...['', '0', 'no', 'tidak', 'false'].map((word) => [word, 0] as const),
  ...['1', 'yes', 'ya', 'true'].map((word) => [word, 1] as const),
]);

const NO_NAME: Problem = {
  what: { id: 'belum diisi', en: 'is missing' },
  remedy: { id: 'isi dengan satu nama atau nomor', en: 'write one name or number' },
};
const NO_NUMBER: Problem = {
  what: { id: 'bukan angka', en: 'is not a number' },
  remedy: {
    id: 'tulis angka, misalnya 82.5, atau kosongkan',
    en: 'write a number such as 82.5, or leave it empty',
  },
};
const NO_WEIGHT: Problem = {
  what: { id: 'bukan angka di atas nol', en: 'is not a number above zero' },
  remedy: { id: 'tulis angka, misalnya 1', en: 'write a number such as 1' },
};
const NO_TIE: Problem = {
  what: { id: 'bukan ya atau tidak', en: 'is neither yes nor no' },
  remedy: { id: 'tulis 1 atau 0', en: 'write 1 or 0' },
};
const NO_DAY: Problem = {
  what: { id: 'bukan tanggal', en: 'is not a date' },
  remedy: {
    id: 'tulis TTTT-BB-HH atau jumlah hari',
    en: 'write YYYY-MM-DD or a number of days',
  },
};
const TOO_MANY: Problem = {
  what: { id: 'lebih dari 255 nilai yang berbeda', en: 'has more than 255 different values' },
  remedy: { id: 'gabungkan menjadi lebih sedikit', en: 'join them into fewer' },
};
