/** Levels of competencies: 1 to 5 as a post asks for them, hundredths as several voices together find them. Pure. */
import type { Bilingual } from '#domain/bilingual.ts';
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { currentLocale, inLocale } from '#platform/locale/locale.ts';

export const LEVELS = ['1', '2', '3', '4', '5'] as const;
export type LevelCode = (typeof LEVELS)[number];

export const HIGHEST = 5;
export const HUNDREDTHS = 100;

export const KINDS = ['managerial', 'sociocultural', 'technical'] as const;
export type Kind = (typeof KINDS)[number];

const KIND_LABELS: Readonly<Record<Kind, Bilingual>> = {
  managerial: { id: 'Manajerial', en: 'Managerial' },
  sociocultural: { id: 'Sosial kultural', en: 'Socio-cultural' },
  technical: { id: 'Teknis', en: 'Technical' },
};

/** What the levels are called; PermenPANRB 38/2017, recollected. */
const LEVEL_LABELS: Readonly<Record<LevelCode, Bilingual>> = {
  '1': { id: 'Paham di bawah arahan', en: 'Understands, under direction' },
  '2': { id: 'Dasar', en: 'Basic' },
  '3': { id: 'Menengah', en: 'Intermediate' },
  '4': { id: 'Mumpuni', en: 'Advanced' },
  '5': { id: 'Ahli', en: 'Expert' },
};

export function kindLabel(kind: Kind): string {
  return inLocale(KIND_LABELS[kind]);
}

export function levelLabel(level: LevelCode): string {
  return inLocale(LEVEL_LABELS[level]);
}

/** `3 · Menengah`. */
export function levelInWords(level: number): string {
  const code = LEVELS.find((each) => each === String(level));
  return code ? `${code} · ${levelLabel(code)}` : formatNumber(level);
}

/** 285 → `2,85`; 300 → `3`. */
export function hundredthsInWords(hundredths: number): string {
  return formatDecimal(decimalOf(hundredths));
}

/** 285 → `2.85`, as files have it. */
export function decimalOf(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const size = Math.abs(hundredths);
  const part = String(size % HUNDREDTHS)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.floor(size / HUNDREDTHS)}${part ? `.${part}` : ''}`;
}

/** `2.85` → 285; undefined for what is no level. */
export function hundredthsOf(decimal: string): number | undefined {
  const found = /^(\d)(?:\.(\d{1,2}))?$/.exec(decimal);
  if (!found) return undefined;
  const hundredths = Number(found[1]) * HUNDREDTHS + Number((found[2] ?? '').padEnd(2, '0'));
  return hundredths <= HIGHEST * HUNDREDTHS ? hundredths : undefined;
}

/** Headings and codes are compared by letters and digits alone. */
export function alike(words: string): string {
  return words.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}

/** In the alphabet of the reader. */
export function byName(first: string, second: string): number {
  return first.localeCompare(second, currentLocale());
}
