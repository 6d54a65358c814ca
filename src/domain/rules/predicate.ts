/** The national matrix: ratings of results and behaviour give the employee's predicate. */
import { z } from 'zod';
import { midSentence, say } from '../bilingual.ts';
import type { Explanation } from '../explanation.ts';
import {
  optionsOf,
  type Predicate,
  predicateLabel,
  predicateValue,
  RATINGS,
  type Rating,
  ratingLabel,
  ratingValue,
} from './codes.ts';
import { MATRIX_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

/** Results rating → behaviour rating → predicate. PermenPANRB 6/2022, annex. */
export type PredicateMatrix = Readonly<Record<Rating, Readonly<Record<Rating, Predicate>>>>;

export const NATIONAL_MATRIX: PredicateMatrix = {
  above: { above: 'sangat-baik', meets: 'baik', below: 'kurang' },
  meets: { above: 'baik', meets: 'baik', below: 'kurang' },
  below: { above: 'butuh-perbaikan', meets: 'butuh-perbaikan', below: 'sangat-kurang' },
};

/** The predicate for a pair of ratings. The matrix is total: every pair has exactly one predicate. */
export function predicateOf(results: Rating, behaviour: Rating): Predicate {
  return NATIONAL_MATRIX[results][behaviour];
}

function explain(results: Rating, behaviour: Rating): Explanation {
  const predicate = predicateOf(results, behaviour);
  return {
    code: 'predicate',
    label: { id: 'Predikat kinerja pegawai', en: 'Employee performance predicate' },
    value: predicateValue(predicate),
    rule: say(
      {
        id: 'Menurut matriks nasional, hasil kerja {results} dan perilaku kerja {behaviour} menghasilkan predikat {predicate}.',
        en: 'By the national matrix, results {results} and behaviour {behaviour} give the predicate {predicate}.',
      },
      {
        results: midSentence(ratingLabel(results)),
        behaviour: midSentence(ratingLabel(behaviour)),
        predicate: predicateLabel(predicate),
      },
    ),
    basis: MATRIX_BASIS,
    inputs: [
      { path: 'results', label: RESULTS, value: ratingValue(results) },
      { path: 'behaviour', label: BEHAVIOUR, value: ratingValue(behaviour) },
    ],
    children: [],
  };
}

export const RESULTS = { id: 'Rating hasil kerja', en: 'Results rating' };
export const BEHAVIOUR = { id: 'Rating perilaku kerja', en: 'Behaviour rating' };

export const predicateRule = defineRule({
  name: 'predicate',
  title: { id: 'Predikat kinerja', en: 'Performance predicate' },
  description: {
    id: 'Predikat kinerja pegawai dari rating hasil kerja dan rating perilaku kerja.',
    en: 'The predicate of an employee from the ratings of results and behaviour.',
  },
  basis: MATRIX_BASIS,
  fields: [
    { kind: 'choice', name: 'results', label: RESULTS, options: optionsOf(RATINGS, ratingLabel) },
    { kind: 'choice', name: 'behaviour', label: BEHAVIOUR, options: optionsOf(RATINGS, ratingLabel) },
  ],
  input: z.strictObject({ results: z.enum(RATINGS), behaviour: z.enum(RATINGS) }),
  answer: ({ results, behaviour }) => ({
    predicate: predicateOf(results, behaviour),
    explanation: explain(results, behaviour),
  }),
  examples: [
    {
      title: {
        id: 'Hasil di atas ekspektasi, perilaku di bawah: Kurang/Misconduct',
        en: 'Results above, behaviour below: Poor/Misconduct',
      },
      input: { results: 'above', behaviour: 'below' },
      output: { predicate: 'kurang' },
    },
    {
      title: { id: 'Keduanya di atas ekspektasi', en: 'Both above expectation' },
      input: { results: 'above', behaviour: 'above' },
      output: { predicate: 'sangat-baik' },
    },
    {
      title: { id: 'Hasil di bawah, perilaku sesuai ekspektasi', en: 'Results below, behaviour as expected' },
      input: { results: 'below', behaviour: 'meets' },
      output: { predicate: 'butuh-perbaikan' },
    },
  ],
});
