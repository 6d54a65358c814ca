/** What single days add up to: the evidence of a scheme's component, and what the law counts in a calendar year. */
import type { Attendance } from '../schemes/mechanisms/presence-evidence.ts';
import type { AttendanceDay } from './day.ts';
import { datesBetween } from './punches.ts';

/** Days in order. `isWorkday` tells of a day that is not among them whether work was expected. */
type Days = readonly AttendanceDay[];

/** The evidence of `presence`; undefined where no working day is known. */
export function attendanceEvidence(days: Days, isWorkday: (date: string) => boolean): Attendance | undefined {
  const counted = sorted(days).filter(({ status }) => status !== 'off');
  if (counted.length === 0) return undefined;
  const minutes = (kind: 'late' | 'early') =>
    counted.flatMap((day) =>
      day.status === 'present' && day[kind] > 0 ? [{ date: day.date, minutes: day[kind] }] : [],
    );
  return {
    workingDays: counted.length,
    absentDays: counted.filter(({ status }) => status === 'absent').length,
    longestAbsence: longestAbsence(counted, isWorkday),
    permittedDays: counted.filter(({ status }) => status === 'excused').length,
    late: minutes('late'),
    earlyLeave: minutes('early'),
  };
}

/** The longest unbroken run of absence, in working days; a working day of which nothing is known breaks it. */
export function longestAbsence(days: Days, isWorkday: (date: string) => boolean): number {
  let longest = 0;
  let run = 0;
  let before: string | undefined;
  for (const { date, status } of sorted(days)) {
    if (status === 'off') continue;
    if (before !== undefined && datesBetween(before, date).slice(1, -1).some(isWorkday)) run = 0;
    run = status === 'absent' ? run + 1 : 0;
    longest = Math.max(longest, run);
    before = date;
  }
  return longest;
}

export interface YearOfAbsence {
  readonly absentDays: number;
  /** Late and early, added up. */
  readonly minutes: number;
  /** So many whole days of `dayMinutes` they make. */
  readonly daysOfMinutes: number;
  readonly days: number;
  readonly longest: number;
}

/** What PP 94/2021 counts of one calendar year: days absent, and 7.5 hours late or early as one day. */
export function absenceOfYear(
  days: Days,
  year: number,
  isWorkday: (date: string) => boolean,
  dayMinutes = 450,
): YearOfAbsence {
  const own = days.filter(({ date }) => date.startsWith(`${year}-`));
  const absentDays = own.filter(({ status }) => status === 'absent').length;
  const minutes = own.reduce((sum, day) => (day.status === 'present' ? sum + day.late + day.early : sum), 0);
  const daysOfMinutes = Math.floor(minutes / dayMinutes);
  return {
    absentDays,
    minutes,
    daysOfMinutes,
    days: absentDays + daysOfMinutes,
    longest: longestAbsence(own, isWorkday),
  };
}

function sorted(days: Days): Days {
  return [...days].sort((one, other) => one.date.localeCompare(other.date));
}
