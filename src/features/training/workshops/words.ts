/** When and where a workshop is, in the words of a letter. */
import { civilDateIn, formatDate, formatTime } from '#platform/locale/format.ts';
import type { EnrolmentState } from '../model.ts';
import { text } from '../text-workshops.ts';
import { clockIn } from '../zone.ts';
import type { Workshop } from './queries.ts';

/** `24 November 2026, 09.00–12.00 WIB`; with both dates where it ends on another day. */
export function whenInWords(
  { startsAt, endsAt }: Pick<Workshop, 'startsAt' | 'endsAt'>,
  zone: string,
): string {
  const [from, until] = [civilDateIn(zone, startsAt), civilDateIn(zone, endsAt)];
  const start = clockIn(zone, startsAt).replace(':', '.');
  const end = formatTime(endsAt, zone);
  return from === until
    ? `${formatDate(from)}, ${start}–${end}`
    : `${formatDate(from)} ${start} – ${formatDate(until)} ${end}`;
}

export function whereInWords({ place, link }: Pick<Workshop, 'place' | 'link'>): string {
  return [place, link ? text.online() : ''].filter(Boolean).join(' · ');
}

const STATES: Readonly<Record<EnrolmentState | 'none', () => string>> = {
  none: text.state_none,
  invited: text.state_invited,
  enrolled: text.state_enrolled,
  waiting: text.state_waiting,
  declined: text.state_declined,
  withdrawn: text.state_withdrawn,
};

export function placeWords(state: EnrolmentState | null, attended: boolean | null): string {
  if (attended !== null) return attended ? text.attended() : text.absent();
  return STATES[state ?? 'none']();
}
