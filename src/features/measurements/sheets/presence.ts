/** Attendance, one row a working day. */
import type { Excuse, StatedDay } from '#domain/attendance/index.ts';
import { type CellProblem, choiceIn, countIn, missing, type SheetForm, type SheetRow } from './sheet.ts';
import { dateOf } from './when.ts';

const STATES = [
  { code: 'hadir', label: { id: 'hadir', en: 'present' } },
  { code: 'izin', label: { id: 'izin', en: 'excused' } },
  { code: 'alpa', label: { id: 'alpa', en: 'absent' } },
  { code: 'cuti', label: { id: 'cuti', en: 'leave' } },
  { code: 'sakit', label: { id: 'sakit', en: 'ill' } },
  { code: 'dinas-luar', label: { id: 'dinas luar', en: 'on duty elsewhere' } },
] as const;
const EXCUSE_OF: Readonly<Record<string, Excuse>> = {
  izin: 'permission',
  cuti: 'leave',
  sakit: 'sick',
  'dinas-luar': 'duty',
};
const MINUTES_A_DAY = 1440;

type Report = (problem: CellProblem) => void;
interface Day {
  readonly date: string;
  readonly state: string;
  readonly late: number;
  readonly early: number;
}

function dayOf(row: SheetRow, report: Report): Day | undefined {
  const written = row.text('date');
  const date = dateOf(written);
  if (!date)
    report(
      written === ''
        ? missing(row, 'date')
        : {
            row: row.number,
            key: 'date',
            reason: { id: 'bukan tanggal yang ada', en: 'is not a date that exists' },
            remedy: { id: 'tulis seperti 02-03-2026', en: 'write it like 02-03-2026' },
          },
    );
  const state = choiceIn(row, 'state', STATES, report);
  const late = countIn(row, 'late', { most: MINUTES_A_DAY, otherwise: 0 }, report);
  const early = countIn(row, 'early', { most: MINUTES_A_DAY, otherwise: 0 }, report);
  if (!date || !state || late === undefined || early === undefined) return undefined;
  if (state !== 'hadir' && late + early > 0)
    report({
      row: row.number,
      key: 'late',
      reason: { id: 'ada menit pada hari tidak hadir', en: 'has minutes on a day of absence' },
      remedy: { id: 'kosongkan, atau tulis hadir', en: 'leave it empty, or write present' },
    });
  return { date, state, late, early };
}

/** The most absences on working days that follow each other: the file lists every working day. */
function longestRun(days: readonly Day[]): number {
  let longest = 0;
  let run = 0;
  for (const { state } of days) {
    run = state === 'alpa' ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function read(rows: readonly SheetRow[], report: Report): unknown {
  const seen = new Map<string, number>();
  const days: Day[] = [];
  for (const row of rows) {
    const day = dayOf(row, report);
    if (!day) continue;
    const earlier = seen.get(day.date);
    if (earlier !== undefined)
      report({
        row: row.number,
        key: 'date',
        reason: { id: `sama dengan baris ${earlier}`, en: `is the same as row ${earlier}` },
        remedy: { id: 'tulis setiap hari kerja satu kali', en: 'write each working day once' },
      });
    seen.set(day.date, row.number);
    days.push(day);
  }
  days.sort((first, second) => first.date.localeCompare(second.date));
  const minutes = (key: 'late' | 'early') =>
    days.flatMap((day) => (day[key] > 0 ? [{ date: day.date, minutes: day[key] }] : []));
  return {
    workingDays: days.length,
    absentDays: days.filter((day) => day.state === 'alpa').length,
    longestAbsence: longestRun(days),
    permittedDays: days.filter((day) => day.state in EXCUSE_OF).length,
    late: minutes('late'),
    earlyLeave: minutes('early'),
  };
}

function statedDays(rows: readonly SheetRow[]): readonly StatedDay[] {
  return rows.flatMap((row): StatedDay[] => {
    const day = dayOf(row, () => undefined);
    if (!day) return [];
    const { date, state, late, early } = day;
    if (state === 'hadir') return [{ date, status: 'present', excuse: null, late, early }];
    const excuse = EXCUSE_OF[state] ?? null;
    const status = excuse ? 'excused' : 'absent';
    return [{ date, status, excuse, late: 0, early: 0 }];
  });
}

export const PRESENCE_SHEET: SheetForm = {
  columns: [
    {
      key: 'date',
      heading: { id: 'Tanggal', en: 'Date' },
      required: true,
      help: { id: 'Setiap hari kerja satu baris', en: 'One row for each working day' },
    },
    {
      key: 'state',
      heading: { id: 'Keterangan', en: 'State' },
      required: true,
      help: {
        id: 'hadir; cuti, sakit, dinas luar, atau izin (dengan alasan sah); alpa (tanpa alasan sah)',
        en: 'present; leave, ill, on duty elsewhere or excused; absent (without a valid reason)',
      },
      choices: STATES.map((state) => state.label.id),
    },
    {
      key: 'late',
      heading: { id: 'Menit terlambat', en: 'Minutes late' },
      required: false,
      help: { id: 'Bilangan bulat; kosong bila tepat waktu', en: 'A whole number; empty when on time' },
    },
    {
      key: 'early',
      heading: { id: 'Menit pulang cepat', en: 'Minutes left early' },
      required: false,
      help: { id: 'Bilangan bulat; kosong bila tidak', en: 'A whole number; empty when not' },
    },
  ],
  examples: [
    { date: '02-03-2026', state: 'hadir', late: '', early: '' },
    { date: '03-03-2026', state: 'hadir', late: '20', early: '' },
    { date: '04-03-2026', state: 'izin', late: '', early: '' },
  ],
  read,
  keep: (rows) => ({ kind: 'days', days: statedDays(rows) }),
};
