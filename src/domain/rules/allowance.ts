/**
 * The additional income (TPP) of one month from productivity and discipline. The weights and the deductions are
 * set by each mayor's regulation, so they are asked for and never assumed; 60/40 is merely the most common.
 */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { type Bilingual, inBoth, say } from '../bilingual.ts';
import {
  codedValue,
  decimalInWords,
  type ExplainedInput,
  type Explanation,
  percentValue,
} from '../explanation.ts';
import { decimalText, words } from '../problem.ts';
import { ALLOWANCE_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

export type AllowanceInput = {
  /** Rupiah of the class of the position for a month, decimal in a string. */
  readonly base: string;
  /** Productivity and discipline achieved, 0 to 100 percent each. */
  readonly productivityPercent: string;
  readonly disciplinePercent: string;
  /** Weights of the two, in percent; they sum to 100. */
  readonly weights: { readonly productivity: string; readonly discipline: string };
  /** Percent taken off the whole earned, one for each day or case; added up, and never more than all of it. */
  readonly deductionsPercent?: readonly string[] | undefined;
};

/** Fifteen digits of money times four percentages with four decimals each stay exact. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

/** Rupiah with two decimals, rounded half-up once at the end: `"1920000.00"`. */
export function allowance(input: AllowanceInput): string {
  return earned(input)
    .times(new Exact(100).minus(deduction(input)))
    .dividedBy(100)
    .toFixed(2);
}

/** Before deductions, unrounded. */
function earned({ base, productivityPercent, disciplinePercent, weights }: AllowanceInput): Decimal {
  const productivity = new Exact(weights.productivity).times(productivityPercent);
  const discipline = new Exact(weights.discipline).times(disciplinePercent);
  return productivity.plus(discipline).times(base).dividedBy(10_000);
}

/** The sum of all deductions in percent, at most 100. */
function deduction({ deductionsPercent = [] }: AllowanceInput): Decimal {
  const sum = deductionsPercent.reduce((total, each) => total.plus(each), new Exact(0));
  return Exact.min(sum, 100);
}

/** `1920000.00` → `Rp1.920.000,00` and `Rp1,920,000.00`. */
function rupiahInWords(value: string): Bilingual {
  const [whole = '', cents = ''] = value.split('.');
  return inBoth((language) => {
    const [group, point] = language === 'id' ? ['.', ','] : [',', '.'];
    return `Rp${whole.replace(/\B(?=(\d{3})+$)/g, group)}${point}${cents.padEnd(2, '0')}`;
  });
}

function rupiahValue(value: string) {
  return codedValue('decimal', value, rupiahInWords(value));
}

const MAXIMUM_BASE = 999_999_999_999;
/** One a day for a whole year. */
const MAXIMUM_DEDUCTIONS = 366;

/** Rupiah with at most two decimals in a string. */
function moneyText() {
  return z.string().refine(
    (text) => /^\d{1,12}(\.\d{1,2})?$/.test(text),
    words(
      { id: 'bukan jumlah uang yang dapat diterima', en: 'is not an acceptable amount of money' },
      {
        id: 'tulis rupiah sebagai teks angka, paling banyak dua belas angka dan dua desimal, misalnya "2000000"',
        en: 'write rupiah as a text of digits, at most twelve digits and two decimals, such as "2000000"',
      },
    ),
  );
}

const percent = () => decimalText(0, 100);

const input = z.strictObject({
  base: moneyText(),
  productivityPercent: percent(),
  disciplinePercent: percent(),
  weights: z
    .strictObject({ productivity: percent(), discipline: percent() })
    .refine(({ productivity, discipline }) => new Exact(productivity).plus(discipline).eq(100), {
      ...words(
        { id: 'tidak berjumlah 100', en: 'do not sum to 100' },
        { id: 'sesuaikan kedua bobot', en: 'adjust the two weights' },
      ),
      // Said only of weights that could be read, so that one mistake is not reported twice.
      when: ({ issues }) => issues.length === 0,
    }),
  deductionsPercent: z.array(percent()).max(MAXIMUM_DEDUCTIONS).optional(),
});

const LABELS = {
  base: { id: 'TPP dasar sebulan (rupiah)', en: 'Base of the month (rupiah)' },
  productivityPercent: { id: 'Capaian produktivitas (%)', en: 'Productivity achieved (%)' },
  disciplinePercent: { id: 'Capaian disiplin (%)', en: 'Discipline achieved (%)' },
  weights: { id: 'Bobot (%)', en: 'Weights (%)' },
  productivity: { id: 'Bobot produktivitas', en: 'Weight of productivity' },
  discipline: { id: 'Bobot disiplin', en: 'Weight of discipline' },
  deduction: { id: 'Potongan', en: 'Deduction' },
} as const satisfies Record<string, Bilingual>;

function inputsOf(given: AllowanceInput): readonly ExplainedInput[] {
  const { weights, deductionsPercent = [] } = given;
  return [
    { path: 'base', label: LABELS.base, value: rupiahValue(given.base) },
    {
      path: 'productivityPercent',
      label: LABELS.productivityPercent,
      value: percentValue(given.productivityPercent),
    },
    {
      path: 'disciplinePercent',
      label: LABELS.disciplinePercent,
      value: percentValue(given.disciplinePercent),
    },
    { path: 'weights.productivity', label: LABELS.productivity, value: percentValue(weights.productivity) },
    { path: 'weights.discipline', label: LABELS.discipline, value: percentValue(weights.discipline) },
    ...deductionsPercent.map(
      (each, index): ExplainedInput => ({
        path: `deductionsPercent[${index}]`,
        label: say({ id: 'Potongan {number}', en: 'Deduction {number}' }, { number: index + 1 }),
        value: percentValue(each),
      }),
    ),
  ];
}

function earnedStep(given: AllowanceInput): Explanation {
  const value = earned(given).toFixed(2);
  return {
    code: 'earned',
    label: { id: 'Sebelum potongan', en: 'Before deductions' },
    value: rupiahValue(value),
    rule: say(
      {
        id: '{base} × ({wp} % × {p} % + {wd} % × {d} %).',
        en: '{base} × ({wp} % × {p} % + {wd} % × {d} %).',
      },
      {
        base: rupiahInWords(given.base),
        wp: decimalInWords(given.weights.productivity),
        p: decimalInWords(given.productivityPercent),
        wd: decimalInWords(given.weights.discipline),
        d: decimalInWords(given.disciplinePercent),
      },
    ),
    basis: ALLOWANCE_BASIS,
    inputs: [],
    children: [],
  };
}

function deductionStep(given: AllowanceInput): Explanation {
  const total = deduction(given).toFixed();
  return {
    code: 'deduction',
    label: { id: 'Jumlah potongan', en: 'Deductions' },
    value: percentValue(total),
    rule: {
      id: 'Semua potongan dijumlahkan, paling banyak 100 %, dan diambil dari keseluruhan jumlah sebelum potongan.',
      en: 'All deductions are added up, 100 % at most, and taken off the whole amount before deductions.',
    },
    basis: ALLOWANCE_BASIS,
    inputs: [],
    children: [],
  };
}

function explain(given: AllowanceInput, amount: string): Explanation {
  const hasDeductions = (given.deductionsPercent ?? []).length > 0;
  return {
    code: 'allowance',
    label: { id: 'Tambahan penghasilan (TPP)', en: 'Additional income (TPP)' },
    value: rupiahValue(amount),
    rule: say(
      hasDeductions
        ? {
            id: '{earned} sebelum potongan, dikurangi {deduction} % dari keseluruhannya = {amount}, dibulatkan dua desimal. Bobot dan potongan mengikuti peraturan kepala daerah.',
            en: '{earned} before deductions, less {deduction} % of the whole = {amount}, rounded to two decimals. Weights and deductions follow the regulation of the head of the region.',
          }
        : {
            id: 'Produktivitas dan disiplin menurut bobotnya dari {base} = {amount}, dibulatkan dua desimal, tanpa potongan. Bobot mengikuti peraturan kepala daerah.',
            en: 'Productivity and discipline by their weights of {base} = {amount}, rounded to two decimals, without deductions. The weights follow the regulation of the head of the region.',
          },
      {
        base: rupiahInWords(given.base),
        earned: rupiahInWords(earned(given).toFixed(2)),
        deduction: decimalInWords(deduction(given).toFixed()),
        amount: rupiahInWords(amount),
      },
    ),
    basis: ALLOWANCE_BASIS,
    inputs: inputsOf(given),
    children: hasDeductions ? [earnedStep(given), deductionStep(given)] : [earnedStep(given)],
  };
}

const PRODUCTIVITY = { id: 'Produktivitas', en: 'Productivity' };
const DISCIPLINE = { id: 'Disiplin', en: 'Discipline' };
const PERCENT_RANGE = { minimum: 0, maximum: 100 };

export const allowanceRule = defineRule({
  name: 'allowance',
  title: { id: 'Tambahan penghasilan pegawai (TPP)', en: 'Additional income (TPP)' },
  description: {
    id: 'TPP sebulan dari produktivitas dan disiplin. Bobot dan potongan diisi menurut peraturan kepala daerah; 60 dan 40 hanyalah yang paling umum.',
    en: 'The additional income of a month from productivity and discipline. Give weights and deductions as your regional regulation sets them; 60 and 40 are merely the most common.',
  },
  basis: ALLOWANCE_BASIS,
  fields: [
    {
      kind: 'decimal',
      name: 'base',
      label: LABELS.base,
      minimum: 0,
      maximum: MAXIMUM_BASE,
      help: { id: 'Misalnya 2.000.000', en: 'Such as 2000000' },
    },
    { kind: 'decimal', name: 'productivityPercent', label: LABELS.productivityPercent, ...PERCENT_RANGE },
    { kind: 'decimal', name: 'disciplinePercent', label: LABELS.disciplinePercent, ...PERCENT_RANGE },
    {
      kind: 'group',
      name: 'weights',
      label: LABELS.weights,
      help: { id: 'Kedua bobot berjumlah 100.', en: 'The two sum to 100.' },
      fields: [
        { kind: 'decimal', name: 'productivity', label: PRODUCTIVITY, ...PERCENT_RANGE, preset: '60' },
        { kind: 'decimal', name: 'discipline', label: DISCIPLINE, ...PERCENT_RANGE, preset: '40' },
      ],
    },
    {
      kind: 'numbers',
      of: 'decimal',
      name: 'deductionsPercent',
      label: LABELS.deduction,
      help: {
        id: 'Dalam persen, satu isian untuk setiap hari atau kejadian. Semuanya dijumlahkan dan dipotong dari keseluruhan TPP.',
        en: 'In percent, one for each day or case. They are added up and taken off the whole.',
      },
      ...PERCENT_RANGE,
      maximumLength: MAXIMUM_DEDUCTIONS,
      rowsAtFirst: 4,
      optional: true,
    },
  ],
  input,
  answer: (given) => {
    const amount = allowance(given);
    return { allowance: amount, explanation: explain(given, amount) };
  },
  examples: [
    {
      title: { id: 'Bobot 60/40, disiplin 90 %', en: 'Weights 60/40, discipline 90 %' },
      input: {
        base: '2000000',
        productivityPercent: '100',
        disciplinePercent: '90',
        weights: { productivity: '60', discipline: '40' },
      },
      output: { allowance: '1920000.00' },
    },
    {
      title: { id: 'Dua hari tidak masuk, masing-masing 4 %', en: 'Two days absent at 4 % each' },
      input: {
        base: '2000000',
        productivityPercent: '100',
        disciplinePercent: '100',
        weights: { productivity: '60', discipline: '40' },
        deductionsPercent: ['4', '4'],
      },
      output: { allowance: '1840000.00' },
    },
  ],
});
