/**
 * When somebody is expected at work: hours by day of the week, the agency's own or those that are assigned to a unit
 * or a person, and the days on which nobody works. Times are minutes from the beginning of the day; a shift that ends
 * after midnight ends beyond 1440.
 */
import { z } from 'zod';
import { dayNumber, minuteOfDay } from '../schemes/working-clock.ts';

export const MINUTES_OF_DAY = 1440;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** 1 is Monday, 7 is Sunday. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The hours of one day. `to` lies beyond 1440 where the shift ends on the next day. */
export interface Shift {
  readonly from: number;
  readonly to: number;
  readonly pause: { readonly from: number; readonly to: number } | null;
  /** Minutes after `from` that are not late yet; whoever comes later is late since `from`. */
  readonly grace: number;
}

/** A week of work. */
export interface Pattern {
  readonly days: Readonly<Record<Weekday, Shift | null>>;
  /** Hospitals and fire brigades work on holidays too. */
  readonly worksOnHolidays: boolean;
}

const time = z.string().refine((text) => minuteOfDay(text) !== undefined);
const hours = z.strictObject({
  from: time,
  to: time,
  pause: z.strictObject({ from: time, to: time }).nullable(),
});
/** A week of work as it is stored: times as `07:30`; a shift whose `to` is not after `from` ends on the next day. */
export const patternShape = z.strictObject({
  days: z.record(z.enum(['1', '2', '3', '4', '5', '6', '7']), hours.nullable()),
  grace: z.int().min(0).max(120),
  worksOnHolidays: z.boolean(),
});
export type StoredPattern = z.output<typeof patternShape>;

/** 37.5 hours in five days, Friday with the longer break (Perpres 21/2023 asks for 37 hours 30 minutes). */
export const DEFAULT_PATTERN: StoredPattern = {
  days: {
    1: { from: '07:30', to: '16:00', pause: { from: '12:00', to: '13:00' } },
    2: { from: '07:30', to: '16:00', pause: { from: '12:00', to: '13:00' } },
    3: { from: '07:30', to: '16:00', pause: { from: '12:00', to: '13:00' } },
    4: { from: '07:30', to: '16:00', pause: { from: '12:00', to: '13:00' } },
    5: { from: '07:30', to: '16:30', pause: { from: '11:30', to: '13:00' } },
    6: null,
    7: null,
  },
  grace: 0,
  worksOnHolidays: false,
};

/** Reads a stored week; times that were checked when it was stored. */
export function patternOf(stored: StoredPattern): Pattern {
  const shiftOf = (weekday: Weekday): Shift | null => {
    const given = stored.days[String(weekday) as keyof StoredPattern['days']];
    if (!given) return null;
    const from = minuteOfDay(given.from) ?? 0;
    const after = (text: string) => {
      const minute = minuteOfDay(text) ?? 0;
      return minute <= from ? minute + MINUTES_OF_DAY : minute;
    };
    const pause = given.pause && { from: after(given.pause.from), to: after(given.pause.to) };
    return { from, to: after(given.to), pause, grace: stored.grace };
  };
  return {
    days: {
      1: shiftOf(1),
      2: shiftOf(2),
      3: shiftOf(3),
      4: shiftOf(4),
      5: shiftOf(5),
      6: shiftOf(6),
      7: shiftOf(7),
    },
    worksOnHolidays: stored.worksOnHolidays,
  };
}

/** Hours that hold for one person, or for everybody of a unit and below, in `[from, until)`. */
export interface Assignment {
  readonly pattern: Pattern;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly from: string;
  readonly until: string | null;
}

export interface WorkCalendar {
  readonly own: Pattern;
  readonly assignments: readonly Assignment[];
  /** Names by civil date. */
  readonly holidays: ReadonlyMap<string, string>;
}

export interface Worker {
  readonly personId: string;
  /** The own unit first, then those above it. */
  readonly unitIds: readonly string[];
}

export function weekdayOf(date: string): Weekday {
  const since = (dayNumber(date) ?? 0) + 3;
  return ((((since % 7) + 7) % 7) + 1) as Weekday;
}

/** The week that holds for somebody on a day: their own, else the nearest unit's, else the agency's. */
export function patternOn(calendar: WorkCalendar, worker: Worker, date: string): Pattern {
  const holding = calendar.assignments.filter(
    ({ from, until }) => from <= date && (until === null || date < until),
  );
  const latest = (some: readonly Assignment[]) =>
    some.reduce<Assignment | undefined>(
      (best, each) => (!best || each.from >= best.from ? each : best),
      undefined,
    );
  const personal = latest(holding.filter(({ personId }) => personId === worker.personId));
  if (personal) return personal.pattern;
  for (const unit of worker.unitIds) {
    const assigned = latest(holding.filter(({ unitId }) => unitId === unit));
    if (assigned) return assigned.pattern;
  }
  return calendar.own;
}

/** The hours of somebody on a day; null where they are not expected. */
export function shiftOn(calendar: WorkCalendar, worker: Worker, date: string): Shift | null {
  const pattern = patternOn(calendar, worker, date);
  if (calendar.holidays.has(date) && !pattern.worksOnHolidays) return null;
  return pattern.days[weekdayOf(date)];
}

/** Working minutes of a shift between two minutes of its day; the break does not count. */
export function workedMinutes(shift: Shift, start: number, end: number): number {
  const overlap = (from: number, to: number) => Math.max(0, Math.min(end, to) - Math.max(start, from));
  return overlap(shift.from, shift.to) - (shift.pause ? overlap(shift.pause.from, shift.pause.to) : 0);
}
