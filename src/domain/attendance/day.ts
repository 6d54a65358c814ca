/**
 * What became of one working day: present with the minutes late and early, excused by a letter, or absent without a
 * valid reason. One pure rule for files, letters, holidays and corrections alike, so that a day reads the same
 * however it came to be known.
 */
import { MINUTES_OF_DAY, type Shift, workedMinutes } from './schedule.ts';

/** `off`: nobody was expected; such a day does not count. */
export const DAY_STATUSES = ['present', 'absent', 'excused', 'off'] as const;
export type DayStatus = (typeof DAY_STATUSES)[number];

/** Leave, illness, duty elsewhere, training, permission. */
export const EXCUSES = ['leave', 'sick', 'duty', 'training', 'permission'] as const;
export type Excuse = (typeof EXCUSES)[number];
export const PARTS = ['day', 'morning', 'afternoon'] as const;
export type Part = (typeof PARTS)[number];

/** A letter that excuses days; both are included. */
export interface Letter {
  readonly kind: Excuse;
  readonly part: Part;
  readonly from: string;
  readonly until: string;
}

export interface AttendanceDay {
  readonly date: string;
  readonly status: DayStatus;
  /** When the person was expected, after a letter for half of the day; null where the file does not say. */
  readonly expectedIn: number | null;
  readonly expectedOut: number | null;
  readonly timeIn: number | null;
  readonly timeOut: number | null;
  /** Which of the two was not registered although the other was. */
  readonly missing: 'in' | 'out' | null;
  readonly late: number;
  readonly early: number;
  readonly excuse: Excuse | null;
}

export interface DayGiven {
  readonly date: string;
  readonly shift: Shift | null;
  readonly timeIn: number | null;
  readonly timeOut: number | null;
  readonly letters: readonly Letter[];
  /** What a time that was not registered costs, in minutes late or early. */
  readonly missingMinutes: number;
}

export function letterOn(
  letters: readonly Letter[],
  date: string,
  parts: readonly Part[],
): Letter | undefined {
  return letters.find(({ part, from, until }) => parts.includes(part) && from <= date && date <= until);
}

export function judgeDay(given: DayGiven): AttendanceDay {
  const { date, shift, timeIn, timeOut, letters } = given;
  const times = { date, timeIn, timeOut, missing: null, late: 0, early: 0, excuse: null };
  if (!shift) return { ...times, status: 'off', expectedIn: null, expectedOut: null };
  const whole = letterOn(letters, date, ['day']);
  if (whole)
    return {
      ...times,
      status: 'excused',
      excuse: whole.kind,
      expectedIn: shift.from,
      expectedOut: shift.to,
    };
  const half = letterOn(letters, date, ['morning', 'afternoon']);
  const expected = half ? withoutHalf(shift, half.part) : shift;
  const hours = { expectedIn: expected.from, expectedOut: expected.to, excuse: half?.kind ?? null };
  if (timeIn === null && timeOut === null) return { ...times, ...hours, status: 'absent' };
  const unregistered = Math.min(given.missingMinutes, workedMinutes(expected, expected.from, expected.to));
  return {
    ...times,
    ...hours,
    status: 'present',
    missing: timeIn === null ? 'in' : timeOut === null ? 'out' : null,
    late: timeIn === null ? unregistered : lateMinutes(expected, timeIn),
    early: timeOut === null ? unregistered : workedMinutes(expected, timeOut, expected.to),
  };
}

function lateMinutes(expected: Shift, timeIn: number): number {
  if (timeIn <= expected.from + expected.grace) return 0;
  return Math.min(MINUTES_OF_DAY, workedMinutes(expected, expected.from, timeIn));
}

/** The hours that remain where a letter excuses the morning or the afternoon: the break divides the day. */
function withoutHalf(shift: Shift, part: Part): Shift {
  const middle = Math.round((shift.from + shift.to) / 2);
  const pause = shift.pause ?? { from: middle, to: middle };
  return part === 'morning'
    ? { ...shift, from: pause.to, pause: null }
    : { ...shift, to: pause.from, pause: null };
}

/** What a file or an officer said of a day of which no times are known. */
export interface StatedDay {
  readonly date: string;
  readonly status: 'present' | 'absent' | 'excused';
  readonly excuse: Excuse | null;
  readonly late: number;
  readonly early: number;
}

/** A day as it was stated: a letter still excuses it, and a day on which nobody works still does not count. */
export function judgeStated(
  stated: StatedDay,
  { shift, letters }: { readonly shift: Shift | null; readonly letters: readonly Letter[] },
): AttendanceDay {
  const { date, status, late, early } = stated;
  const day = { date, timeIn: null, timeOut: null, missing: null, late: 0, early: 0 };
  const hours = { expectedIn: shift?.from ?? null, expectedOut: shift?.to ?? null };
  const whole = letterOn(letters, date, ['day']);
  if (whole && status !== 'present') return { ...day, ...hours, status: 'excused', excuse: whole.kind };
  if (!shift && status !== 'present') return { ...day, ...hours, status: 'off', excuse: null };
  if (status === 'present') return { ...day, ...hours, status, late, early, excuse: null };
  if (status === 'absent') return { ...day, ...hours, status, excuse: null };
  // Excused by whoever wrote the file and not by a letter here: that no hours stand beside it tells the two apart.
  return { ...day, expectedIn: null, expectedOut: null, status, excuse: stated.excuse ?? 'permission' };
}

/** Whether two readings of a day say the same. */
export function isSameDay(one: AttendanceDay, other: AttendanceDay): boolean {
  return (
    one.date === other.date &&
    one.status === other.status &&
    one.timeIn === other.timeIn &&
    one.timeOut === other.timeOut &&
    one.missing === other.missing &&
    one.late === other.late &&
    one.early === other.early &&
    one.excuse === other.excuse &&
    one.expectedIn === other.expectedIn &&
    one.expectedOut === other.expectedOut
  );
}
