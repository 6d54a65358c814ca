/** The evidence of `presence`: an attendance file, read fast, and its declared shape. */
import { z } from 'zod';
import { civilDate, words } from '../../problem.ts';
import { dayNumber } from '../working-clock.ts';
import { hasOnly, isRecord } from './mechanism.ts';

type DayOff = { readonly date: string; readonly minutes: number };

/** An attendance file that was read. */
export type Attendance = {
  readonly workingDays: number;
  /** Working days absent without a valid reason, and the longest unbroken run of them. */
  readonly absentDays: number;
  readonly longestAbsence: number;
  /** Working days away with a valid reason. */
  readonly permittedDays?: number;
  readonly late: readonly DayOff[];
  readonly earlyLeave?: readonly DayOff[];
};

const MAXIMUM_DAYS = 366;
const NAMES = new Set(['workingDays', 'absentDays', 'longestAbsence', 'permittedDays', 'late', 'earlyLeave']);
const DAY_NAMES = new Set(['date', 'minutes']);

function isCount(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}

function isDay(value: unknown): value is DayOff {
  return (
    isRecord(value) &&
    isCount(value.minutes, 1440) &&
    value.minutes > 0 &&
    dayNumber(value.date) !== undefined &&
    hasOnly(value, DAY_NAMES)
  );
}

/** Index of the first date that stands in the list before; -1 where each day is named once. */
function repeatedDay(days: readonly DayOff[]): number {
  let rising = true;
  for (let index = 1; index < days.length; index += 1)
    if ((days[index]?.date ?? '') <= (days[index - 1]?.date ?? '')) rising = false;
  if (rising) return -1;
  return days.findIndex(({ date }, index) => days.findIndex((day) => day.date === date) < index);
}

function isDays(value: unknown, most: number): value is readonly DayOff[] {
  if (!Array.isArray(value) || value.length > most) return false;
  for (const day of value) if (!isDay(day)) return false;
  return repeatedDay(value) < 0;
}

/** Reads an attendance file fast; undefined where `attendanceShape` has something to say. */
export function attendanceOf(given: unknown, needsEarlyLeave: boolean): Attendance | undefined {
  if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
  const { workingDays, absentDays, longestAbsence, permittedDays, late, earlyLeave } = given;
  if (!isCount(workingDays, MAXIMUM_DAYS) || workingDays === 0) return undefined;
  if (!isCount(absentDays, workingDays) || !isCount(longestAbsence, absentDays)) return undefined;
  if (absentDays > 0 && longestAbsence === 0) return undefined;
  const present = workingDays - absentDays;
  if (permittedDays !== undefined && !isCount(permittedDays, present)) return undefined;
  if (!isDays(late, present)) return undefined;
  if (earlyLeave === undefined ? needsEarlyLeave : !isDays(earlyLeave, present)) return undefined;
  // Every field was looked at above.
  return given as Attendance;
}

function daysShape() {
  return z
    .array(z.strictObject({ date: civilDate(), minutes: z.int().min(1).max(1440) }))
    .max(MAXIMUM_DAYS)
    .superRefine((days, context) => {
      const index = repeatedDay(days);
      if (index < 0) return;
      context.addIssue({
        code: 'custom',
        path: [index, 'date'],
        ...words(
          { id: 'tanggal ini sudah tercantum', en: 'this date is already in the list' },
          {
            id: 'jumlahkan menit hari itu dalam satu butir',
            en: 'add up the minutes of the day in one entry',
          },
        ),
      });
    });
}

const TOO_MANY_DAYS = words(
  { id: 'lebih banyak daripada hari masuk kerja', en: 'has more days than were worked' },
  { id: 'periksa workingDays dan absentDays', en: 'check workingDays and absentDays' },
);

export function attendanceShape(needsEarlyLeave: boolean) {
  const days = z.int().min(0).max(MAXIMUM_DAYS);
  return z
    .strictObject({
      workingDays: days.min(1),
      absentDays: days,
      longestAbsence: days,
      permittedDays: days.optional(),
      late: daysShape(),
      earlyLeave: needsEarlyLeave ? daysShape() : daysShape().optional(),
    })
    .refine(({ workingDays, absentDays }) => absentDays <= workingDays, {
      path: ['absentDays'],
      ...words(
        { id: 'melebihi hari kerja', en: 'is more than the working days' },
        { id: 'periksa workingDays dan absentDays', en: 'check workingDays and absentDays' },
      ),
    })
    .refine(
      ({ absentDays, longestAbsence }) =>
        longestAbsence <= absentDays && longestAbsence > 0 === absentDays > 0,
      {
        path: ['longestAbsence'],
        ...words(
          { id: 'tidak sesuai dengan absentDays', en: 'does not agree with absentDays' },
          {
            id: 'tulis jumlah hari berturut-turut yang terlama; 0 hanya bila tidak pernah tidak masuk',
            en: 'write the longest run of days; 0 only where nobody was absent',
          },
        ),
      },
    )
    .refine(
      ({ workingDays, absentDays, permittedDays = 0 }) =>
        absentDays > workingDays || absentDays + permittedDays <= workingDays,
      {
        path: ['permittedDays'],
        ...words(
          {
            id: 'bersama absentDays melebihi hari kerja',
            en: 'together with absentDays is more than the working days',
          },
          { id: 'periksa ketiga jumlah hari', en: 'check the three numbers of days' },
        ),
      },
    )
    .refine(
      ({ workingDays, absentDays, late }) =>
        absentDays > workingDays || late.length <= workingDays - absentDays,
      { path: ['late'], ...TOO_MANY_DAYS },
    )
    .refine(
      ({ workingDays, absentDays, earlyLeave = [] }) =>
        absentDays > workingDays || earlyLeave.length <= workingDays - absentDays,
      { path: ['earlyLeave'], ...TOO_MANY_DAYS },
    );
}
