/** Reads the employee number (NIP of a PNS, NI PPPK): 18 digits that say birth, appointment and sex. */
import type { Bilingual } from '../bilingual.ts';
import { isCivilDate } from '../problem.ts';

/** Civil servant (PNS) or contract employee (PPPK). */
export const NIP_KINDS = ['pns', 'pppk'] as const;
export type NipKind = (typeof NIP_KINDS)[number];

export type NipProblemCode =
  | 'not-digits'
  | 'old-nip'
  | 'length'
  | 'birth-date'
  | 'appointment-month'
  | 'appointment-before-birth'
  | 'sex'
  | 'serial';

export type NipWarningCode = 'young' | 'old' | 'birth-date-differs' | 'sex-differs';

export type NipMessage<Code> = {
  readonly code: Code;
  /** Which digits, counted from 1: `[9, 14]`. */
  readonly digits: readonly [first: number, last: number];
  readonly what: Bilingual;
  readonly remedy: Bilingual;
};

export type Sex = 'male' | 'female';

export type Nip =
  | {
      readonly valid: true;
      /** The 18 digits without spaces and dots. */
      readonly nip: string;
      readonly birthDate: string;
      /** First appointment: `2015-05` for a PNS, the year alone for a PPPK. */
      readonly appointed: string;
      readonly sex: Sex;
      readonly serial: string;
      readonly warnings: readonly NipMessage<NipWarningCode>[];
    }
  | { readonly valid: false; readonly problems: readonly NipMessage<NipProblemCode>[] };

/** What is already known of the person; a difference is a warning, since either side may be wrong. */
export type KnownPerson = { readonly birthDate?: string; readonly sex?: Sex };

/** Usual ages at first appointment, in full years: outside them a look is worth it, no more. */
const USUAL_AGE: Readonly<Record<NipKind, { readonly youngest: number; readonly oldest: number }>> = {
  pns: { youngest: 18, oldest: 46 },
  // A contract may begin until one year before the age of retirement, which for some posts is 65.
  pppk: { youngest: 18, oldest: 64 },
};

/** All problems of a number, or what it says. Spaces and dots are ignored. */
export function parseNip(text: string, kind: NipKind, known: KnownPerson = {}): Nip {
  const nip = text.replace(/[\s.]/g, '');
  const shape = shapeProblem(nip);
  if (shape) return { valid: false, problems: [shape] };
  const birthDate = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
  const year = nip.slice(8, 12);
  const month = nip.slice(12, 14);
  const appointed = kind === 'pns' ? `${year}-${month}` : year;
  const problems = [
    ...(isCivilDate(birthDate) ? [] : [PROBLEMS['birth-date']]),
    ...(kind === 'pns' && !/^(0[1-9]|1[0-2])$/.test(month) ? [PROBLEMS['appointment-month']] : []),
    ...(appointed.slice(0, 7) <= birthDate.slice(0, appointed.length)
      ? [PROBLEMS['appointment-before-birth']]
      : []),
    ...(/^[12]$/.test(nip.charAt(14)) ? [] : [PROBLEMS.sex]),
    ...(nip.slice(15) === '000' ? [PROBLEMS.serial] : []),
  ];
  if (problems.length > 0) return { valid: false, problems };
  const sex: Sex = nip.charAt(14) === '1' ? 'male' : 'female';
  const age = ageAtAppointment(birthDate, Number(year), kind === 'pns' ? Number(month) : 12);
  const usual = USUAL_AGE[kind];
  const warnings = [
    ...(age < usual.youngest ? [WARNINGS.young] : []),
    ...(age > usual.oldest ? [WARNINGS.old] : []),
    ...(known.birthDate !== undefined && known.birthDate !== birthDate
      ? [WARNINGS['birth-date-differs']]
      : []),
    ...(known.sex !== undefined && known.sex !== sex ? [WARNINGS['sex-differs']] : []),
  ];
  return { valid: true, nip, birthDate, appointed, sex, serial: nip.slice(15), warnings };
}

function shapeProblem(nip: string): NipMessage<NipProblemCode> | undefined {
  if (!/^\d*$/.test(nip)) return PROBLEMS['not-digits'];
  if (nip.length === 9) return PROBLEMS['old-nip'];
  return nip.length === 18 ? undefined : PROBLEMS.length;
}

/** Full years from birth to the first day of the month of appointment. */
function ageAtAppointment(birthDate: string, year: number, month: number): number {
  const [birthYear = 0, birthMonth = 0, birthDay = 0] = birthDate.split('-').map(Number);
  const hadBirthday = birthMonth < month || (birthMonth === month && birthDay === 1);
  return year - birthYear - (hadBirthday ? 0 : 1);
}

function message<Code>(
  code: Code,
  digits: readonly [number, number],
  what: Bilingual,
  remedy: Bilingual,
): NipMessage<Code> {
  return { code, digits, what, remedy };
}

const CHECK_DECREE = {
  id: 'cocokkan dengan surat keputusan pengangkatan',
  en: 'compare with the decree of appointment',
};

const PROBLEMS: Readonly<Record<NipProblemCode, NipMessage<NipProblemCode>>> = {
  'not-digits': message(
    'not-digits',
    [1, 18],
    { id: 'memuat huruf atau tanda selain angka', en: 'contains letters or signs' },
    { id: 'tulis 18 angka saja', en: 'write the 18 digits only' },
  ),
  'old-nip': message(
    'old-nip',
    [1, 9],
    { id: 'NIP lama dengan 9 angka', en: 'is an old NIP of 9 digits' },
    { id: 'pakai NIP baru dengan 18 angka', en: 'use the new NIP of 18 digits' },
  ),
  length: message(
    'length',
    [1, 18],
    { id: 'tidak terdiri atas 18 angka', en: 'does not have 18 digits' },
    {
      id: 'tulis tepat 18 angka; pada lembar kerja, simpan kolomnya sebagai teks',
      en: 'write exactly 18 digits; in a spreadsheet keep the column as text',
    },
  ),
  'birth-date': message(
    'birth-date',
    [1, 8],
    { id: 'tanggal lahir pada NIP tidak ada', en: 'the birth date in the number does not exist' },
    CHECK_DECREE,
  ),
  'appointment-month': message(
    'appointment-month',
    [13, 14],
    { id: 'bulan pengangkatan bukan 01 sampai 12', en: 'the month of appointment is not 01 to 12' },
    {
      id: 'cocokkan dengan surat keputusan; untuk PPPK pilih jenis PPPK',
      en: 'compare with the decree; for a contract employee choose the kind PPPK',
    },
  ),
  'appointment-before-birth': message(
    'appointment-before-birth',
    [9, 14],
    { id: 'pengangkatan tidak sesudah kelahiran', en: 'the appointment is not after birth' },
    CHECK_DECREE,
  ),
  sex: message(
    'sex',
    [15, 15],
    { id: 'angka jenis kelamin bukan 1 atau 2', en: 'the digit for sex is not 1 or 2' },
    CHECK_DECREE,
  ),
  serial: message(
    'serial',
    [16, 18],
    { id: 'nomor urut 000 tidak ada', en: 'the serial 000 does not exist' },
    CHECK_DECREE,
  ),
};

const CHECK_RECORD = { id: 'periksa data pegawai', en: "check the employee's record" };

const WARNINGS: Readonly<Record<NipWarningCode, NipMessage<NipWarningCode>>> = {
  young: message(
    'young',
    [1, 14],
    { id: 'usia saat diangkat tidak lazim muda', en: 'the age at appointment is unusually low' },
    CHECK_RECORD,
  ),
  old: message(
    'old',
    [1, 14],
    { id: 'usia saat diangkat tidak lazim tua', en: 'the age at appointment is unusually high' },
    CHECK_RECORD,
  ),
  'birth-date-differs': message(
    'birth-date-differs',
    [1, 8],
    { id: 'tanggal lahir berbeda dengan data', en: 'the birth date differs from the record' },
    CHECK_RECORD,
  ),
  'sex-differs': message(
    'sex-differs',
    [15, 15],
    { id: 'jenis kelamin berbeda dengan data', en: 'the sex differs from the record' },
    CHECK_RECORD,
  ),
};

/** A number as it may stand in a list or a log: birth year and last two digits only. */
export function maskNip(nip: string): string {
  return nip.length < 6
    ? '•'.repeat(nip.length)
    : `${nip.slice(0, 4)}${'•'.repeat(nip.length - 6)}${nip.slice(-2)}`;
}
