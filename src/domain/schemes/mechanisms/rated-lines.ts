/**
 * Mechanism `rated-lines`: an overall rating of results that rests on the ratings of single lines.
 * The appraiser's decision counts; while only the lines are rated, what they suggest is used and said
 * to be a suggestion. A decision that the lines do not permit is refused.
 */
import { z } from 'zod';
import { type Bilingual, midSentence, say } from '../../bilingual.ts';
import { codedValue, type ExplainedInput, type Explanation, MISSING } from '../../explanation.ts';
import { words } from '../../problem.ts';
import { LINE_KINDS, lineKindLabel, RATINGS, type Rating } from '../../rules/codes.ts';
import {
  type RatedLine,
  rateTally,
  type SuggestionPolicy,
  suggestionRule,
  tallyLines,
} from '../../rules/results-rating.ts';
import { MISSING_OUTCOME, type Outcome } from '../outcome.ts';
import { code, givenBySetting, plainSettings } from '../shapes.ts';
import { checkScale } from './check-scale.ts';
import {
  type Annotations,
  annotated,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Mechanism,
  type Report,
} from './mechanism.ts';
import { levelOutcomes } from './rating.ts';

export const ratedLinesSettings = z.strictObject({
  mechanism: z.literal('rated-lines'),
  ...plainSettings,
  ...givenBySetting,
  scale: code,
  /** When counting suggests "above" or "below"; whole percent of all lines, to be exceeded. */
  suggestion: z.strictObject({
    aboveMoreThanPercent: z.int().min(50).max(99),
    belowMoreThanPercent: z.int().min(50).max(99),
    mainBelowAtMost: z.int().min(0).max(20),
  }),
});
export type RatedLinesSettings = z.infer<typeof ratedLinesSettings>;

const NAMES = new Set(['rating', 'lines']);
const LINE_NAMES = new Set(['kind', 'rating']);
const MAXIMUM_LINES = 200;

/** The counting knows three levels by name, so the scale must be exactly these. */
function checkLevels(levels: readonly string[], report: Report): void {
  if (levels.join() === RATINGS.join()) return;
  report(
    ['scale'],
    {
      id: 'skala ini tidak terdiri atas above, meets, below',
      en: 'this scale does not consist of above, meets, below',
    },
    {
      id: 'pakai skala dengan tiga tingkat itu, dari yang terbaik',
      en: 'use a scale with these three levels, best first',
    },
  );
}

function isRating(value: unknown): value is Rating {
  return value === 'above' || value === 'meets' || value === 'below';
}

function isLine(value: unknown): value is RatedLine {
  return (
    isRecord(value) &&
    (value.kind === 'main' || value.kind === 'additional') &&
    isRating(value.rating) &&
    hasOnly(value, LINE_NAMES)
  );
}

/** The lines of the evidence, undefined where they are not of the shape. */
function linesOf(value: unknown): readonly RatedLine[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MAXIMUM_LINES) return undefined;
  for (const line of value) if (!isLine(line)) return undefined;
  return value;
}

function permits(lines: readonly RatedLine[], rating: Rating, policy: SuggestionPolicy): boolean {
  return rateTally(tallyLines(lines), policy).allowed.includes(rating);
}

function evidenceShape(policy: SuggestionPolicy) {
  const rating = z.enum(RATINGS);
  const lines = z
    .array(z.strictObject({ kind: z.enum(LINE_KINDS), rating }))
    .min(1)
    .max(MAXIMUM_LINES);
  return z
    .strictObject({ rating: rating.optional(), lines: lines.optional() })
    .refine(
      (given) => given.rating !== undefined || given.lines !== undefined,
      words(
        { id: 'belum memuat rating atau lines', en: 'has neither rating nor lines' },
        {
          id: 'isi rating, atau lines dengan rating setiap hasil kerja',
          en: 'give rating, or lines with the rating of each result',
        },
      ),
    )
    .refine(({ rating: decided, lines: rated }) => !decided || !rated || permits(rated, decided, policy), {
      path: ['rating'],
      ...words(
        {
          id: 'rating di atas ekspektasi tidak dapat diberikan karena ada hasil kerja utama di bawah ekspektasi',
          en: 'above expectation cannot be given because a main result is below expectation',
        },
        {
          id: 'beri rating lain, atau tinjau rating hasil kerja itu',
          en: 'give another rating, or review the rating of that result',
        },
      ),
    })
    .meta({ anyOf: [{ required: ['rating'] }, { required: ['lines'] }] });
}

function compileRatedLines(settings: RatedLinesSettings, context: ComponentContext): CompiledComponent {
  const policy = settings.suggestion;
  const decided = levelOutcomes(RATINGS, false);
  const suggested = levelOutcomes(RATINGS, true);
  return {
    code: context.code,
    label: settings.label,
    evidence: evidenceShape(policy),
    example: {
      lines: [
        { kind: 'main', rating: 'above' },
        { kind: 'main', rating: 'meets' },
        { kind: 'additional', rating: 'meets' },
      ],
    },
    read(given): Outcome | undefined {
      if (given === undefined) return MISSING_OUTCOME;
      if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
      const { rating } = given;
      if (given.lines === undefined) return decided.get(rating as string);
      const lines = linesOf(given.lines);
      if (lines === undefined) return undefined;
      if (rating === undefined) return suggested.get(rateTally(tallyLines(lines), policy).suggested);
      return isRating(rating) && permits(lines, rating, policy) ? decided.get(rating) : undefined;
    },
    explain: (given, annotations) => explain(settings, context, given, annotations),
  };
}

function explain(
  settings: RatedLinesSettings,
  context: ComponentContext,
  given: unknown,
  annotations: Annotations,
): Explanation {
  const basis = context.basis(settings.basis);
  const shared = { code: context.code, label: settings.label, basis };
  if (!isRecord(given)) {
    const rule = { id: 'Rating belum diberikan.', en: 'No rating has been given.' };
    return { ...shared, value: MISSING, rule, inputs: [], children: [] };
  }
  const levels = context.levels(settings.scale);
  const labelOf = (rating: Rating): Bilingual =>
    levels.find((level) => level.code === rating)?.label ?? { id: rating, en: rating };
  const levelValue = (rating: Rating) => codedValue('rating', rating, labelOf(rating));
  const lines = linesOf(given.lines);
  const suggestion = lines && suggestionOf(settings, context, lines, levelValue, annotations);
  if (!isRating(given.rating)) {
    if (!suggestion) throw new Error(`${context.code}: explained evidence was not read first`);
    return { ...suggestion, ...shared };
  }
  const input = { path: `${context.code}.rating`, label: settings.label, value: levelValue(given.rating) };
  return {
    ...shared,
    value: input.value,
    rule: decisionRule(settings, given.rating, lines, labelOf),
    inputs: [annotated(input, annotations)],
    children: suggestion ? [suggestion] : [],
  };
}

function suggestionOf(
  settings: RatedLinesSettings,
  context: ComponentContext,
  lines: readonly RatedLine[],
  levelValue: (rating: Rating) => ReturnType<typeof codedValue>,
  annotations: Annotations,
): Explanation {
  const tally = tallyLines(lines);
  return {
    code: `${context.code}-suggestion`,
    label: { id: 'Saran dari rating setiap hasil kerja', en: 'Suggestion from the rating of each result' },
    value: levelValue(rateTally(tally, settings.suggestion).suggested),
    rule: suggestionRule(tally, settings.suggestion),
    basis: context.basis(settings.basis),
    inputs: lines.map((line, index) => {
      const input: ExplainedInput = {
        path: `${context.code}.lines[${index}].rating`,
        label: { id: `Hasil kerja ${index + 1}`, en: `Result ${index + 1}` },
        value: levelValue(line.rating),
        group: { code: line.kind, label: lineKindLabel(line.kind) },
      };
      return annotated(input, annotations);
    }),
    children: [],
    suggestion: true,
  };
}

function decisionRule(
  settings: RatedLinesSettings,
  rating: Rating,
  lines: readonly RatedLine[] | undefined,
  labelOf: (rating: Rating) => Bilingual,
): Bilingual {
  const suggested = lines && rateTally(tallyLines(lines), settings.suggestion).suggested;
  const values = {
    label: midSentence(settings.label),
    rating: midSentence(labelOf(rating)),
    suggested: midSentence(labelOf(suggested ?? rating)),
  };
  if (suggested !== undefined && suggested !== rating) {
    return say(
      {
        id: 'Pejabat penilai memutuskan rating {label} {rating}. Ini berbeda dari saran, yaitu {suggested}.',
        en: 'The appraiser decided the rating of {label}: {rating}. This departs from the suggestion, {suggested}.',
      },
      values,
    );
  }
  return say(
    {
      id: 'Pejabat penilai memutuskan rating {label} {rating}.',
      en: 'The appraiser decided the rating of {label}: {rating}.',
    },
    values,
  );
}

export const ratedLines: Mechanism<RatedLinesSettings> = {
  yields: 'level',
  givenBy: 'appraiser',
  scale: ({ scale }) => scale,
  check(settings, context, report) {
    const levels = checkScale(settings.scale, context, report);
    if (levels)
      checkLevels(
        levels.map(({ code }) => code),
        report,
      );
  },
  compile: compileRatedLines,
};
