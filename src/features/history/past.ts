/** What is kept of an earlier year: as its papers say it, and what the engine made of it. */
import { z } from 'zod';
import { PREDICATES, type Predicate, RATINGS } from '#domain/rules/index.ts';
import { RULES } from './rules.ts';

const line = z.object({
  kind: z.enum(['main', 'additional']),
  weight: z.string(),
  realisation: z.string(),
  target: z.string(),
  isMaximum: z.boolean(),
});

/** One row as it was read; what the file left empty is absent, never zero. */
const givenSchema = z.object({
  rule: z.enum(RULES),
  startsOn: z.string(),
  endsOn: z.string(),
  resultsScore: z.string().optional(),
  behaviourScore: z.string().optional(),
  opinions: z.boolean().optional(),
  newIdea: z.boolean().optional(),
  lines: z.array(line).readonly().optional(),
  resultsRating: z.enum(RATINGS).optional(),
  behaviourRating: z.enum(RATINGS).optional(),
  /** The total score as printed. */
  score: z.string().optional(),
  category: z.enum(PREDICATES).optional(),
  /** The predicate in the words of the paper. */
  printed: z.string().optional(),
  appraiser: z.string().optional(),
  note: z.string().optional(),
});
export type Given = z.output<typeof givenSchema>;

const computedSchema = z.object({
  score: z.string().nullable(),
  category: z.enum(PREDICATES),
  /** The score of the plan where it was computed from single results. */
  resultsScore: z.string().nullable(),
  /** The version whose engine counted. */
  by: z.object({ id: z.string(), version: z.int() }),
});
export type Computed = z.output<typeof computedSchema>;

/** The column `evidence` of a past result. */
export const pastEvidenceSchema = z.object({
  given: givenSchema,
  /** Evidence of the scheme that counted; null where nothing could be counted. */
  scheme: z.record(z.string(), z.unknown()).nullable(),
  computed: computedSchema.nullable(),
  /** Components that the papers leave open, so that nothing could be counted. */
  missing: z.array(z.string()),
});
export type PastEvidence = z.output<typeof pastEvidenceSchema>;

export type Difference =
  | { readonly what: 'category'; readonly printed: Predicate; readonly computed: Predicate }
  | { readonly what: 'score' | 'resultsScore'; readonly printed: string; readonly computed: string };

/** Where the paper and the rule disagree. The paper is kept as it is; the difference is said beside it. */
export function differencesOf({
  given,
  computed,
}: Pick<PastEvidence, 'given' | 'computed'>): readonly Difference[] {
  if (!computed) return [];
  const found: Difference[] = [];
  if (given.category && given.category !== computed.category)
    found.push({ what: 'category', printed: given.category, computed: computed.category });
  for (const what of ['score', 'resultsScore'] as const) {
    const [printed, counted] = [given[what], computed[what]];
    if (printed !== undefined && counted !== null && !isRounded(counted, printed))
      found.push({ what, printed, computed: counted });
  }
  return found;
}

/** A paper prints fewer decimals than were counted: 91,82 is 91,815 rounded half up. */
function isRounded(exact: string, printed: string): boolean {
  const decimals = printed.split('.')[1]?.length ?? 0;
  const scaled = (text: string): bigint => {
    const [whole = '0', part = ''] = text.split('.');
    return BigInt(whole + part.padEnd(8, '0').slice(0, 8));
  };
  const unit = 10n ** BigInt(8 - decimals);
  return ((scaled(exact) + unit / 2n) / unit) * unit === scaled(printed);
}
