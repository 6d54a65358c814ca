/**
 * Which overall results rating the ratings of the single lines suggest, and which they permit.
 *
 * The regulation says "most" and "a small part" without numbers; only one condition can be counted:
 * no main result may be below expectation for "above". So that condition alone limits the choice, and
 * the shares below only make a suggestion: a person decides and, when departing from it, says why.
 */
import { z } from 'zod';
import { type Bilingual, inBoth, midSentence, say } from '../bilingual.ts';
import type { ExplainedInput, Explanation } from '../explanation.ts';
import {
  LINE_KINDS,
  type LineKind,
  lineKindLabel,
  optionsOf,
  RATINGS,
  type Rating,
  ratingLabel,
  ratingValue,
} from './codes.ts';
import { RESULTS_RATING_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

export type RatedLine = { readonly kind: LineKind; readonly rating: Rating };

/** Thresholds of the suggestion, in whole percent of all lines; a share must exceed them. */
export type SuggestionPolicy = {
  readonly aboveMoreThanPercent: number;
  readonly belowMoreThanPercent: number;
  /** How many main lines may be below expectation when the whole is rated above. */
  readonly mainBelowAtMost: number;
};

export const SUGGESTION_POLICY: SuggestionPolicy = {
  aboveMoreThanPercent: 50,
  belowMoreThanPercent: 50,
  mainBelowAtMost: 0,
};

export type ResultsRating = { readonly suggested: Rating; readonly allowed: readonly Rating[] };

/** How many lines of each rating there are, and how many main lines are below. */
export type LineTally = {
  readonly lines: number;
  readonly above: number;
  readonly meets: number;
  readonly below: number;
  readonly mainBelow: number;
};

const ALL: readonly Rating[] = RATINGS;
const NOT_ABOVE: readonly Rating[] = ['meets', 'below'];

export function tallyLines(lines: readonly RatedLine[]): LineTally {
  let above = 0;
  let below = 0;
  let mainBelow = 0;
  for (const line of lines) {
    if (line.rating === 'above') above += 1;
    if (line.rating === 'below') {
      below += 1;
      if (line.kind === 'main') mainBelow += 1;
    }
  }
  return { lines: lines.length, above, meets: lines.length - above - below, below, mainBelow };
}

/** The suggested and the permitted ratings; asks for at least one line. */
export function suggestResultsRating(
  lines: readonly RatedLine[],
  policy: SuggestionPolicy = SUGGESTION_POLICY,
): ResultsRating {
  if (lines.length === 0) throw new RangeError('suggestResultsRating needs at least one line');
  return rateTally(tallyLines(lines), policy);
}

/** The same from counts. Compares whole numbers, so a share of exactly half is never "more than half". */
export function rateTally(tally: LineTally, policy: SuggestionPolicy = SUGGESTION_POLICY): ResultsRating {
  const aboveAllowed = tally.mainBelow <= policy.mainBelowAtMost;
  const allowed = aboveAllowed ? ALL : NOT_ABOVE;
  if (aboveAllowed && tally.above * 100 > policy.aboveMoreThanPercent * tally.lines)
    return { suggested: 'above', allowed };
  if (tally.below * 100 > policy.belowMoreThanPercent * tally.lines) return { suggested: 'below', allowed };
  return { suggested: 'meets', allowed };
}

/** The counting in words, with what follows from it. */
export function suggestionRule(tally: LineTally, policy: SuggestionPolicy): Bilingual {
  const { suggested } = rateTally(tally, policy);
  const counted = say(
    {
      id: 'Dari {lines} hasil kerja, {above} di atas, {meets} sesuai, dan {below} di bawah ekspektasi.',
      en: 'Of {lines} results, {above} are above, {meets} as expected and {below} below expectation.',
    },
    tally,
  );
  const main = inBoth((language) => {
    if (tally.mainBelow === 0) return '';
    return language === 'id'
      ? ` Sebanyak ${tally.mainBelow} hasil kerja utama di bawah ekspektasi, sehingga rating di atas ekspektasi tidak dapat diberikan.`
      : ` Main results below expectation: ${tally.mainBelow}; the rating above expectation cannot be given.`;
  });
  return say(
    {
      id: '{counted}{main} Rating yang disarankan: {suggested}. Pejabat penilai yang memutuskan.',
      en: '{counted}{main} Suggested rating: {suggested}. The appraiser decides.',
    },
    {
      counted,
      main: tally.mainBelow <= policy.mainBelowAtMost ? '' : main,
      suggested: midSentence(ratingLabel(suggested)),
    },
  );
}

function explain(lines: readonly RatedLine[]): Explanation {
  const tally = tallyLines(lines);
  return {
    code: 'results-rating',
    label: { id: 'Saran rating hasil kerja', en: 'Suggested results rating' },
    value: ratingValue(rateTally(tally).suggested),
    rule: suggestionRule(tally, SUGGESTION_POLICY),
    basis: RESULTS_RATING_BASIS,
    inputs: lines.map(
      (line, index): ExplainedInput => ({
        path: `lines[${index}].rating`,
        label: { id: `Hasil kerja ${index + 1}`, en: `Result ${index + 1}` },
        value: ratingValue(line.rating),
        group: { code: line.kind, label: lineKindLabel(line.kind) },
      }),
    ),
    children: [],
    suggestion: true,
  };
}

const MAXIMUM_LINES = 200;

export const resultsRatingRule = defineRule({
  name: 'results-rating',
  title: { id: 'Saran rating hasil kerja', en: 'Suggested results rating' },
  description: {
    id: 'Rating hasil kerja yang disarankan dan yang diperbolehkan, dari rating setiap hasil kerja.',
    en: 'The results rating that is suggested and those that are permitted, from the rating of each result.',
  },
  basis: RESULTS_RATING_BASIS,
  fields: [
    {
      kind: 'list',
      name: 'lines',
      label: { id: 'Hasil kerja', en: 'Results' },
      maximumLength: MAXIMUM_LINES,
      item: [
        {
          kind: 'choice',
          name: 'kind',
          label: { id: 'Jenis', en: 'Kind' },
          options: optionsOf(LINE_KINDS, lineKindLabel),
        },
        {
          kind: 'choice',
          name: 'rating',
          label: { id: 'Rating', en: 'Rating' },
          options: optionsOf(RATINGS, ratingLabel),
        },
      ],
    },
  ],
  input: z.strictObject({
    lines: z
      .array(z.strictObject({ kind: z.enum(LINE_KINDS), rating: z.enum(RATINGS) }))
      .min(1)
      .max(MAXIMUM_LINES),
  }),
  answer: ({ lines }) => ({ ...suggestResultsRating(lines), explanation: explain(lines) }),
  examples: [
    {
      title: {
        id: 'Empat di atas ekspektasi, satu hasil utama di bawah',
        en: 'Four above, one main result below',
      },
      input: {
        lines: [
          { kind: 'main', rating: 'below' },
          { kind: 'main', rating: 'above' },
          { kind: 'main', rating: 'above' },
          { kind: 'main', rating: 'above' },
          { kind: 'additional', rating: 'above' },
        ],
      },
      output: { suggested: 'meets', allowed: ['meets', 'below'] },
    },
    {
      title: { id: 'Semua di atas ekspektasi', en: 'All above expectation' },
      input: {
        lines: [
          { kind: 'main', rating: 'above' },
          { kind: 'main', rating: 'above' },
        ],
      },
      output: { suggested: 'above', allowed: ['above', 'meets', 'below'] },
    },
  ],
});
