/** An NIP as it stands in a cell: the usual harmless decoration is removed, lost digits are recognised. */
import { type Nip, type NipKind, type NipProblemCode, parseNip } from '#domain/rules/nip.ts';
import { type Cell, cellText } from '#platform/spreadsheet/index.ts';
import type { ParametersOf } from './finding.ts';
import type { Reason } from './text.ts';
import { tidy } from './values.ts';

type Refuse = <Code extends Reason>(reason: Code, ...parameters: ParametersOf<Code>) => void;

/** Apostrophes, spaces, dots and dashes are how people keep Excel from eating digits, or how they group them. */
export function digitsOf(cell: Cell, refuse: Refuse): string | null {
  const text = tidy(cellText(cell)).replace(/^NIP?[ .:]*/i, '');
  const digits = text.replace(/['’‘`"´.\- ]/g, '');
  if (cell.kind === 'number' || /^\d[.,]?\d*E\+?\d+$/i.test(text)) refuse('nipLostDigits');
  else if (digits === '') refuse('nipMissing');
  else if (cell.kind !== 'text' || !/^\d+$/.test(digits)) refuse('nipCharacters');
  else return digits;
  return null;
}

/** What a number says of a PNS or PPPK; null after every one of its problems was refused. */
export function nipOf(digits: string, kind: NipKind, refuse: Refuse): Extract<Nip, { valid: true }> | null {
  const nip = parseNip(digits, kind);
  if (nip.valid) return nip;
  for (const { code } of nip.problems) SAY[code](digits, refuse);
  return null;
}

const SAY: Readonly<Record<NipProblemCode, (digits: string, refuse: Refuse) => void>> = {
  'not-digits': (_, refuse) => refuse('nipCharacters'),
  'old-nip': (_, refuse) => refuse('nipOld'),
  length: (digits, refuse) => refuse('nipLength', { count: String(digits.length) }),
  'birth-date': (digits, refuse) =>
    refuse('nipBirthDate', { date: `${digits.slice(6, 8)}-${digits.slice(4, 6)}-${digits.slice(0, 4)}` }),
  'appointment-month': (digits, refuse) => refuse('nipMonth', { month: digits.slice(12, 14) }),
  'appointment-before-birth': (digits, refuse) =>
    refuse('nipAppointment', { appointed: digits.slice(8, 12) }),
  sex: (digits, refuse) => refuse('nipSex', { digit: digits.charAt(14) }),
  serial: (_, refuse) => refuse('nipSerial'),
};

/** Where a file does not say PNS or PPPK: only the number of a PNS has a month in digits 13 and 14. */
export function kindByDigits(digits: string): NipKind {
  return /^(?:0[1-9]|1[0-2])$/.test(digits.slice(12, 14)) ? 'pns' : 'pppk';
}
