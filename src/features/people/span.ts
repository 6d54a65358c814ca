import { addDays } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { text } from './text.ts';

/** A span of dates as people say it: its last day belongs to it, unlike in the database. */
export function spanInWords(from: string, until: string | null): string {
  if (until === null) return text.since({ date: formatDate(from, 'short') });
  return text.span({ from: formatDate(from, 'short'), until: formatDate(addDays(until, -1), 'short') });
}
