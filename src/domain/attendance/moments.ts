/** Dates and times as attendance machines write them, to civil dates and minutes on the wall of the office. */
import { dayNumber } from '../schemes/working-clock.ts';
import { MINUTES_OF_DAY } from './schedule.ts';

/** Minutes that each Indonesian zone is ahead of UTC; none of them changes its clocks. */
export const ZONE_MINUTES: Readonly<Record<string, number>> = {
  'Asia/Jakarta': 420,
  'Asia/Pontianak': 420,
  'Asia/Makassar': 480,
  'Asia/Jayapura': 540,
};

/** `day-first`: 05/01 is the fifth of January. A file is written in one order throughout. */
export type DateOrder = 'day-first' | 'month-first';

const DATE = /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2}))$/;
const TIME = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?:\s*([AaPp])\.?[Mm]\.?)?$/;

/** `YYYY-MM-DD` of a date in figures; undefined for what is no date that exists. */
export function civilDateOf(written: string, order: DateOrder = 'day-first'): string | undefined {
  const parts = DATE.exec(written.trim());
  if (!parts) return undefined;
  const [, isoYear, isoMonth, isoDay, one = '', two = '', localYear = ''] = parts;
  const year = isoYear ?? (localYear.length === 2 ? `20${localYear}` : localYear);
  const [day, month] = order === 'day-first' ? [one, two] : [two, one];
  const date = [year, (isoMonth ?? month).padStart(2, '0'), (isoDay ?? day).padStart(2, '0')].join('-');
  return dayNumber(date) === undefined ? undefined : date;
}

/** Minutes of the day of `07:28`, `07.28.11` or `4:05 PM`; undefined for what is no time. Seconds are dropped. */
export function clockMinuteOf(written: string): number | undefined {
  const parts = TIME.exec(written.trim());
  if (!parts) return undefined;
  const half = parts[4]?.toLowerCase();
  let hour = Number(parts[1]);
  // Some machines write 16:05 PM.
  if (half && hour <= 12) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const minute = Number(parts[2]);
  return hour > 23 || minute > 59 || Number(parts[3] ?? 0) > 59 ? undefined : hour * 60 + minute;
}

/**
 * Civil minutes since 1970-01-01T00:00 of a moment. Machines write the time on their wall; a moment with an offset,
 * as exports of servers have it, is taken to the wall of the agency's zone.
 */
export function momentOf(written: string, order: DateOrder, zone: string): number | undefined {
  const text = written.trim().replace(/\s+/g, ' ');
  const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(?:\d{2})?$/.exec(text);
  if (compact)
    return civil(`${compact[1]}-${compact[2]}-${compact[3]}`, Number(compact[4]) * 60 + Number(compact[5]));
  const split = /^(\S+?)[ T](.+?)(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  if (!split) return undefined;
  const date = civilDateOf(split[1] ?? '', order);
  const minute = clockMinuteOf(split[2] ?? '');
  if (date === undefined || minute === undefined) return undefined;
  const local = civil(date, minute);
  const offset = split[3];
  if (local === undefined || !offset) return local;
  return local - offsetMinutes(offset) + (ZONE_MINUTES[zone] ?? 420);
}

function civil(date: string, minute: number): number | undefined {
  const day = dayNumber(date);
  return day === undefined || minute >= MINUTES_OF_DAY ? undefined : day * MINUTES_OF_DAY + minute;
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/[+:-]/g, '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

/** The order in which a file writes its dates: told by the first that can only be read one way, else as in Indonesia. */
export function orderOf(written: readonly string[]): DateOrder {
  for (const each of written) {
    const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}\b/.exec(each.trim());
    if (Number(parts?.[1] ?? 0) > 12) return 'day-first';
    if (Number(parts?.[2] ?? 0) > 12) return 'month-first';
  }
  return 'day-first';
}

/** `07.28` of minutes of a day; a minute of the next day is marked: `06.05 (+1)`. */
export function clockText(minute: number): string {
  const day = Math.floor(minute / MINUTES_OF_DAY);
  const rest = minute - day * MINUTES_OF_DAY;
  const text = `${String(Math.floor(rest / 60)).padStart(2, '0')}.${String(rest % 60).padStart(2, '0')}`;
  return day > 0 ? `${text} (+${day})` : text;
}
