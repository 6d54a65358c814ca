/** One record after another into columns of numbers. */
import type { FileProblem } from '#domain/schemes/index.ts';
import type { RatingColumns } from '#domain/statistics/fairness/index.ts';
import type { ColumnName, ColumnPlaces, Filter } from './fairness-columns.ts';
import type { Ids } from './fairness-ids.ts';
import { numberIn } from './fairness-numbers.ts';
import type { Records } from './fairness-records.ts';

const COMMA = 0x2c;
const POINT = 0x2e;
const QUOTE = 0x22;
const UNKNOWN_GROUP = 255;
const MILLISECONDS_A_DAY = 86_400_000;

export interface Rows {
  /** Takes the record that `records` read last; it began at `position`, in that line. */
  readonly add: (bytes: Uint8Array, position: number, line: number) => void;
  /** Complains of columns that are filled in some rows only. */
  readonly finish: () => void;
  readonly count: () => number;
  readonly columns: () => RatingColumns;
  readonly facts: () => { missing: number; lowest: number; highest: number; isWhole: boolean };
}

export interface RowsData {
  readonly places: ColumnPlaces;
  readonly filters: readonly Filter[];
  /** Cells of the header. */
  readonly cells: number;
  readonly records: Records;
  readonly decimalComma: boolean;
  readonly capacity: number;
  readonly ids: Readonly<Record<'ratee' | 'rater' | 'item' | 'group' | 'role', Ids>>;
  readonly complain: Complain;
}

/** Of the line being read, unless another is named. */
export type Complain = (problem: Omit<FileProblem, 'file' | 'line'>, line?: number) => void;

/** Columns that may be empty as a whole: they are then as if they were not there. */
type Omittable = 'item' | 'day' | 'role' | 'weight';

/** How often a column was empty, and where first. */
interface Gap {
  rows: number;
  readonly line: number;
  readonly column: number;
}

interface Arrays {
  readonly ratee: Int32Array;
  readonly rater: Int32Array;
  readonly score: Float64Array;
  readonly item?: Int32Array;
  readonly day?: Int32Array;
  readonly group?: Uint8Array;
  readonly tie?: Uint8Array;
  readonly role?: Uint8Array;
  readonly weight?: Float64Array;
}

export function createRows(data: RowsData): Rows {
  const { places, records, ids } = data;
  const point = data.decimalComma ? COMMA : POINT;
  let arrays = roomFor(data.capacity, places);
  let count = 0;
  let missing = 0;
  let [lowest, highest, isWhole] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  let bad = false;
  const gaps = new Map<Omittable, Gap>();

  function refuse(bytes: Uint8Array, position: number, place: number, name: string, why: Problem): void {
    bad = true;
    data.complain({
      column: columnOf(bytes, position, records.start[place] ?? position),
      path: name,
      ...why,
    });
  }

  function idAt(bytes: Uint8Array, position: number, column: keyof typeof ids): number {
    const place = places[column] as number;
    const from = records.start[place] as number;
    const end = records.end[place] as number;
    if (from === end) {
      refuse(bytes, position, place, column, NO_NAME);
      return -1;
    }
    if (records.quoted[place] === 1 && bytes.subarray(from, end).includes(QUOTE)) {
      const text = singleQuotes(bytes.subarray(from, end));
      return ids[column].numberOf(text, 0, text.length);
    }
    return ids[column].numberOf(bytes, from, end);
  }

  /** A whole number below `most`, for groups and roles, which are few. */
  function fewAt(bytes: Uint8Array, position: number, column: 'group' | 'role'): number {
    const id = idAt(bytes, position, column);
    if (id < UNKNOWN_GROUP) return id;
    refuse(bytes, position, places[column] as number, column, TOO_MANY);
    return -1;
  }

  function numberAt(bytes: Uint8Array, position: number, column: 'score' | 'weight'): number {
    const place = places[column] as number;
    const from = records.start[place] as number;
    const end = records.end[place] as number;
    // Where semicolons part the cells a comma parts the decimals, but a point is understood too.
    let value = numberIn(bytes, from, end, point);
    if (Number.isNaN(value) && point === COMMA) value = numberIn(bytes, from, end, POINT);
    if (Number.isFinite(value) && (column === 'score' || value > 0)) return value;
    refuse(bytes, position, place, column, column === 'score' ? NO_NUMBER : NO_WEIGHT);
    return Number.NaN;
  }

  function isEmpty(bytes: Uint8Array, column: ColumnName): boolean {
    const place = places[column] as number;
    const from = records.start[place] as number;
    const end = records.end[place] as number;
    return from === end || (end - from === 2 && bytes[from] === 0x4e && bytes[from + 1] === 0x41);
  }

  function textAt(bytes: Uint8Array, column: ColumnName): string {
    const place = places[column] as number;
    return new TextDecoder().decode(bytes.subarray(records.start[place], records.end[place]));
  }

  function isGap(bytes: Uint8Array, position: number, line: number, name: Omittable): boolean {
    const place = places[name] as number;
    if (records.start[place] !== records.end[place]) return false;
    const gap = gaps.get(name);
    if (gap) gap.rows++;
    else gaps.set(name, { rows: 1, line, column: columnOf(bytes, position, records.start[place] as number) });
    return true;
  }

  function optional(bytes: Uint8Array, position: number, line: number): void {
    if (arrays.item && !isGap(bytes, position, line, 'item'))
      arrays.item[count] = idAt(bytes, position, 'item');
    if (arrays.role && !isGap(bytes, position, line, 'role'))
      arrays.role[count] = fewAt(bytes, position, 'role');
    if (arrays.weight && !isGap(bytes, position, line, 'weight'))
      arrays.weight[count] = numberAt(bytes, position, 'weight');
    if (arrays.group)
      arrays.group[count] = isEmpty(bytes, 'group') ? UNKNOWN_GROUP : fewAt(bytes, position, 'group');
    if (arrays.tie) {
      const tie = TIES.get(textAt(bytes, 'tie').toLowerCase());
      if (tie === undefined) refuse(bytes, position, places.tie ?? 0, 'tie', NO_TIE);
      arrays.tie[count] = tie ?? 0;
    }
    if (arrays.day && !isGap(bytes, position, line, 'day')) {
      const day = dayOf(textAt(bytes, 'day'));
      if (day === undefined) refuse(bytes, position, places.day ?? 0, 'day', NO_DAY);
      arrays.day[count] = day ?? 0;
    }
  }

  function isWanted(bytes: Uint8Array): boolean {
    for (const { place, value } of data.filters) {
      const from = records.start[place] as number;
      if ((records.end[place] as number) - from !== value.length) return false;
      for (let k = 0; k < value.length; k++) if (bytes[from + k] !== value[k]) return false;
    }
    return true;
  }

  function add(bytes: Uint8Array, position: number, line: number): void {
    const cells = records.cells();
    if (cells === 1 && records.start[0] === records.end[0] && data.cells > 1) return;
    if (cells !== data.cells) {
      data.complain({ column: 1, path: '', ...WRONG_CELLS(cells, data.cells) });
      return;
    }
    if (data.filters.length > 0 && !isWanted(bytes)) return;
    if (isEmpty(bytes, 'score')) {
      missing++;
      return;
    }
    if (count === arrays.score.length) arrays = enlarged(arrays, places);
    bad = false;
    const score = numberAt(bytes, position, 'score');
    arrays.ratee[count] = idAt(bytes, position, 'ratee');
    arrays.rater[count] = idAt(bytes, position, 'rater');
    arrays.score[count] = score;
    optional(bytes, position, line);
    if (bad) return;
    if (score < lowest) lowest = score;
    if (score > highest) highest = score;
    if (isWhole && score !== Math.floor(score)) isWhole = false;
    count++;
  }

  function finish(): void {
    for (const [path, { rows, line, column }] of gaps) {
      if (rows < count) data.complain({ column, path, ...GAP(rows) }, line);
    }
  }

  function columns(): RatingColumns {
    const empty = new Set<string>(gaps.keys());
    const roles = ids.role.size();
    return {
      ...without(cut(arrays, count), empty),
      ratees: ids.ratee.size(),
      raters: ids.rater.size(),
      items: ids.item.size(),
      groups: ids.group.size(),
      ...(arrays.role && !empty.has('role')
        ? { roleIds: Array.from({ length: roles }, (_, id) => ids.role.nameOf(id)) }
        : {}),
    };
  }

  return { add, finish, count: () => count, columns, facts: () => ({ missing, lowest, highest, isWhole }) };
}

type Problem = Pick<FileProblem, 'what' | 'remedy'>;

function roomFor(rows: number, places: ColumnPlaces): Arrays {
  const has = (column: ColumnName) => places[column] !== undefined;
  return {
    ratee: new Int32Array(rows),
    rater: new Int32Array(rows),
    score: new Float64Array(rows),
    ...(has('item') ? { item: new Int32Array(rows) } : {}),
    ...(has('day') ? { day: new Int32Array(rows) } : {}),
    ...(has('group') ? { group: new Uint8Array(rows) } : {}),
    ...(has('tie') ? { tie: new Uint8Array(rows) } : {}),
    ...(has('role') ? { role: new Uint8Array(rows) } : {}),
    ...(has('weight') ? { weight: new Float64Array(rows) } : {}),
  };
}

function enlarged(arrays: Arrays, places: ColumnPlaces): Arrays {
  const larger = roomFor(Math.ceil(arrays.score.length * 1.3) + 16, places);
  larger.ratee.set(arrays.ratee);
  larger.rater.set(arrays.rater);
  larger.score.set(arrays.score);
  if (arrays.item) larger.item?.set(arrays.item);
  if (arrays.day) larger.day?.set(arrays.day);
  if (arrays.group) larger.group?.set(arrays.group);
  if (arrays.tie) larger.tie?.set(arrays.tie);
  if (arrays.role) larger.role?.set(arrays.role);
  if (arrays.weight) larger.weight?.set(arrays.weight);
  return larger;
}

function cut(arrays: Arrays, rows: number): Arrays {
  const { ratee, rater, score, item, day, group, tie, role, weight } = arrays;
  return {
    ratee: ratee.subarray(0, rows),
    rater: rater.subarray(0, rows),
    score: score.subarray(0, rows),
    ...(item ? { item: item.subarray(0, rows) } : {}),
    ...(day ? { day: day.subarray(0, rows) } : {}),
    ...(group ? { group: group.subarray(0, rows) } : {}),
    ...(tie ? { tie: tie.subarray(0, rows) } : {}),
    ...(role ? { role: role.subarray(0, rows) } : {}),
    ...(weight ? { weight: weight.subarray(0, rows) } : {}),
  };
}

function without(arrays: Arrays, names: ReadonlySet<string>): Arrays {
  const { item, day, role, weight, ...others } = arrays;
  return {
    ...others,
    ...(item && !names.has('item') ? { item } : {}),
    ...(day && !names.has('day') ? { day } : {}),
    ...(role && !names.has('role') ? { role } : {}),
    ...(weight && !names.has('weight') ? { weight } : {}),
  };
}

/** Column of the character at `place`, counted from 1 in its own line. */
function columnOf(bytes: Uint8Array, position: number, place: number): number {
  const from = Math.max(position, bytes.lastIndexOf(0x0a, place - 1) + 1);
  let column = 1;
  // Bytes that continue a character are not counted.
  for (let k = from; k < place; k++) if (((bytes[k] as number) & 0xc0) !== 0x80) column++;
  return column;
}

function singleQuotes(cell: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(cell).replaceAll('""', '"'));
}

/** `2026-03-31`, or a whole number of days. */
function dayOf(text: string): number | undefined {
  if (/^[+-]?\d{1,7}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return time / MILLISECONDS_A_DAY;
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
