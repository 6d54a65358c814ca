/** What a trial found, as it is kept: counts, flows between categories, and each appraisal that would move. */
import { z } from 'zod';

const bilingual = z.object({ id: z.string(), en: z.string() });
const category = z.object({ code: z.string(), label: bilingual });
export type CategoryLabel = z.output<typeof category>;

const DIRECTIONS = ['up', 'down', 'same', 'unknown'] as const;
export type Direction = (typeof DIRECTIONS)[number];

const tally = z.object({ up: z.int(), down: z.int(), same: z.int(), unknown: z.int() });
export type Tally = z.output<typeof tally>;

const moved = z.object({
  participantId: z.string(),
  unitId: z.string(),
  direction: z.enum(DIRECTIONS),
  from: z.string(),
  to: z.string().nullable(),
  scoreFrom: z.string().nullable(),
  scoreTo: z.string().nullable(),
  /** Official predicate as it was and as the tried scheme suggests it. */
  predicateFrom: z.string(),
  predicateTo: z.string().nullable(),
  /** Components without data. */
  missing: z.array(z.string()),
});
export type Moved = z.output<typeof moved>;

export const outcomeSchema = z.object({
  /** Appraisals with a result that the trial looked at. */
  people: z.int(),
  total: tally,
  /** `category`: both versions have the same categories; `predicate`: only the official predicates can be compared. */
  comparedBy: z.enum(['category', 'predicate']),
  /** `same-scheme`: others of the period rest on another scheme and were left aside. */
  scope: z.enum(['same-scheme', 'all']).default('all'),
  /** Best first. */
  before: z.array(category),
  after: z.array(category),
  flows: z.array(z.object({ from: z.string(), to: z.string(), count: z.int() })),
  units: z.array(z.object({ unitId: z.string(), name: z.string(), tally })),
  groups: z.array(z.object({ group: z.enum(['sex', 'kind', 'post', 'age']), value: z.string(), tally })),
  /** For how many appraisals each component had no data. */
  missing: z.array(z.object({ component: z.string(), label: bilingual, count: z.int() })),
  /** Everybody who would move or cannot be told. */
  moved: z.array(moved),
});
export type Outcome = z.output<typeof outcomeSchema>;

export const progressSchema = z.object({ done: z.int(), total: z.int() });

export const EMPTY_TALLY: Tally = { up: 0, down: 0, same: 0, unknown: 0 };

export function counted(tallied: Tally, direction: Direction): Tally {
  return { ...tallied, [direction]: tallied[direction] + 1 };
}
