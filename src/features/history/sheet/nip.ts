/** The NIP of a cell; the usual harmless decoration is removed, lost digits are recognised. */
import { type Cell, cellText } from '#platform/spreadsheet/index.ts';
import type { Reason } from './reasons.ts';

export type NipInCell =
  | { readonly ok: true; readonly nip: string }
  | { readonly ok: false; readonly reason: Extract<Reason, `nip${string}`> };

/** Apostrophes, spaces and dots are how people keep Excel from eating digits, or how they group them. */
export function nipIn(cell: Cell): NipInCell {
  const written = cellText(cell).trim();
  const digits = written.replace(/['’‘`".\s-]/g, '');
  if (digits === '') return { ok: false, reason: 'nipMissing' };
  // Excel keeps fifteen digits of a number; eighteen survive only as text.
  if (cell.kind === 'number' || /^\d[.,]?\d*E\+?\d+$/i.test(written))
    return { ok: false, reason: 'nipLostDigits' };
  return /^\d{18}$/.test(digits) ? { ok: true, nip: digits } : { ok: false, reason: 'nipShape' };
}
