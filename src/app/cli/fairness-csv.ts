/**
 * Reads a file of ratings into columns: bytes in pieces of a few megabytes, no string per cell, so that ten million
 * rows take seconds and little more memory than their numbers. All bad cells are counted, the first twenty described.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { FileProblem } from '#domain/schemes/index.ts';
import type { RatingColumns } from '#domain/statistics/fairness/index.ts';
import type { Complain } from './fairness-cells.ts';
import { type ColumnName, type Condition, placesOf } from './fairness-columns.ts';
import { createIds, type Ids } from './fairness-ids.ts';
import { createRecords, MOST_CELLS, type Records, separatorOf } from './fairness-records.ts';
import { createRows, type Facts, type Rows, type RowsData } from './fairness-rows.ts';

const PIECE_BYTES = 4_194_304;
const SEMICOLON = 0x3b;
export const MOST_PROBLEMS = 20;

export interface RatingFile extends Facts {
  readonly columns: RatingColumns;
  readonly ratees: Ids;
  readonly raters: Ids;
  readonly items: Ids;
  readonly groups: Ids;
  readonly roles: Ids;
}

export interface RefusedFile {
  /** The first of them. */
  readonly problems: readonly FileProblem[];
  readonly total: number;
}

export type Mapping = Partial<Record<ColumnName, string>>;

/** What to take from a file: which columns, and of which rows. */
export interface Selection {
  readonly mapping: Mapping;
  readonly where: readonly Condition[];
}

/** The ratings of a file. Throws what the file system throws. `onProgress` hears 0 … 1. */
export function readRatings(
  file: string,
  selection: Selection,
  onProgress: (done: number) => void,
): RatingFile | RefusedFile {
  const handle = openSync(file, 'r');
  try {
    const size = fstatSync(handle).size;
    const reader = createReader(file, selection, size);
    let bytes = new Uint8Array(PIECE_BYTES);
    let held = 0;
    let seen = 0;
    for (;;) {
      const read = readSync(handle, bytes, held, bytes.length - held, null);
      seen += read;
      const used = reader.take(bytes, held + read, read === 0);
      if (used === 'refused' || read === 0) break;
      bytes.copyWithin(0, used, held + read);
      held += read - used;
      // A record longer than the piece.
      if (held === bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      onProgress(size > 0 ? Math.min(1, seen / size) : 0);
    }
    return reader.result();
  } finally {
    closeSync(handle);
  }
}

interface Reader {
  /** Takes whole records; returns how many bytes they were. */
  readonly take: (bytes: Uint8Array, length: number, isLast: boolean) => number | 'refused';
  readonly result: () => RatingFile | RefusedFile;
}

function createReader(file: string, selection: Selection, size: number): Reader {
  const problems: FileProblem[] = [];
  let total = 0;
  let line = 1;
  let opened: Opened | undefined;
  const ids = {
    ratee: createIds(),
    rater: createIds(),
    item: createIds(),
    group: createIds(),
    role: createIds(),
  };
  const complain: Complain = (problem, at = line) => {
    total++;
    if (problems.length < MOST_PROBLEMS) problems.push({ file, line: at, ...problem });
  };

  function take(bytes: Uint8Array, length: number, isLast: boolean): number | 'refused' {
    let position = 0;
    if (!opened) {
      const found = open({ bytes, length, isLast, file, selection, size, ids, complain });
      if (found === 'more') return 0;
      if ('problems' in found) {
        problems.push(...found.problems);
        total += found.problems.length;
        return 'refused';
      }
      opened = found;
      position = found.after;
      line += 1 + found.records.breaks();
    }
    const { records, rows } = opened;
    while (position < length) {
      const after = records.next(bytes, position, length, isLast);
      if (after === -1) break;
      rows.add(bytes, position, line);
      position = after;
      line += 1 + records.breaks();
    }
    return position;
  }

  function result(): RatingFile | RefusedFile {
    const rows = opened?.rows;
    rows?.finish();
    if (total === 0 && (rows?.count() ?? 0) === 0) complain({ column: 1, path: '', ...EMPTY });
    if (total > 0 || !rows) return { problems, total };
    const { ratee, rater, item, group, role } = ids;
    const names = { ratees: ratee, raters: rater, items: item, groups: group, roles: role };
    return { columns: rows.columns(), ...names, ...rows.facts() };
  }

  return { take, result };
}

interface Opened {
  readonly records: Records;
  readonly rows: Rows;
  /** Where the rows begin. */
  readonly after: number;
}

interface Opening {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly isLast: boolean;
  readonly file: string;
  readonly selection: Selection;
  readonly size: number;
  readonly ids: RowsData['ids'];
  readonly complain: Complain;
}

/** Reads the header; `more` where the bytes end before it does. */
function open(opening: Opening): Opened | { readonly problems: readonly FileProblem[] } | 'more' {
  const { bytes, length, isLast, file, selection, size, ids, complain } = opening;
  const first = length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const separator = separatorOf(bytes.subarray(first), length - first);
  const records = createRecords(separator);
  const after = records.next(bytes, first, length, isLast);
  if (after === -1) return 'more';
  const header = headings(records, bytes);
  const found = placesOf(header, selection.mapping, selection.where, file);
  if ('problems' in found) return found;
  const rows = createRows({
    ...found,
    cells: header.length,
    records,
    decimalComma: separator === SEMICOLON,
    capacity: capacityOf(bytes, length, size),
    ids,
    complain,
  });
  return { records, rows, after };
}

function headings(records: Records, bytes: Uint8Array): string[] {
  const decoder = new TextDecoder();
  const count = Math.min(records.cells(), MOST_CELLS);
  return Array.from({ length: count }, (_, cell) => {
    const text = decoder.decode(bytes.subarray(records.start[cell], records.end[cell]));
    return records.quoted[cell] === 1 ? text.replaceAll('""', '"').trim() : text;
  });
}

/** Rows to make room for: by the length of the first lines, a little more. */
function capacityOf(bytes: Uint8Array, length: number, size: number): number {
  let lines = 1;
  const sample = Math.min(length, 1_048_576);
  for (let k = 0; k < sample; k++) if (bytes[k] === 0x0a) lines++;
  return Math.ceil((Math.max(size, length) * lines * 1.1) / Math.max(1, sample)) + 16;
}

const EMPTY = {
  what: { id: 'berkas ini tidak berisi penilaian', en: 'this file holds no ratings' },
  remedy: { id: 'tambahkan satu baris untuk setiap penilaian', en: 'add a line for each rating' },
};
