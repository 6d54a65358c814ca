/**
 * An attendance file as a machine wrote it, to what it says of whom. What kind of file it is follows from its headings
 * or, where there are none, from what its columns hold. Nothing is asked; whatever cannot be read is named by cell.
 */
import { civilDateOf, type DateOrder, momentOf, orderOf, type StatedDay } from '#domain/attendance/index.ts';
import { type Cell, cellText, columnLetters, isBlank, readSheets } from '#platform/spreadsheet/index.ts';
import { clockOf, minutesOf, stateOf } from './cell-words.ts';
import {
  type Column,
  type Layout,
  layoutOf,
  type Places,
  placesOf,
  placesWithoutHeadings,
} from './layouts.ts';
import { text } from './text.ts';

/** A day with the times of coming and leaving, in minutes of the day. */
export interface TimedDay {
  readonly date: string;
  readonly timeIn: number | null;
  readonly timeOut: number | null;
}

/** What a file says of one number or NIP. */
export interface FileEntry {
  /** An NIP of 18 digits, or the number that the machine knows somebody by, without leading zeros. */
  readonly key: string;
  readonly name: string;
  readonly rows: number;
  readonly punches: readonly number[];
  readonly timed: readonly TimedDay[];
  readonly stated: readonly StatedDay[];
}

export interface FileProblem {
  readonly row: number;
  /** Letters and heading of the column. */
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

export interface ReadFile {
  readonly layout: Layout;
  /** Civil dates of the first and the last row that could be read. */
  readonly from: string;
  readonly until: string;
  readonly rows: number;
  readonly entries: readonly FileEntry[];
  readonly problems: readonly FileProblem[];
}

const HEADING_ROWS = 25;

interface Found {
  readonly layout: Layout;
  readonly places: Places;
  readonly headings: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** Index of the first row of `rows` in the sheet. */
  readonly offset: number;
}

/** Throws `SpreadsheetError` for what is no spreadsheet; undefined where no attendance can be recognised in it. */
export async function readAttendance(
  bytes: Uint8Array,
  file: string,
  zone: string,
): Promise<ReadFile | undefined> {
  for (const sheet of await readSheets(bytes, file)) {
    const found = recognise(sheet.rows);
    if (found) return readRows(found, zone);
  }
  return undefined;
}

function recognise(rows: readonly (readonly Cell[])[]): Found | undefined {
  for (const [at, headings] of rows.slice(0, HEADING_ROWS).entries()) {
    const places = placesOf(headings);
    if (isSerial(rows.slice(at + 1), places)) delete places.pin;
    const layout = layoutOf(places);
    if (layout) return { layout, places, headings, rows: rows.slice(at + 1), offset: at + 1 };
  }
  const places = placesWithoutHeadings(rows, written);
  return places ? { layout: 'punches', places, headings: [], rows, offset: 0 } : undefined;
}

/** `No.` is the machine's number of somebody in some files, and the number of the row in others. */
function isSerial(rows: readonly (readonly Cell[])[], { pin }: Places): boolean {
  if (pin === undefined) return false;
  const numbers = rows
    .filter((row) => !isBlank(row[pin]))
    .slice(0, 50)
    .map((row) => Number(written(row[pin])));
  return numbers.length > 2 && numbers.every((each, index) => each === (numbers[0] ?? 0) + index);
}

/** A cell as text; dates as in ISO, with their time; a time of its own without the date that it does not have. */
function written(cell: Cell | undefined): string {
  if (cell?.kind !== 'date') return cellText(cell).trim().replace(/\s+/g, ' ').slice(0, 200);
  if (!cell.time) return cell.value;
  return cell.value < '1900-01-01' ? cell.time : `${cell.value} ${cell.time}`;
}

interface Collected {
  name: string;
  rows: number;
  readonly punches: number[];
  readonly timed: TimedDay[];
  readonly stated: StatedDay[];
}

function readRows(found: Found, zone: string): ReadFile {
  const reader = new RowReader(found, zone);
  for (const [index, row] of found.rows.entries()) {
    if (row.every(isBlank)) continue;
    reader.read(row, found.offset + index + 1);
  }
  return reader.result();
}

/** Reads row after row; keeps what was found by number and everything that stands in the way. */
class RowReader {
  readonly #found: Found;
  readonly #zone: string;
  readonly #order: DateOrder;
  readonly #entries = new Map<string, Collected>();
  readonly #problems: FileProblem[] = [];
  #rows = 0;
  #from = '9999-12-31';
  #until = '0000-01-01';

  constructor(found: Found, zone: string) {
    this.#found = found;
    this.#zone = zone;
    const column = found.places.moment ?? found.places.date ?? 0;
    this.#order = orderOf(found.rows.map((row) => written(row[column])));
  }

  read(row: readonly Cell[], number: number): void {
    this.#rows += 1;
    const { places, layout } = this.#found;
    const at = (column: Column) => written(places[column] === undefined ? undefined : row[places[column]]);
    const refuse = (column: Column, reason: string, remedy: string) => {
      const place = places[column];
      const heading = place === undefined ? '' : written(this.#found.headings[place]);
      const letters = place === undefined ? '' : columnLetters(place);
      this.#problems.push({
        row: number,
        column: [letters, heading].filter(Boolean).join(' · '),
        value: at(column),
        reason,
        remedy,
      });
    };
    const key = this.#keyOf(row, at, refuse);
    if (!key) return;
    const own = this.#entries.get(key) ?? { name: '', rows: 0, punches: [], timed: [], stated: [] };
    const read =
      layout === 'punches'
        ? this.#punch(own, at, refuse)
        : layout === 'daily'
          ? this.#daily(own, at, refuse)
          : this.#stated(own, at, refuse);
    if (!read) return;
    own.rows += 1;
    own.name ||= at('name');
    this.#entries.set(key, own);
  }

  result(): ReadFile {
    return {
      layout: this.#found.layout,
      from: this.#from,
      until: this.#until,
      rows: this.#rows,
      entries: [...this.#entries].map(([key, own]) => ({ key, ...own })),
      problems: this.#problems,
    };
  }

  #keyOf(row: readonly Cell[], at: (column: Column) => string, refuse: Refuse): string | undefined {
    const { places } = this.#found;
    const column = places.nip !== undefined && at('nip') !== '' ? 'nip' : 'pin';
    const cell = row[places[column] ?? -1];
    if (cell?.kind === 'number' && cell.value >= 1e15) {
      refuse(column, text.nipAsNumber(), text.nipAsNumberRemedy());
      return undefined;
    }
    const given = at(column).replace(/[\s.'’-]/g, '');
    const key = /^\d+$/.test(given) && given.length < 18 ? given.replace(/^0+(?=\d)/, '') : given;
    if (key !== '' && key.length <= 40) return key;
    refuse(column, text.noNumber(), text.noNumberRemedy());
    return undefined;
  }

  #seen(date: string): void {
    if (date < this.#from) this.#from = date;
    if (date > this.#until) this.#until = date;
  }

  #punch(own: Collected, at: (column: Column) => string, refuse: Refuse): boolean {
    const hasMoment = this.#found.places.moment !== undefined;
    const said = hasMoment ? at('moment') : `${at('date').split(' ')[0]} ${at('time')}`;
    const moment = momentOf(said, this.#order, this.#zone);
    if (moment === undefined) {
      refuse(hasMoment ? 'moment' : 'date', text.noMoment(), text.noMomentRemedy());
      return false;
    }
    own.punches.push(moment);
    this.#seen(new Date(moment * 60_000).toISOString().slice(0, 10));
    return true;
  }

  #dateOf(at: (column: Column) => string, refuse: Refuse): string | undefined {
    // `Senin, 05/01/2026` and `2026-01-05 00:00:00` are dates too.
    const said =
      at('date')
        .replace(/^[A-Za-z]+,?\s+/, '')
        .split(' ')[0] ?? '';
    const date = civilDateOf(said, this.#order);
    if (!date) refuse('date', text.noDate(), text.noDateRemedy());
    return date;
  }

  #daily(own: Collected, at: (column: Column) => string, refuse: Refuse): boolean {
    const date = this.#dateOf(at, refuse);
    if (!date) return false;
    const times = { in: clockOf(at('in')), out: clockOf(at('out')) };
    for (const column of ['in', 'out'] as const)
      if (times[column] === undefined) refuse(column, text.noTime(), text.noTimeRemedy());
    if (times.in === undefined || times.out === undefined) return false;
    const state = stateOf(at('state'));
    if (times.in !== null || times.out !== null) {
      const crosses = times.in !== null && times.out !== null && times.out < times.in;
      own.timed.push({ date, timeIn: times.in, timeOut: crosses ? (times.out ?? 0) + 1440 : times.out });
    } else if (state === 'off') return true;
    else if (state === undefined && at('state') !== '') {
      refuse('state', text.unknownState(), text.unknownStateRemedy());
      return false;
    } else if (state && state !== 'present' && state !== 'absent')
      own.stated.push({ date, status: 'excused', excuse: state, late: 0, early: 0 });
    else own.timed.push({ date, timeIn: null, timeOut: null });
    this.#seen(date);
    return true;
  }

  #stated(own: Collected, at: (column: Column) => string, refuse: Refuse): boolean {
    const date = this.#dateOf(at, refuse);
    if (!date) return false;
    const state = stateOf(at('state'));
    if (state === 'off') return true;
    if (state === undefined) {
      refuse('state', text.unknownState(), text.unknownStateRemedy());
      return false;
    }
    const minutes = { late: minutesOf(at('late')), early: minutesOf(at('early')) };
    for (const column of ['late', 'early'] as const)
      if (minutes[column] === undefined) refuse(column, text.noMinutes(), text.noMinutesRemedy());
    if (minutes.late === undefined || minutes.early === undefined) return false;
    if (state === 'present')
      own.stated.push({ date, status: 'present', excuse: null, late: minutes.late, early: minutes.early });
    else if (state === 'absent') own.stated.push({ date, status: 'absent', excuse: null, late: 0, early: 0 });
    else own.stated.push({ date, status: 'excused', excuse: state, late: 0, early: 0 });
    this.#seen(date);
    return true;
  }
}

type Refuse = (column: Column, reason: string, remedy: string) => void;
