/** How attendance files look: which heading means what, and which set of columns makes which kind of file. */
import type { Cell } from '#platform/spreadsheet/index.ts';
import { cellText } from '#platform/spreadsheet/index.ts';

export const COLUMNS = [
  'nip',
  'pin',
  'name',
  'moment',
  'date',
  'time',
  'in',
  'out',
  'state',
  'late',
  'early',
] as const;
export type Column = (typeof COLUMNS)[number];

/** `stated`: a state for each day, without times; `daily`: coming and leaving of each day; `punches`: every moment. */
export type Layout = 'stated' | 'daily' | 'punches';

/** Headings by column, those that tell most first: beside `Scan masuk`, `Jam masuk` is what the timetable says. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  nip: ['nip', 'nip baru', 'nip/nik', 'nomor induk pegawai', 'nip pegawai'],
  pin: [
    'pin',
    'ac-no.',
    'ac-no',
    'ac no',
    'enno',
    'enroll no',
    'enroll number',
    'no. id',
    'no id',
    'id pegawai',
    'user id',
    'userid',
    'badgenumber',
    'badge number',
    'emp no.',
    'emp no',
    'employee id',
    'person id',
    'id karyawan',
    'nomor mesin',
    'id',
    'no.',
    'no',
  ],
  name: ['nama', 'nama pegawai', 'nama karyawan', 'name', 'employee name'],
  moment: [
    'waktu scan',
    'scan date',
    'tanggal scan',
    'tgl scan',
    'tanggal/jam',
    'tanggal dan jam',
    'tanggal waktu',
    'tanggal & waktu',
    'tgl/waktu',
    'date/time',
    'datetime',
    'date time',
    'date and time',
    'checktime',
    'timestamp',
    'waktu',
    'time',
  ],
  date: ['tanggal', 'tgl', 'tgl.', 'date', 'hari/tanggal'],
  time: ['jam scan', 'jam', 'pukul', 'waktu', 'time'],
  in: [
    'scan masuk',
    'scan in',
    'clock in',
    'check in',
    'time in',
    'jam masuk',
    'jam datang',
    'masuk',
    'datang',
    'in',
  ],
  out: [
    'scan pulang',
    'scan keluar',
    'scan out',
    'clock out',
    'check out',
    'time out',
    'jam pulang',
    'jam keluar',
    'pulang',
    'keluar',
    'out',
  ],
  state: ['keterangan', 'ket', 'ket.', 'status kehadiran', 'status', 'state'],
  late: ['menit terlambat', 'minutes late'],
  early: ['menit pulang cepat', 'minutes left early'],
};

export type Places = Partial<Record<Column, number>>;

const alike = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');

/** Where each column stands in a row of headings. */
export function placesOf(cells: readonly Cell[]): Places {
  const names = cells.map((cell) => alike(cellText(cell)));
  const places: Places = {};
  const taken = new Set<number>();
  for (const column of COLUMNS) {
    for (const heading of HEADINGS[column]) {
      const place = names.indexOf(heading);
      if (place < 0 || taken.has(place)) continue;
      // One column of times beside one of dates is the time; alone it is the whole moment.
      if (column === 'moment' && (heading === 'waktu' || heading === 'time') && hasDate(names)) continue;
      places[column] = place;
      taken.add(place);
      break;
    }
  }
  return places;
}

function hasDate(names: readonly string[]): boolean {
  return HEADINGS.date.some((heading) => names.includes(heading));
}

export function layoutOf(places: Places): Layout | undefined {
  const isNamed = places.nip !== undefined || places.pin !== undefined;
  if (!isNamed) return undefined;
  const hasDay = places.date !== undefined;
  if (hasDay && (places.in !== undefined || places.out !== undefined)) return 'daily';
  if (places.moment !== undefined || (hasDay && places.time !== undefined)) return 'punches';
  return hasDay && places.state !== undefined ? 'stated' : undefined;
}

/** A date with its time, whatever comes before or behind. */
const MOMENT = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[ T]\d{1,2}[:.]\d{2}/;

/** A log without headings: one column of numbers, one of moments, in nearly every one of the first rows. */
export function placesWithoutHeadings(
  rows: readonly (readonly Cell[])[],
  written: (cell: Cell | undefined) => string,
): Places | undefined {
  const sample = rows.filter((row) => row.some((cell) => cellText(cell).trim() !== '')).slice(0, 20);
  if (sample.length === 0) return undefined;
  const width = Math.max(...sample.map((row) => row.length));
  const isMost = (test: (cell: string) => boolean, column: number) =>
    sample.filter((row) => test(written(row[column]))).length >= sample.length * 0.8;
  const columns = Array.from({ length: width }, (_, column) => column);
  const moment = columns.find((column) => isMost((cell) => MOMENT.test(cell), column));
  const pin = columns.find(
    (column) => column !== moment && isMost((cell) => /^\d{1,18}$/.test(cell), column),
  );
  if (moment === undefined || pin === undefined) return undefined;
  return { pin, moment };
}
