/** Place and date beside the signature, where somebody chose them: carried in the address, checked at every door. */
import { z } from 'zod';
import { addDays } from '#platform/clock/clock.ts';
import { text } from './text.ts';

const PLACE_LIMIT = 80;

export interface Signing {
  readonly place: string | undefined;
  readonly date: string | undefined;
}

export type CheckedSigning =
  | { readonly ok: true; readonly signing: Signing }
  | {
      readonly ok: false;
      readonly errors: Record<string, string>;
      readonly typed: { readonly place: string; readonly date: string };
    };

/** A paper is signed between the first day of its period and two years after the last. */
export function checkSigning(
  query: { readonly place?: string | undefined; readonly date?: string | undefined },
  span: { readonly startsOn: string; readonly endsOn: string },
): CheckedSigning {
  const typed = { place: (query.place ?? '').trim(), date: (query.date ?? '').trim() };
  const errors: Record<string, string> = {};
  if ([...typed.place].length > PLACE_LIMIT) errors.place = text.placeTooLong({ limit: PLACE_LIMIT });
  if (typed.date !== '') {
    if (!z.iso.date().safeParse(typed.date).success) errors.date = text.dateWrong();
    else if (typed.date < span.startsOn || typed.date > addDays(span.endsOn, 731))
      errors.date = text.dateOutside();
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed };
  return { ok: true, signing: { place: typed.place || undefined, date: typed.date || undefined } };
}
