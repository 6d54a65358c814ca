import type { Participation } from '#features/periods/index.ts';
import { Conflict } from '#platform/errors.ts';
import { text } from '../text.ts';

/** Plans change only while the period is open and the person holds this post in it. */
export function requireOpenForWriting(participation: Participation): void {
  if (participation.period.state !== 'open') throw new Conflict(text.periodNotOpen());
  if (participation.state !== 'active') throw new Conflict(text.notActive());
}

export function isOpenForWriting(participation: Participation): boolean {
  return participation.period.state === 'open' && participation.state === 'active';
}
