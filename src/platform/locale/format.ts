/** Numbers, dates and times as an Indonesian office writes them: `1.234,5`, `21 November 2026`, `10.42 WIB`. */
import { currentLocale, type Locale } from './locale.ts';

const LANGUAGE: Record<Locale, string> = { id: 'id-ID', en: 'en-GB' };
const ZONE_ABBREVIATIONS: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const key = currentLocale() + JSON.stringify(options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(LANGUAGE[currentLocale()], options);
  numberFormats.set(key, format);
  return format.format(value);
}

/** A decimal string from a file or the database (`"18.75"`) as it is read on screen (`18,75`). */
export function formatDecimal(value: string): string {
  return currentLocale() === 'id' ? value.replace('.', ',') : value;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = currentLocale() + JSON.stringify(options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(LANGUAGE[currentLocale()], options);
  dateFormats.set(key, format);
  return format;
}

/** A civil date (`2026-11-21`): `21 November 2026`. */
export function formatDate(civilDate: string, month: 'long' | 'short' = 'long'): string {
  const date = new Date(`${civilDate}T00:00:00Z`);
  return dateFormat({ day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** An instant in the agency's zone: `21 November 2026 10.42 WIB`. */
export function formatInstant(instant: Date, zone: string): string {
  return `${formatDate(civilDateIn(zone, instant))} ${formatTime(instant, zone)}`;
}

export function formatTime(instant: Date, zone: string): string {
  const time = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    instant,
  );
  return `${time} ${ZONE_ABBREVIATIONS[zone] ?? zone}`;
}

const civilDateFormats = new Map<string, Intl.DateTimeFormat>();

/** The civil date (`YYYY-MM-DD`) that a calendar on the wall of that zone shows at this instant. */
export function civilDateIn(zone: string, instant: Date): string {
  let format = civilDateFormats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    civilDateFormats.set(zone, format);
  }
  return format.format(instant);
}
