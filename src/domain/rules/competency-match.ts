/**
 * How far the competencies of a person match the standard of a position (Job Person Match, JPM): for each
 * competency the level achieved, at most the level required, so that strength in one does not hide a gap in
 * another. Assessors differ on this cap; it is the cautious reading and is said in the explanation.
 */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { type Bilingual, joinBoth, say } from '../bilingual.ts';
import {
  codedValue,
  decimalInWords,
  type ExplainedInput,
  integerValue,
  percentValue,
} from '../explanation.ts';
import { words } from '../problem.ts';
import { COMPETENCY_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

/** Bands of the match, best first. */
export const COMPETENCY_BANDS = [
  'memenuhi-syarat',
  'masih-memenuhi-syarat',
  'kurang-memenuhi-syarat',
] as const;
export type CompetencyBand = (typeof COMPETENCY_BANDS)[number];

const BAND_LABELS: Readonly<Record<CompetencyBand, Bilingual>> = {
  'memenuhi-syarat': { id: 'Memenuhi Syarat', en: 'Qualified' },
  'masih-memenuhi-syarat': { id: 'Masih Memenuhi Syarat', en: 'Still qualified' },
  'kurang-memenuhi-syarat': { id: 'Kurang Memenuhi Syarat', en: 'Less than qualified' },
};

export function competencyBandLabel(band: CompetencyBand): Bilingual {
  return BAND_LABELS[band];
}

export type CompetencyInput = {
  /** Level that the position requires in each competency, 1 to 5. */
  readonly required: readonly number[];
  /** Level that the person achieved in the same competencies, 0 to 5, in the same order. */
  readonly achieved: readonly number[];
};
export type CompetencyMatch = {
  /** Achieved less required, competency by competency: negative where there is a gap. */
  readonly gaps: readonly number[];
  /** Percent with two decimals, rounded half-up. */
  readonly matchPercent: string;
  readonly band: CompetencyBand;
};

/** Lower bounds in whole percent; the bound itself belongs to the better band. */
const QUALIFIED_FROM_PERCENT = 80;
const STILL_QUALIFIED_FROM_PERCENT = 68;

/** The match of a person with a position; asks for lists of one length with at least one level required. */
export function competencyMatch({ required, achieved }: CompetencyInput): CompetencyMatch {
  if (required.length !== achieved.length || required.length === 0)
    throw new RangeError('competencyMatch needs two lists of the same length, at least one competency');
  const { counted, total } = countedLevels({ required, achieved });
  return {
    gaps: required.map((level, index) => (achieved[index] ?? 0) - level),
    matchPercent: new Decimal(counted).times(100).dividedBy(total).toFixed(2, Decimal.ROUND_HALF_UP),
    band: bandOf(counted, total),
  };
}

function countedLevels({ required, achieved }: CompetencyInput) {
  return {
    counted: required.reduce((sum, level, index) => sum + Math.min(level, achieved[index] ?? 0), 0),
    total: required.reduce((sum, level) => sum + level, 0),
  };
}

/** In whole numbers: 79.99 percent is never taken for 80, however it is printed. */
function bandOf(counted: number, total: number): CompetencyBand {
  if (counted * 100 >= QUALIFIED_FROM_PERCENT * total) return 'memenuhi-syarat';
  if (counted * 100 >= STILL_QUALIFIED_FROM_PERCENT * total) return 'masih-memenuhi-syarat';
  return 'kurang-memenuhi-syarat';
}

const MAXIMUM_COMPETENCIES = 100;
const HIGHEST_LEVEL = 5;
/** Eight managerial competencies and one socio-cultural: the set of PermenPANRB 38/2017. */
const USUAL_COMPETENCIES = 9;
const ROW = { id: 'Kompetensi', en: 'Competencies' };
const REQUIRED = { id: 'Level standar', en: 'Required level' };
const ACHIEVED = { id: 'Level capaian', en: 'Achieved level' };

const input = z
  .strictObject({
    required: z.array(z.int().min(1).max(HIGHEST_LEVEL)).min(1).max(MAXIMUM_COMPETENCIES),
    achieved: z.array(z.int().min(0).max(HIGHEST_LEVEL)).min(1).max(MAXIMUM_COMPETENCIES),
  })
  .superRefine(({ required, achieved }, context) => {
    if (required.length === achieved.length) return;
    const counts = { required: required.length, achieved: achieved.length };
    context.addIssue({
      code: 'custom',
      path: ['achieved'],
      ...words(
        say(
          {
            id: 'memuat {achieved} level, sedangkan standar memuat {required}',
            en: 'has {achieved} levels where {required} are required',
          },
          counts,
        ),
        {
          id: 'isi satu level capaian untuk setiap level standar',
          en: 'give one achieved level for each required level',
        },
      ),
    });
  });

function inputsOf({ required, achieved }: CompetencyInput): readonly ExplainedInput[] {
  const row = (path: string, label: Bilingual, levels: readonly number[]) =>
    levels.map(
      (level, index): ExplainedInput => ({
        path: `${path}[${index}]`,
        label: say({ id: '{label} {number}', en: '{label} {number}' }, { label, number: index + 1 }),
        value: integerValue(level),
      }),
    );
  const achievedInputs = row('achieved', ACHIEVED, achieved);
  return row('required', REQUIRED, required).flatMap((each, index) => {
    const other = achievedInputs[index];
    return other ? [each, other] : [each];
  });
}

/** Where the person is below the standard, and by how much: `kompetensi 2 (kurang 1)`. */
function gapsText(gaps: readonly number[]): Bilingual {
  const below = gaps.flatMap((gap, index) =>
    gap < 0
      ? [
          say(
            { id: 'kompetensi {number} (kurang {gap})', en: 'competency {number} (by {gap})' },
            { number: index + 1, gap: -gap },
          ),
        ]
      : [],
  );
  if (below.length === 0)
    return { id: 'Tidak ada kompetensi di bawah standar.', en: 'No competency is below the standard.' };
  return say(
    { id: 'Di bawah standar: {below}.', en: 'Below the standard: {below}.' },
    { below: joinBoth(below, ', ') },
  );
}

function ruleText(given: CompetencyInput, { gaps, matchPercent, band }: CompetencyMatch): Bilingual {
  return say(
    {
      id: 'Jumlah level capaian, masing-masing dihitung paling tinggi setara standarnya, adalah {counted} dari {total} level standar = {percent} %: {band}. {gaps} Batas: Memenuhi Syarat mulai 80 %, Masih Memenuhi Syarat mulai 68 %.',
      en: 'The achieved levels, each counted at most up to its standard, are {counted} of {total} required levels = {percent} %: {band}. {gaps} Bounds: Qualified from 80 %, Still qualified from 68 %.',
    },
    {
      ...countedLevels(given),
      percent: decimalInWords(matchPercent),
      band: competencyBandLabel(band),
      gaps: gapsText(gaps),
    },
  );
}

export const competencyMatchRule = defineRule({
  name: 'competency-match',
  title: { id: 'Kesesuaian kompetensi dengan jabatan', en: 'Match of competencies with a position' },
  description: {
    id: 'Kesenjangan setiap kompetensi dan persentase kesesuaian dengan standar kompetensi jabatan (Job Person Match).',
    en: 'The gap in each competency and the percentage match with the standard of the position (Job Person Match).',
  },
  basis: COMPETENCY_BASIS,
  fields: [
    {
      kind: 'numbers',
      of: 'integer',
      name: 'required',
      label: REQUIRED,
      minimum: 1,
      maximum: HIGHEST_LEVEL,
      maximumLength: MAXIMUM_COMPETENCIES,
      rowsAtFirst: USUAL_COMPETENCIES,
      row: ROW,
    },
    {
      kind: 'numbers',
      of: 'integer',
      name: 'achieved',
      label: ACHIEVED,
      minimum: 0,
      maximum: HIGHEST_LEVEL,
      maximumLength: MAXIMUM_COMPETENCIES,
      rowsAtFirst: USUAL_COMPETENCIES,
      row: ROW,
    },
  ],
  input,
  answer: (given) => {
    const match = competencyMatch(given);
    return {
      ...match,
      explanation: {
        code: 'competency-match',
        label: { id: 'Kesesuaian kompetensi', en: 'Match of competencies' },
        value: codedValue('text', match.band, competencyBandLabel(match.band)),
        rule: ruleText(given, match),
        basis: COMPETENCY_BASIS,
        inputs: inputsOf(given),
        children: [
          {
            code: 'match-percent',
            label: { id: 'Persentase kesesuaian', en: 'Percentage match' },
            value: percentValue(match.matchPercent),
            rule: {
              id: 'Jumlah level yang dihitung dibagi jumlah level standar, dibulatkan dua desimal.',
              en: 'The levels counted divided by the levels required, rounded to two decimals.',
            },
            basis: COMPETENCY_BASIS,
            inputs: [],
            children: [],
          },
        ],
      },
    };
  },
  examples: [
    {
      title: { id: 'Satu kompetensi di bawah standar', en: 'One competency below the standard' },
      input: { required: [3, 3, 3], achieved: [3, 2, 4] },
      output: { gaps: [0, -1, 1], matchPercent: '88.89', band: 'memenuhi-syarat' },
    },
    {
      title: { id: 'Tepat 80 %', en: 'Exactly 80 %' },
      input: { required: [2, 3, 5], achieved: [2, 3, 3] },
      output: { gaps: [0, 0, -2], matchPercent: '80.00', band: 'memenuhi-syarat' },
    },
    {
      title: {
        id: 'Kekuatan di satu kompetensi tidak menutup kesenjangan',
        en: 'Strength does not hide a gap',
      },
      input: { required: [3, 3, 3], achieved: [5, 5, 0] },
      output: { gaps: [2, 2, -3], matchPercent: '66.67', band: 'kurang-memenuhi-syarat' },
    },
  ],
});
