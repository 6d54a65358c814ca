/** Texts of staff files as typed values. Each function answers `undefined` for what it does not know. */
import type { Cell } from '#platform/spreadsheet/index.ts';
import type { Education, PersonKind, Sex } from './records.ts';

/** Outer space, double spaces, no-break and zero-width characters removed. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\s\u00A0]+/g, ' ')
    .trim();
}

/** For comparing names and headings: case, punctuation and spacing do not count. */
export function alike(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

const LOWER_PARTICLES = new Set(['bin', 'binti']);
const ROMAN = /^(?:II|III|IV|VI|VII|VIII|IX)$/;

/**
 * National exports write names in capitals: `SITI NUR'AINI BINTI D'ORNAY` becomes
 * `Siti Nur'aini binti D'Ornay`. A name with small letters is left as its owner writes it, and so are
 * the titles behind a comma.
 */
export function personName(text: string): string {
  const name = tidy(text);
  if (/\p{Lowercase_Letter}/u.test(name)) return name;
  const [own = '', ...titles] = name.split(',');
  const words = own.split(' ').map((word, index) => {
    if (ROMAN.test(word)) return word;
    const lower = word.toLowerCase();
    if (index > 0 && LOWER_PARTICLES.has(lower)) return lower;
    return lower.replace(/^\p{Letter}['’`]\p{Letter}|(?:^|[-.(/])\p{Letter}/gu, (start) =>
      start.toUpperCase(),
    );
  });
  return [words.join(' '), ...titles].join(',');
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'januari februari maret april mei juni juli agustus september oktober november desember'
    .split(' ')
    .flatMap((name, index) => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
);

/** A civil date that exists between 1900 and 2199, or undefined. */
export function civilDate(year: number, month: number, day: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Day first, as Indonesian offices write; ISO; a month by name; an Excel date or the bare number below it. */
export function dateOf(cell: Cell): string | undefined {
  if (cell.kind === 'date') return cell.value >= '1900-01-02' ? cell.value : undefined;
  if (cell.kind === 'number') {
    // Excel counts days from 1899-12-30 since March 1900.
    if (!Number.isInteger(cell.value) || cell.value < 61 || cell.value > 109_000) return undefined;
    return new Date(Date.UTC(1899, 11, 30 + cell.value)).toISOString().slice(0, 10);
  }
  if (cell.kind !== 'text') return undefined;
  const text = tidy(cell.value)
    .replace(/^['’`]/, '')
    .toLowerCase();
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(text);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2}|\p{Letter}+)[-/. ](\d{4})(?: [\d:.]+)?$/u.exec(text);
  if (!dayFirst) return undefined;
  const month = MONTHS[dayFirst[2] ?? ''] ?? Number(dayFirst[2]);
  return civilDate(Number(dayFirst[3]), month, Number(dayFirst[1]));
}

const SEXES: Readonly<Record<string, Sex>> = {
  m: 'male',
  l: 'male',
  'laki laki': 'male',
  lk: 'male',
  pria: 'male',
  male: 'male',
  '1': 'male',
  f: 'female',
  p: 'female',
  perempuan: 'female',
  pr: 'female',
  wanita: 'female',
  female: 'female',
  '2': 'female',
};

export function sexOf(text: string): Sex | undefined {
  return SEXES[alike(text)];
}

/** From the kind of employment (`PNS Daerah …`, `PPPK Daerah`) or the legal status (`PPPK Aktif`). */
export function personKindOf(text: string): PersonKind | undefined {
  const words = alike(text);
  if (/\bnon (?:asn|pns)\b|\bpejabat negara\b|\bkepala daerah\b/.test(words)) return 'non-asn';
  if (/\bpppk\b|\bp3k\b|perjanjian kerja/.test(words)) return 'pppk';
  if (/\bc?pns\b|pegawai negeri sipil/.test(words)) return 'pns';
  return undefined;
}

const PNS_RANK = /^(I|II|III|IV)\/([A-E])$/;
const PPPK_RANK = /^(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI|XVII)$/;

/** `iii.a`, `III A` and `III/a` are one rank; ranks of PNS and grades of PPPK are not mixed. */
export function rankOf(text: string, kind: PersonKind): string | undefined {
  const compact = tidy(text)
    .toUpperCase()
    .replace(/^GOL(?:ONGAN)?\.? ?/, '');
  if (kind === 'pppk') return PPPK_RANK.test(compact) ? compact : undefined;
  const match = PNS_RANK.exec(compact.replace(/^([IV]+)[ ./-]*([A-E])$/, '$1/$2'));
  if (!match || (match[2] === 'E' && match[1] !== 'IV')) return undefined;
  return `${match[1]}/${match[2]?.toLowerCase()}`;
}

const EDUCATION: readonly (readonly [RegExp, Education])[] = [
  [/^s ?3\b|doktor/, 's3'],
  [/^s ?2\b|magister|spesialis|profesi/, 's2'],
  [/diploma (?:iv|4)\b|^d ?(?:iv|4)\b/, 'd4'],
  [/diploma (?:iii|3)\b|^d ?(?:iii|3)\b|sarjana muda/, 'd3'],
  [/diploma (?:ii|2)\b|^d ?(?:ii|2)\b/, 'd2'],
  [/diploma (?:i|1)\b|^d ?(?:i|1)\b/, 'd1'],
  [/^s ?1\b|sarjana/, 's1'],
  [/slta|sma\b|smk\b|^ma\b|sederajat/, 'slta'],
  [/sltp|smp\b|mts\b|^sd\b|sekolah dasar|^mi\b/, 'below-slta'],
];

/** `S-1/Sarjana`, `Diploma III/Sarjana Muda`, `SLTA Kejuruan`. */
export function educationOf(text: string): Education | undefined {
  const words = alike(text);
  return EDUCATION.find(([pattern]) => pattern.test(words))?.[1];
}

export function emailOf(text: string): string | undefined {
  const email = tidy(text).toLowerCase();
  return /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/.test(email) ? email : undefined;
}

/** Digits with an optional plus; a number cell has lost the zero that Indonesian numbers begin with. */
export function phoneOf(cell: Cell): string | undefined {
  const digits = String(cell.value ?? '').replace(/[^\d+]/g, '');
  const full = cell.kind === 'number' && /^8\d{7,12}$/.test(digits) ? `0${digits}` : digits;
  return /^\+?\d{6,15}$/.test(full) ? full : undefined;
}

export type Standing = 'active' | 'unusual' | 'left';

/** `KEDUDUKAN HUKUM`: active, gone, or employed in a way that someone should look at (leave, study). */
export function standingOf(text: string): Standing {
  const words = alike(text);
  if (words === '') return 'active';
  if (/pemberhentian sementara|diberhentikan sementara/.test(words)) return 'unusual';
  if (
    /pensiun|meninggal|wafat|tewas|berhenti|diberhentikan|pemberhentian|pindah|mutasi keluar|hilang|punah|tidak aktif|non ?aktif|kontrak (?:habis|berakhir|selesai)|putus/.test(
      words,
    )
  ) {
    return 'left';
  }
  return /\baktif\b|\bc?pns\b|\bpppk\b/.test(words) ? 'active' : 'unusual';
}
