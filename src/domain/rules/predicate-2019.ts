/**
 * The predicate under PP 30/2019 Article 41, for history, imports and comparison. Its numbers belong to
 * the old scheme and never enter a form of PermenPANRB 6/2022.
 */
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { type Bilingual, sameInBoth, say } from '../bilingual.ts';
import { booleanValue, codedValue, decimalInWords, decimalValue } from '../explanation.ts';
import { decimalText } from '../problem.ts';
import { type Predicate, predicateLabel } from './codes.ts';
import { PREDICATE_2019_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

export type Predicate2019Input = {
  /** Score of the work plan, 0 to 120, decimal in a string. */
  readonly results: string;
  /** Score of behaviour, 0 to 120. */
  readonly behaviour: string;
  /** Whether the agency also uses the opinions of peers and subordinates: 60/40 instead of 70/30. */
  readonly opinions: boolean;
  /** Whether the employee brought a new idea or method that benefits the organisation or the state. */
  readonly newIdea: boolean;
};

/** The exact, unrounded score and its predicate. */
export type Predicate2019 = { readonly score: string; readonly predicate: Predicate };

/** Under this scheme the middle predicate was called Cukup; one code, several labels. */
export function predicate2019Label(predicate: Predicate): Bilingual {
  if (predicate === 'butuh-perbaikan') return { id: 'Cukup', en: 'Fair' };
  if (predicate === 'kurang') return { id: 'Kurang', en: 'Poor' };
  return predicateLabel(predicate);
}

export function predicate2019({ results, behaviour, opinions, newIdea }: Predicate2019Input): Predicate2019 {
  const weight = opinions ? 60 : 70;
  const score = new Decimal(results)
    .times(weight)
    .plus(new Decimal(behaviour).times(100 - weight))
    .dividedBy(100);
  return { score: score.toFixed(), predicate: predicateForScore(score, newIdea) };
}

function predicateForScore(score: Decimal, newIdea: boolean): Predicate {
  if (score.gte(110) && newIdea) return 'sangat-baik';
  if (score.gte(90)) return 'baik';
  if (score.gte(70)) return 'butuh-perbaikan';
  if (score.gte(50)) return 'kurang';
  return 'sangat-kurang';
}

const RESULTS_SCORE = { id: 'Nilai SKP', en: 'Work plan score' };
const BEHAVIOUR_SCORE = { id: 'Nilai perilaku kerja', en: 'Behaviour score' };
const OPINIONS = {
  id: 'Memakai pendapat rekan kerja atau bawahan',
  en: 'Opinions of peers or subordinates are used',
};
const NEW_IDEA = {
  id: 'Ada ide baru yang bermanfaat bagi organisasi atau negara',
  en: 'A new idea that benefits the organisation or the state',
};

export const predicate2019Rule = defineRule({
  name: 'predicate-2019',
  title: { id: 'Predikat menurut PP 30/2019', en: 'Predicate under PP 30/2019' },
  description: {
    id: 'Nilai dan predikat kinerja PNS menurut ketentuan lama, untuk riwayat dan perbandingan.',
    en: 'Score and predicate under the older rule, for history and comparison.',
  },
  basis: PREDICATE_2019_BASIS,
  fields: [
    { kind: 'decimal', name: 'results', label: RESULTS_SCORE, minimum: 0, maximum: 120 },
    { kind: 'decimal', name: 'behaviour', label: BEHAVIOUR_SCORE, minimum: 0, maximum: 120 },
    { kind: 'boolean', name: 'opinions', label: OPINIONS },
    { kind: 'boolean', name: 'newIdea', label: NEW_IDEA },
  ],
  input: z.strictObject({
    results: decimalText(0, 120),
    behaviour: decimalText(0, 120),
    opinions: z.boolean(),
    newIdea: z.boolean(),
  }),
  answer: (given) => {
    const { score, predicate } = predicate2019(given);
    const weight = given.opinions ? 60 : 70;
    const withoutIdea: Bilingual =
      Number(score) >= 110 && !given.newIdea
        ? {
            id: ' Nilai 110 atau lebih menjadi Sangat Baik hanya bila ada ide baru yang bermanfaat.',
            en: ' A score of 110 or more is Very Good only with a new idea of benefit.',
          }
        : sameInBoth('');
    return {
      score,
      predicate,
      label: predicate2019Label(predicate),
      explanation: {
        code: 'predicate-2019',
        label: { id: 'Predikat kinerja (PP 30/2019)', en: 'Predicate (PP 30/2019)' },
        value: codedValue('predicate', predicate, predicate2019Label(predicate)),
        rule: say(
          {
            id: '{weight} % × {results} + {other} % × {behaviour} = {score}, yaitu {predicate}.{withoutIdea}',
            en: '{weight} % × {results} + {other} % × {behaviour} = {score}, which is {predicate}.{withoutIdea}',
          },
          {
            weight,
            other: 100 - weight,
            results: decimalInWords(given.results),
            behaviour: decimalInWords(given.behaviour),
            score: decimalInWords(score),
            predicate: predicate2019Label(predicate),
            withoutIdea,
          },
        ),
        basis: PREDICATE_2019_BASIS,
        inputs: [
          { path: 'results', label: RESULTS_SCORE, value: decimalValue(given.results) },
          { path: 'behaviour', label: BEHAVIOUR_SCORE, value: decimalValue(given.behaviour) },
          { path: 'opinions', label: OPINIONS, value: booleanValue(given.opinions) },
          { path: 'newIdea', label: NEW_IDEA, value: booleanValue(given.newIdea) },
        ],
        children: [],
      },
    };
  },
  examples: [
    {
      title: { id: '113,5 dengan ide baru', en: '113.5 with a new idea' },
      input: { results: '115', behaviour: '110', opinions: false, newIdea: true },
      output: { score: '113.5', predicate: 'sangat-baik', label: { id: 'Sangat Baik', en: 'Very Good' } },
    },
    {
      title: { id: '113,5 tanpa ide baru', en: '113.5 without a new idea' },
      input: { results: '115', behaviour: '110', opinions: false, newIdea: false },
      output: { score: '113.5', predicate: 'baik', label: { id: 'Baik', en: 'Good' } },
    },
    {
      title: { id: '60/40 dengan pendapat rekan', en: '60/40 with opinions of peers' },
      input: { results: '90', behaviour: '80', opinions: true, newIdea: false },
      output: { score: '86', predicate: 'butuh-perbaikan', label: { id: 'Cukup', en: 'Fair' } },
    },
  ],
});
