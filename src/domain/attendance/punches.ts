/**
 * From the log of an attendance machine to days. A machine registers moments; which of them began a shift and which
 * ended it follows from the hours alone, because the buttons for coming and going are rarely pressed as they should.
 */
import { dayNumber } from '../schemes/working-clock.ts';
import { type AttendanceDay, judgeDay, type Letter } from './day.ts';
import { MINUTES_OF_DAY, type Shift } from './schedule.ts';

/** A moment belongs to a shift up to so long before its beginning and after its end. */
const REACH_MINUTES = 8 * 60;
/** Two moments closer than this are one act: a finger laid on twice, not a day of work. */
const SHORTEST_STAY_MINUTES = 60;

export interface Window {
  readonly from: number;
  readonly until: number;
}

/** The moments that belong to a shift: halfway to the shifts around it. Minutes from the beginning of its day. */
export function windowOf(shift: Shift, before: Shift | null, after: Shift | null): Window {
  const ended = before ? before.to - MINUTES_OF_DAY : Number.NEGATIVE_INFINITY;
  const begins = after ? after.from + MINUTES_OF_DAY : Number.POSITIVE_INFINITY;
  return {
    from: Math.max(shift.from - REACH_MINUTES, Math.ceil((ended + shift.from) / 2)),
    until: Math.min(shift.to + REACH_MINUTES, Math.ceil((shift.to + begins) / 2)),
  };
}

/** When a shift was begun and left, from the moments of its window in order. */
export function timesOf(
  moments: readonly number[],
  shift: Shift,
): { readonly timeIn: number | null; readonly timeOut: number | null } {
  const [first] = moments;
  const last = moments.at(-1);
  if (first === undefined || last === undefined) return { timeIn: null, timeOut: null };
  if (last - first >= SHORTEST_STAY_MINUTES) return { timeIn: first, timeOut: last };
  // Only one end was registered: the nearer one.
  const middle = (shift.from + shift.to) / 2;
  return first <= middle ? { timeIn: first, timeOut: null } : { timeIn: null, timeOut: last };
}

/** Civil dates from one to another, both included. */
export function datesBetween(from: string, until: string): readonly string[] {
  const first = dayNumber(from) ?? 0;
  const last = dayNumber(until) ?? -1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dateOfNumber(first + index));
}

function dateOfNumber(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The days of one person between two dates. Days on which nobody was expected are left out. */
export function daysFromPunches(given: {
  readonly from: string;
  readonly until: string;
  /** Civil minutes since 1970-01-01T00:00, in any order, with any repetition. */
  readonly punches: readonly number[];
  readonly shiftOn: (date: string) => Shift | null;
  readonly letters: readonly Letter[];
  readonly missingMinutes: number;
}): readonly AttendanceDay[] {
  const moments = [...new Set(given.punches)].sort((one, other) => one - other);
  const dates = datesBetween(given.from, given.until);
  const first = dayNumber(given.from) ?? 0;
  let start = 0;
  return dates.flatMap((date, index) => {
    const shift = given.shiftOn(date);
    if (!shift) return [];
    const midnight = (first + index) * MINUTES_OF_DAY;
    const around = (offset: number) => given.shiftOn(dateOfNumber(first + index + offset));
    const window = windowOf(shift, around(-1), around(1));
    while (start < moments.length && (moments[start] ?? 0) < midnight + window.from) start += 1;
    const own: number[] = [];
    for (let at = start; at < moments.length; at += 1) {
      const minute = (moments[at] ?? 0) - midnight;
      if (minute >= window.until) break;
      own.push(minute);
    }
    return [
      judgeDay({
        date,
        shift,
        ...timesOf(own, shift),
        letters: given.letters,
        missingMinutes: given.missingMinutes,
      }),
    ];
  });
}
