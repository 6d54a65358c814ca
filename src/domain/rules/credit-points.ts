/** Credit points (angka kredit) of functional officials: a percentage of the yearly coefficient by predicate. */
import { z } from 'zod';
import { say } from '../bilingual.ts';
import { codedValue, decimalInWords, decimalValue, integerValue } from '../explanation.ts';
import { optionsOf, PREDICATES, type Predicate, predicateLabel, predicateValue } from './codes.ts';
import { CREDIT_POINTS_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

export const FUNCTIONAL_LEVELS = [
  'pemula',
  'terampil',
  'mahir',
  'penyelia',
  'ahli-pertama',
  'ahli-muda',
  'ahli-madya',
  'ahli-utama',
] as const;
export type FunctionalLevel = (typeof FUNCTIONAL_LEVELS)[number];

const LEVEL_NAMES: Readonly<Record<FunctionalLevel, string>> = {
  pemula: 'Pemula',
  terampil: 'Terampil',
  mahir: 'Mahir',
  penyelia: 'Penyelia',
  'ahli-pertama': 'Ahli Pertama',
  'ahli-muda': 'Ahli Muda',
  'ahli-madya': 'Ahli Madya',
  'ahli-utama': 'Ahli Utama',
};

/** Names of levels are official titles and stay Indonesian in both languages. */
export function functionalLevelLabel(level: FunctionalLevel) {
  return { id: LEVEL_NAMES[level], en: LEVEL_NAMES[level] };
}

export type CreditPointTable = {
  /** Share of the coefficient by predicate, in whole percent. */
  readonly percent: Readonly<Record<Predicate, number>>;
  /** Yearly coefficient by level, in hundredths of a point. */
  readonly coefficientHundredths: Readonly<Record<FunctionalLevel, number>>;
};

/** PermenPANRB 1/2023 Article 37. */
export const NATIONAL_CREDIT_POINTS: CreditPointTable = {
  percent: { 'sangat-baik': 150, baik: 100, 'butuh-perbaikan': 75, kurang: 50, 'sangat-kurang': 25 },
  coefficientHundredths: {
    pemula: 375,
    terampil: 500,
    mahir: 1250,
    penyelia: 2500,
    'ahli-pertama': 1250,
    'ahli-muda': 2500,
    'ahli-madya': 3750,
    'ahli-utama': 5000,
  },
};

export type CreditPointInput = {
  readonly level: FunctionalLevel;
  readonly predicate: Predicate;
  /** Months served in the year, 1 to 12. */
  readonly months: number;
};

/**
 * Percentage × coefficient × months/12, two decimals, rounded half-up once at the end: `"28.13"`.
 * Whole numbers all the way, so that 28.125 is never 28.12499.
 */
export function creditPoints(
  { level, predicate, months }: CreditPointInput,
  table: CreditPointTable = NATIONAL_CREDIT_POINTS,
): string {
  const numerator = table.coefficientHundredths[level] * table.percent[predicate] * months;
  const denominator = 100 * 12;
  return hundredthsText(Math.floor((2 * numerator + denominator) / (2 * denominator)));
}

/** `1250` → `"12.50"`. */
export function hundredthsText(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

const LEVEL = { id: 'Jenjang jabatan fungsional', en: 'Level of the functional post' };
const PREDICATE = { id: 'Predikat kinerja', en: 'Predicate' };
const MONTHS = { id: 'Jumlah bulan', en: 'Months' };

export const creditPointsRule = defineRule({
  name: 'credit-points',
  title: { id: 'Angka kredit', en: 'Credit points' },
  description: {
    id: 'Angka kredit pejabat fungsional dari predikat kinerja dan lamanya penilaian.',
    en: 'Credit points of a functional official from the predicate and the months appraised.',
  },
  basis: CREDIT_POINTS_BASIS,
  fields: [
    {
      kind: 'choice',
      name: 'level',
      label: LEVEL,
      options: optionsOf(FUNCTIONAL_LEVELS, functionalLevelLabel),
    },
    { kind: 'choice', name: 'predicate', label: PREDICATE, options: optionsOf(PREDICATES, predicateLabel) },
    { kind: 'integer', name: 'months', label: MONTHS, minimum: 1, maximum: 12, preset: 12 },
  ],
  input: z.strictObject({
    level: z.enum(FUNCTIONAL_LEVELS),
    predicate: z.enum(PREDICATES),
    months: z.int().min(1).max(12),
  }),
  answer: (given) => {
    const points = creditPoints(given);
    const { percent, coefficientHundredths } = NATIONAL_CREDIT_POINTS;
    return {
      creditPoints: points,
      explanation: {
        code: 'credit-points',
        label: { id: 'Angka kredit', en: 'Credit points' },
        value: decimalValue(points),
        rule: say(
          {
            id: '{percent} % (predikat {predicate}) × koefisien {coefficient} per tahun ({level}) × {months}/12 bulan = {points}, dibulatkan dua desimal.',
            en: '{percent} % (predicate {predicate}) × coefficient {coefficient} a year ({level}) × {months}/12 months = {points}, rounded to two decimals.',
          },
          {
            percent: percent[given.predicate],
            predicate: predicateLabel(given.predicate),
            coefficient: decimalInWords(hundredthsText(coefficientHundredths[given.level])),
            level: functionalLevelLabel(given.level),
            months: given.months,
            points: decimalInWords(points),
          },
        ),
        basis: CREDIT_POINTS_BASIS,
        inputs: [
          {
            path: 'level',
            label: LEVEL,
            value: codedValue('text', given.level, functionalLevelLabel(given.level)),
          },
          { path: 'predicate', label: PREDICATE, value: predicateValue(given.predicate) },
          { path: 'months', label: MONTHS, value: integerValue(given.months) },
        ],
        children: [],
      },
    };
  },
  examples: [
    {
      title: { id: 'Ahli Pertama, Sangat Baik, setahun', en: 'Ahli Pertama, Very Good, one year' },
      input: { level: 'ahli-pertama', predicate: 'sangat-baik', months: 12 },
      output: { creditPoints: '18.75' },
    },
    {
      title: { id: 'Ahli Pertama, Baik, dua bulan', en: 'Ahli Pertama, Good, two months' },
      input: { level: 'ahli-pertama', predicate: 'baik', months: 2 },
      output: { creditPoints: '2.08' },
    },
    {
      title: { id: 'Ahli Madya, Butuh Perbaikan: 28,125 menjadi 28,13', en: 'Half-up: 28.125 becomes 28.13' },
      input: { level: 'ahli-madya', predicate: 'butuh-perbaikan', months: 12 },
      output: { creditPoints: '28.13' },
    },
  ],
});
