/** One record after another into columns of numbers. */
import type { RatingColumns } from '#domain/statistics/fairness/index.ts';
import { type Arrays, cut, enlarged, roomFor, without } from './fairness-arrays.ts';
import {
  type Complain,
  type Cursor,
  characterOf,
  dayAt,
  fewAt,
  isEmpty,
  isMissing,
  nameAt,
  numberAt,
  type Problem,
  tieAt,
  UNKNOWN_GROUP,
} from './fairness-cells.ts';
import type { ColumnPlaces, Filter } from './fairness-columns.ts';
import type { Records } from './fairness-records.ts';

export interface Rows {
  /** Takes the record that `records` read last; it began at `position`, in that line. */
  readonly add: (bytes: Uint8Array, position: number, line: number) => void;
  /** Complains of columns that are filled in some rows only. */
  readonly finish: () => void;
  readonly count: () => number;
  readonly columns: () => RatingColumns;
  readonly facts: () => Facts;
}

export interface Facts {
  /** Rows without a score, passed over. */
  readonly missing: number;
  readonly lowest: number;
  readonly highest: number;
  /** Every score is a whole number. */
  readonly isWhole: boolean;
}

export interface RowsData {
  readonly places: ColumnPlaces;
  readonly filters: readonly Filter[];
  /** Cells of the header. */
  readonly cells: number;
  readonly records: Records;
  readonly decimalComma: boolean;
  readonly capacity: number;
  readonly ids: Cursor['ids'];
  readonly complain: Complain;
}

/** Columns that may be empty as a whole: they are then as if they were not there. */
type Omittable = 'item' | 'day' | 'role' | 'weight';

/** How often a column was empty, and where first. */
interface Gap {
  rows: number;
  readonly line: number;
  readonly column: number;
}

interface Table {
  arrays: Arrays;
  count: number;
  missing: number;
  lowest: number;
  highest: number;
  isWhole: boolean;
  readonly gaps: Map<Omittable, Gap>;
}

export function createRows(data: RowsData): Rows {
  const { places, records, ids, decimalComma, complain } = data;
  const cursor: Cursor = {
    bytes: new Uint8Array(0),
    position: 0,
    line: 1,
    isBad: false,
    records,
    places,
    decimalComma,
    ids,
    complain,
  };
  const table: Table = {
    arrays: roomFor(data.capacity, places),
    count: 0,
    missing: 0,
    lowest: Number.POSITIVE_INFINITY,
    highest: Number.NEGATIVE_INFINITY,
    isWhole: true,
    gaps: new Map(),
  };
  return {
    add(bytes, position, line) {
      const cells = records.cells();
      if (cells === 1 && records.start[0] === records.end[0] && data.cells > 1) return;
      cursor.bytes = bytes;
      cursor.position = position;
      cursor.line = line;
      cursor.isBad = false;
      if (cells !== data.cells) complain({ column: 1, path: '', ...WRONG_CELLS(cells, data.cells) });
      else if (data.filters.length === 0 || isWanted(bytes, records, data.filters)) addRow(cursor, table);
    },
    finish() {
      for (const [path, { rows, line, column }] of table.gaps) {
        if (rows < table.count) complain({ column, path, ...GAP(rows) }, line);
      }
    },
    count: () => table.count,
    columns: () => columnsOf(cursor, table),
    facts() {
      const { missing, lowest, highest, isWhole } = table;
      return { missing, lowest, highest, isWhole };
    },
  };
}

function isWanted(bytes: Uint8Array, records: Records, filters: readonly Filter[]): boolean {
  for (const { place, value } of filters) {
    const from = records.start[place] as number;
    if ((records.end[place] as number) - from !== value.length) return false;
    for (let k = 0; k < value.length; k++) if (bytes[from + k] !== value[k]) return false;
  }
  return true;
}

function addRow(cursor: Cursor, table: Table): void {
  if (isMissing(cursor, 'score')) {
    table.missing++;
    return;
  }
  if (table.count === table.arrays.score.length) table.arrays = enlarged(table.arrays, cursor.places);
  const { arrays, count } = table;
  const score = numberAt(cursor, 'score');
  arrays.ratee[count] = nameAt(cursor, 'ratee');
  arrays.rater[count] = nameAt(cursor, 'rater');
  arrays.score[count] = score;
  addOptional(cursor, table);
  if (cursor.isBad) return;
  if (score < table.lowest) table.lowest = score;
  if (score > table.highest) table.highest = score;
  if (table.isWhole && score !== Math.floor(score)) table.isWhole = false;
  table.count++;
}

function addOptional(cursor: Cursor, table: Table): void {
  const { arrays, count } = table;
  if (arrays.item && !isGap(cursor, table, 'item')) arrays.item[count] = nameAt(cursor, 'item');
  if (arrays.role && !isGap(cursor, table, 'role')) arrays.role[count] = fewAt(cursor, 'role');
  if (arrays.weight && !isGap(cursor, table, 'weight')) arrays.weight[count] = numberAt(cursor, 'weight');
  if (arrays.tie) arrays.tie[count] = tieAt(cursor);
  if (arrays.day && !isGap(cursor, table, 'day')) arrays.day[count] = dayAt(cursor);
  if (arrays.group) arrays.group[count] = isMissing(cursor, 'group') ? UNKNOWN_GROUP : fewAt(cursor, 'group');
}

function isGap(cursor: Cursor, { gaps }: Table, name: Omittable): boolean {
  if (!isEmpty(cursor, name)) return false;
  const gap = gaps.get(name);
  if (gap) gap.rows++;
  else gaps.set(name, { rows: 1, line: cursor.line, column: characterOf(cursor, name) });
  return true;
}

function columnsOf({ ids }: Cursor, { arrays, count, gaps }: Table): RatingColumns {
  const empty = new Set<string>(gaps.keys());
  const hasRoles = arrays.role !== undefined && !empty.has('role');
  const roleIds = Array.from({ length: ids.role.size() }, (_, id) => ids.role.nameOf(id));
  return {
    ...without(cut(arrays, count), empty),
    ratees: ids.ratee.size(),
    raters: ids.rater.size(),
    items: ids.item.size(),
    groups: ids.group.size(),
    ...(hasRoles ? { roleIds } : {}),
  };
}

const GAP = (rows: number): Problem => ({
  what: {
    id: `kosong pada ${rows} baris, terisi pada yang lain`,
    en: `is empty in ${rows} rows, filled in others`,
  },
  remedy: { id: 'isi semua baris atau kosongkan semua', en: 'fill all rows or none' },
});
const WRONG_CELLS = (cells: number, header: number): Problem => ({
  what: {
    id: `baris ini berisi ${cells} sel, judulnya ${header}`,
    en: `this line has ${cells} cells, the header ${header}`,
  },
  remedy: {
    id: 'samakan jumlahnya; beri tanda kutip pada teks yang memuat pemisah',
    en: 'make them equal; put text that holds the separator in quotes',
  },
});
