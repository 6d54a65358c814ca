/** The nine boxes as a calculator: either the levels of both axes, or the scores of both with their cuts. */
import { z } from 'zod';
import { type Bilingual, joinBoth, midSentence, say } from '../bilingual.ts';
import {
  codedValue,
  decimalInWords,
  decimalValue,
  type ExplainedInput,
  type ExplainedValue,
  type Explanation,
} from '../explanation.ts';
import { decimalText, words } from '../problem.ts';
import { optionsOf, RATINGS, ratingLabel, ratingValue } from './codes.ts';
import { TALENT_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';
import {
  POTENTIALS,
  potentialLabel,
  type TalentAxes,
  type TalentBox,
  type TalentScores,
  talentAxes,
  talentBox,
  talentRecommendation,
} from './talent-box.ts';

const PERFORMANCE = { id: 'Kinerja', en: 'Performance' };
const POTENTIAL = { id: 'Potensial', en: 'Potential' };
const PERFORMANCE_SCORE = { id: 'Nilai kinerja', en: 'Performance score' };
const POTENTIAL_SCORE = { id: 'Nilai potensial', en: 'Potential score' };
const HIGH_CUT = { id: 'Batas tinggi', en: 'Bound of high' };
const MEDIUM_CUT = { id: 'Batas menengah', en: 'Bound of medium' };

const score = () => decimalText(0, 100);

const flat = z.strictObject({
  performance: z.enum(RATINGS).optional(),
  potential: z.enum(POTENTIALS).optional(),
  performanceScore: score().optional(),
  potentialScore: score().optional(),
  cuts: z
    .strictObject({ high: score(), medium: score() })
    .refine(({ high, medium }) => Number(high) > Number(medium) && Number(medium) > 0, {
      ...words(
        { id: 'tidak membentuk tiga tingkat', en: 'do not make three levels' },
        {
          id: 'isi batas tinggi di atas batas menengah, dan batas menengah di atas 0',
          en: 'give a bound of high above that of medium, and that of medium above 0',
        },
      ),
      // Said only of bounds that are numbers, so that one mistake is not reported twice.
      when: ({ issues }) => issues.length === 0,
    })
    .optional(),
});
type Flat = z.output<typeof flat>;

const BY_LEVEL = ['performance', 'potential'] as const satisfies readonly (keyof Flat)[];
const BY_SCORE = ['performanceScore', 'potentialScore', 'cuts'] as const satisfies readonly (keyof Flat)[];

const MIXED = words(
  {
    id: 'tidak dapat diisi bersama tingkat kinerja atau potensial',
    en: 'cannot stand beside a level of performance or potential',
  },
  {
    id: 'isi tingkat untuk kedua sumbu, atau nilai dan batas untuk keduanya',
    en: 'give levels for both axes, or scores and cuts for both',
  },
);
const MISSING_LEVEL = words(
  { id: 'belum diisi', en: 'is missing' },
  {
    id: 'pilih tingkat untuk kedua sumbu, atau isi nilai dan batas untuk keduanya',
    en: 'give levels for both axes, or scores and cuts for both',
  },
);
const MISSING_SCORE = words(
  { id: 'belum diisi', en: 'is missing' },
  { id: 'isi nilai kedua sumbu dan kedua batasnya', en: 'give the scores of both axes and both cuts' },
);

function scoresOf({ performanceScore, potentialScore, cuts }: Flat): TalentScores | undefined {
  if (performanceScore === undefined || potentialScore === undefined || cuts === undefined) return undefined;
  return { performanceScore, potentialScore, cuts };
}

/** Exactly one of the two ways, complete. */
const input = flat.transform((given, context): TalentAxes | TalentScores => {
  const isByScore = BY_LEVEL.every((name) => given[name] === undefined);
  const hasScore = BY_SCORE.some((name) => given[name] !== undefined);
  const { performance, potential } = given;
  const scores = scoresOf(given);
  if (isByScore && scores) return scores;
  if (!hasScore && performance && potential) return { performance, potential };
  const report = (path: string, said: ReturnType<typeof words>) =>
    context.addIssue({ code: 'custom', path: [path], ...said });
  if (isByScore && hasScore)
    for (const name of BY_SCORE) if (given[name] === undefined) report(name, MISSING_SCORE);
  if (!isByScore) for (const name of BY_SCORE) if (given[name] !== undefined) report(name, MIXED);
  if (!hasScore) for (const name of BY_LEVEL) if (given[name] === undefined) report(name, MISSING_LEVEL);
  return z.NEVER;
});

function isScores(given: TalentAxes | TalentScores): given is TalentScores {
  return 'cuts' in given;
}

function scoreStep(
  code: string,
  label: Bilingual,
  value: ExplainedValue & { readonly state: 'value' },
  given: { readonly path: string; readonly label: Bilingual; readonly score: string },
): Explanation {
  return {
    code,
    label,
    value,
    rule: say(
      {
        id: 'Nilai {score} termasuk tingkat {level}; nilai yang tepat pada batas masuk tingkat yang lebih baik.',
        en: 'A score of {score} is in the level {level}; a score on a bound belongs to the better level.',
      },
      { score: decimalInWords(given.score), level: midSentence(value.label) },
    ),
    basis: TALENT_BASIS,
    inputs: [{ path: given.path, label: given.label, value: decimalValue(given.score) }],
    children: [],
  };
}

function potentialValue(potential: TalentAxes['potential']) {
  return { state: 'value', kind: 'text', value: potential, label: potentialLabel(potential) } as const;
}

function performanceValue(performance: TalentAxes['performance']) {
  return { state: 'value', kind: 'rating', value: performance, label: ratingLabel(performance) } as const;
}

function stepsOf(given: TalentAxes | TalentScores, axes: TalentAxes): readonly Explanation[] {
  if (!isScores(given)) return [];
  return [
    scoreStep('performance', PERFORMANCE, performanceValue(axes.performance), {
      path: 'performanceScore',
      label: PERFORMANCE_SCORE,
      score: given.performanceScore,
    }),
    scoreStep('potential', POTENTIAL, potentialValue(axes.potential), {
      path: 'potentialScore',
      label: POTENTIAL_SCORE,
      score: given.potentialScore,
    }),
  ];
}

function inputsOf(given: TalentAxes | TalentScores): readonly ExplainedInput[] {
  if (isScores(given)) {
    return [
      { path: 'cuts.high', label: HIGH_CUT, value: decimalValue(given.cuts.high) },
      { path: 'cuts.medium', label: MEDIUM_CUT, value: decimalValue(given.cuts.medium) },
    ];
  }
  return [
    { path: 'performance', label: PERFORMANCE, value: ratingValue(given.performance) },
    { path: 'potential', label: POTENTIAL, value: potentialValue(given.potential) },
  ];
}

function boxLabel(box: TalentBox): Bilingual {
  return { id: `Kotak ${box}`, en: `Box ${box}` };
}

function explain(given: TalentAxes | TalentScores, axes: TalentAxes): Explanation {
  const { box, successionPool } = talentBox(axes);
  return {
    code: 'talent-box',
    label: { id: 'Kotak manajemen talenta', en: 'Box of talent management' },
    value: codedValue('integer', String(box), boxLabel(box)),
    rule: joinBoth([
      say(
        {
          id: 'Kinerja {performance} dan potensial {potential}: kotak {box}.',
          en: 'Performance {performance} and potential {potential}: box {box}.',
        },
        {
          performance: midSentence(ratingLabel(axes.performance)),
          potential: midSentence(potentialLabel(axes.potential)),
          box,
        },
      ),
      successionPool
        ? { id: 'Termasuk kelompok rencana suksesi.', en: 'In the succession pool.' }
        : { id: 'Tidak termasuk kelompok rencana suksesi.', en: 'Not in the succession pool.' },
      say(
        { id: 'Rekomendasi: {recommendation}', en: 'Recommendation: {recommendation}' },
        { recommendation: midSentence(talentRecommendation(box)) },
      ),
    ]),
    basis: TALENT_BASIS,
    inputs: inputsOf(given),
    children: stepsOf(given, axes),
  };
}

const SCORE_RANGE = { minimum: 0, maximum: 100 };

export const talentBoxRule = defineRule({
  name: 'talent-box',
  title: { id: 'Kotak manajemen talenta', en: 'Box of talent management' },
  description: {
    id: 'Kedudukan dalam sembilan kotak talenta. Isi tingkat kinerja dan potensial, atau nilai keduanya beserta batas yang ditetapkan instansi.',
    en: 'The place among the nine boxes of talent. Give the levels of performance and potential, or the scores of both with the cuts that your agency has set.',
  },
  basis: TALENT_BASIS,
  fields: [
    {
      kind: 'choice',
      name: 'performance',
      label: PERFORMANCE,
      options: optionsOf(RATINGS, ratingLabel),
      optional: true,
    },
    {
      kind: 'choice',
      name: 'potential',
      label: POTENTIAL,
      options: optionsOf(POTENTIALS, potentialLabel),
      optional: true,
    },
    { kind: 'decimal', name: 'performanceScore', label: PERFORMANCE_SCORE, ...SCORE_RANGE, optional: true },
    { kind: 'decimal', name: 'potentialScore', label: POTENTIAL_SCORE, ...SCORE_RANGE, optional: true },
    {
      kind: 'group',
      name: 'cuts',
      label: { id: 'Batas tingkat, untuk kedua sumbu', en: 'Cuts, for both axes' },
      help: {
        id: 'Nilai terendah setiap tingkat. Tidak ada batas yang seragam secara nasional; instansi yang menetapkan, misalnya 80 dan 60.',
        en: 'The lowest score of each level. There are no uniform national cuts; the agency sets them, such as 80 and 60.',
      },
      fields: [
        { kind: 'decimal', name: 'high', label: HIGH_CUT, ...SCORE_RANGE },
        { kind: 'decimal', name: 'medium', label: MEDIUM_CUT, ...SCORE_RANGE },
      ],
      optional: true,
    },
  ],
  input,
  answer: (given) => {
    const axes = isScores(given) ? talentAxes(given) : given;
    return { ...talentBox(axes), explanation: explain(given, axes) };
  },
  examples: [
    {
      title: { id: 'Sesuai ekspektasi, potensial tinggi', en: 'As expected, high potential' },
      input: { performance: 'meets', potential: 'high' },
      output: { box: 8, successionPool: true },
    },
    {
      title: { id: 'Nilai 79,99 dan 80 dengan batas 80/60', en: 'Scores 79.99 and 80 with the cuts 80/60' },
      input: { performanceScore: '79.99', potentialScore: '80', cuts: { high: '80', medium: '60' } },
      output: { box: 8, successionPool: true },
    },
  ],
});
