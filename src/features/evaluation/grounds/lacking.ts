/** What reasons still lack, in words at the field that mends it. */
import { type Days, type Lack, LEAST_EXAMPLE } from '#domain/ratings/reasons.ts';
import { formatDate } from '#platform/locale/format.ts';
import { text } from './text.ts';

/** Fields beside one rating: its reason, and the day of its example. */
export interface ReasonFields {
  readonly reason: string;
  readonly on: string;
}

export function lackInWords(
  lack: Lack,
  about: { readonly what: string; readonly fields: ReasonFields; readonly days: Days },
): readonly [field: string, words: string] {
  const { what, fields, days } = about;
  switch (lack) {
    case 'reason':
      return [fields.reason, text.needsReason({ what })];
    case 'short':
      return [fields.reason, text.short({ what, count: LEAST_EXAMPLE })];
    case 'ground':
      return [fields.on, text.needsGround({ what })];
    case 'outside':
      return [fields.on, text.outside({ what, from: formatDate(days.from), until: formatDate(days.until) })];
  }
}
