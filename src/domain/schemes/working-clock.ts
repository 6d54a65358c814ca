/**
 * A clock that runs only in working hours: what a service standard counts. Times are civil, as they
 * stand on the wall of the office, counted in whole minutes; there are no time zones and no seconds.
 * The time worked before any minute is found by arithmetic, so the length of a case costs nothing.
 */

/** Working hours. Days are 1 (Monday) to 7 (Sunday); times are minutes of the day, `to` not included. */
export type WorkingHours = {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly break?: { readonly from: number; readonly to: number };
  /** Day numbers on which nobody works. */
  readonly holidays: readonly number[];
};

export type WorkingClock = {
  /** Working minutes from one civil minute up to another. Never negative when `end` is not before `start`. */
  readonly minutesBetween: (start: number, end: number) => number;
  /** The same hours with further days off. */
  readonly withHolidays: (days: readonly number[]) => WorkingClock;
};

const MINUTES_OF_DAY = 1440;
/** 1900-01-01, a Monday: the first day that civil dates of Tera know. */
const FIRST_MONDAY = -25_567;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days of a common year before each month. */
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** So far below zero that two digits cannot mend it: what is no digit fails every least value. */
const NO_DIGITS = -100_000;

/** The number written in two digits at a place of a text; below zero where there is another character. */
function twoDigits(text: string, place: number): number {
  const tens = text.charCodeAt(place) - 48;
  const ones = text.charCodeAt(place + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

/** Days since 1970-01-01 of the civil date that a text begins with; undefined where there is none. */
function dayAtStart(text: string): number | undefined {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (DAYS_OF_MONTH[month - 1] ?? 0) + (isLeap && month === 2 ? 1 : 0)) return undefined;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const before = (DAYS_BEFORE[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0);
  // 1970-01-01 is day 719,163 of the calendar counted from 0001-01-01.
  return past * 365 + leapDays + before + day - 719_163;
}

/** Days since 1970-01-01 of `2026-03-02`; undefined for what is no civil date from 1900 to 2999. */
export function dayNumber(text: unknown): number | undefined {
  return typeof text === 'string' && text.length === 10 ? dayAtStart(text) : undefined;
}

/** Minutes of the day of `09:15`; undefined for what is no time of a clock. */
export function minuteOfDay(text: unknown): number | undefined {
  return typeof text === 'string' && text.length === 5 ? timeAt(text, 0) : undefined;
}

function timeAt(text: string, place: number): number | undefined {
  const hour = twoDigits(text, place);
  const minute = twoDigits(text, place + 3);
  if (text.charCodeAt(place + 2) !== 58 || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return undefined;
  return hour * 60 + minute;
}

/** Minutes since 1970-01-01T00:00 of `2026-03-02T09:15`; undefined for what is no such time. */
export function civilMinute(text: unknown): number | undefined {
  if (typeof text !== 'string' || text.length !== 16 || text.charCodeAt(10) !== 84) return undefined;
  const day = dayAtStart(text);
  const time = timeAt(text, 11);
  return day === undefined || time === undefined ? undefined : day * MINUTES_OF_DAY + time;
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}

/** How many numbers of a rising list are below a bound. */
function countBelow(rising: readonly number[], bound: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function workingClock(hours: WorkingHours): WorkingClock {
  const works = [1, 2, 3, 4, 5, 6, 7].map((day) => hours.days.includes(day));
  const worksOn = (day: number) => works[(day - FIRST_MONDAY) % 7] === true;
  const workingDaysBefore = works.map((_, index) => works.slice(0, index).filter(Boolean).length);
  const workingDaysAWeek = works.filter(Boolean).length;
  const off = [...new Set(hours.holidays)].filter(worksOn).sort((one, other) => one - other);
  const { from, to } = hours;
  const pause = hours.break ?? { from, to: from };

  const workedOfDay = (minute: number) =>
    clamp(minute, from, to) - from - (clamp(minute, pause.from, pause.to) - pause.from);
  const minutesADay = workedOfDay(MINUTES_OF_DAY);

  /** Minutes worked since the first day, up to a civil minute. */
  const worked = (minute: number): number => {
    const day = Math.floor(minute / MINUTES_OF_DAY);
    const since = day - FIRST_MONDAY;
    const before = countBelow(off, day);
    const wholeDays = Math.floor(since / 7) * workingDaysAWeek + (workingDaysBefore[since % 7] ?? 0) - before;
    const today = worksOn(day) && off[before] !== day ? workedOfDay(minute - day * MINUTES_OF_DAY) : 0;
    return wholeDays * minutesADay + today;
  };

  return {
    minutesBetween: (start, end) => worked(end) - worked(start),
    withHolidays: (days) => workingClock({ ...hours, holidays: [...hours.holidays, ...days] }),
  };
}
