/**
 * Codes of the national personnel service for an annual appraisal.
 * The quadrant follows the predicate of the matrix: never the larger of the two rating codes, which
 * would report results above × behaviour below as 3 instead of 4 (misconduct).
 */
import { z } from 'zod';
import { say } from '../bilingual.ts';
import { integerValue } from '../explanation.ts';
import {
  optionsOf,
  type Predicate,
  predicateLabel,
  RATINGS,
  type Rating,
  ratingLabel,
  ratingValue,
} from './codes.ts';
import { BEHAVIOUR, predicateOf, RESULTS } from './predicate.ts';
import { SIASN_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

const RATING_CODES: Readonly<Record<Rating, 1 | 2 | 3>> = { above: 1, meets: 2, below: 3 };
const QUADRANT_CODES: Readonly<Record<Predicate, 1 | 2 | 3 | 4 | 5>> = {
  'sangat-baik': 1,
  baik: 2,
  'butuh-perbaikan': 3,
  kurang: 4,
  'sangat-kurang': 5,
};

export type SiasnCodes = {
  readonly hasilKerja: 1 | 2 | 3;
  readonly perilakuKerja: 1 | 2 | 3;
  readonly kuadranKinerja: 1 | 2 | 3 | 4 | 5;
};

/** The three codes that SIASN's annual record carries for a pair of ratings. */
export function siasnCodes(results: Rating, behaviour: Rating): SiasnCodes {
  return {
    hasilKerja: RATING_CODES[results],
    perilakuKerja: RATING_CODES[behaviour],
    kuadranKinerja: QUADRANT_CODES[predicateOf(results, behaviour)],
  };
}

export const siasnCodesRule = defineRule({
  name: 'siasn-codes',
  title: { id: 'Kode SIASN', en: 'SIASN codes' },
  description: {
    id: 'Kode hasil kerja, perilaku kerja, dan kuadran kinerja untuk riwayat SKP di SIASN.',
    en: 'Codes of results, behaviour and performance quadrant for the appraisal history in SIASN.',
  },
  basis: SIASN_BASIS,
  fields: [
    { kind: 'choice', name: 'results', label: RESULTS, options: optionsOf(RATINGS, ratingLabel) },
    { kind: 'choice', name: 'behaviour', label: BEHAVIOUR, options: optionsOf(RATINGS, ratingLabel) },
  ],
  input: z.strictObject({ results: z.enum(RATINGS), behaviour: z.enum(RATINGS) }),
  answer: ({ results, behaviour }) => {
    const codes = siasnCodes(results, behaviour);
    const predicate = predicateLabel(predicateOf(results, behaviour));
    return {
      ...codes,
      explanation: {
        code: 'siasn-codes',
        label: { id: 'Kuadran kinerja', en: 'Performance quadrant' },
        value: integerValue(codes.kuadranKinerja),
        rule: say(
          {
            id: 'Hasil kerja berkode {hasilKerja}, perilaku kerja berkode {perilakuKerja}. Kuadran mengikuti predikat {predicate}, yaitu kode {kuadranKinerja}.',
            en: 'Results have code {hasilKerja}, behaviour has code {perilakuKerja}. The quadrant follows the predicate {predicate}, code {kuadranKinerja}.',
          },
          { ...codes, predicate },
        ),
        basis: SIASN_BASIS,
        inputs: [
          { path: 'results', label: RESULTS, value: ratingValue(results) },
          { path: 'behaviour', label: BEHAVIOUR, value: ratingValue(behaviour) },
        ],
        children: [],
      },
    };
  },
  examples: [
    {
      title: {
        id: 'Hasil di atas, perilaku di bawah: kuadran 4, bukan 3',
        en: 'Results above, behaviour below: quadrant 4, not 3',
      },
      input: { results: 'above', behaviour: 'below' },
      output: { hasilKerja: 1, perilakuKerja: 3, kuadranKinerja: 4 },
    },
  ],
});
