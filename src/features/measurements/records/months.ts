/** Months as `2026-03`: what an address carries and a calendar shows. */
import { addDays } from '#platform/clock/clock.ts';
import { currentLocale } from '#platform/locale/locale.ts';

export function isMonth(text: string | undefined): text is string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
}

export function monthOf(date: string): string {
  return date.slice(0, 7);
}

export function monthSpan(month: string): { readonly from: string; readonly until: string } {
  return { from: `${month}-01`, until: addDays(`${shiftMonth(month, 1)}-01`, -1) };
}

export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Months from one to another, both included. */
export function monthsBetween(from: string, until: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= until && months.length < 240; month = shiftMonth(month, 1))
    months.push(month);
  return months;
}

/** `Maret 2026`. */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat(currentLocale() === 'id' ? 'id-ID' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** `Sen` to `Min`, with the whole name for those who listen. */
export function weekdayNames(): readonly { readonly short: string; readonly long: string }[] {
  const language = currentLocale() === 'id' ? 'id-ID' : 'en-GB';
  const name = (day: number, weekday: 'short' | 'long') =>
    // 5 January 2026 is a Monday.
    new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + day));
  return Array.from({ length: 7 }, (_, day) => ({ short: name(day, 'short'), long: name(day, 'long') }));
}
