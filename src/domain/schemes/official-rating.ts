/** The official ratings of one appraisal: suggested from scores, confirmed or departed from by the appraiser. */
import { z } from 'zod';
import { type Bilingual, midSentence, say } from '../bilingual.ts';
import type { Problem } from '../problem.ts';
import { PREDICATES, predicateLabel, RATINGS, type Rating, ratingLabel } from '../rules/codes.ts';
import { predicateOf } from '../rules/predicate.ts';
import { DEFAULT_DECIMALS, unitsOf } from './fixed.ts';
import { type CompiledCondition, compileCondition } from './mechanisms/condition.ts';
import { type CombinationContext, hasOnly, isRecord } from './mechanisms/mechanism.ts';
import { hindered, meanOf, type Weight, weightsOf } from './mechanisms/weighted-mean-plan.ts';
import { AXES, type Axis, mappingOf, OFFICIAL, type Official, type RatingMapping } from './official.ts';
import type { Outcome } from './outcome.ts';

/** The two official ratings and the predicate; null while unknown, and where the scheme has none. */
export type OfficialResult = {
  readonly results: string | null;
  readonly behaviour: string | null;
  readonly predicate: string | null;
};

export const NO_OFFICIAL: OfficialResult = Object.freeze({ results: null, behaviour: null, predicate: null });

/** What the appraiser said of one axis. */
export type Decision = { readonly rating: Rating; readonly reason?: string };
/** The evidence under `official`, after `isShaped`. */
export type Decisions = { readonly [axis in Axis]?: Decision };

/** Where the rating of an axis comes from. */
export type AxisReader = {
  readonly axis: Axis;
  /** Undefined where a component gives the rating itself. */
  readonly mapping: RatingMapping | undefined;
  readonly weights: readonly Weight[];
  readonly decimals: number;
  /** Lowest mean for each rating, in units, best first. */
  readonly limits: readonly number[];
  readonly gates: readonly RatingGate[];
  /** Place of the component that gives the rating itself, else -1. */
  readonly at: number;
};

/** What keeps the suggestion from being better than a rank; the best 0. */
export type RatingGate = {
  readonly condition: CompiledCondition;
  readonly rank: number;
  readonly reason: Bilingual;
};

export type CompiledOfficial = {
  readonly settings: Official;
  readonly readers: readonly AxisReader[];
  /** Whether the evidence may hold decisions under `official`. */
  readonly mapped: boolean;
  readonly evidence: z.ZodType;
  readonly isShaped: (given: unknown) => given is Decisions | undefined;
  /** Departures without a reason. */
  readonly problems: (outcomes: readonly Outcome[], decisions: Decisions | undefined) => readonly Problem[];
  readonly result: (
    outcomes: readonly Outcome[],
    decisions: Decisions | undefined,
    category: string | null,
  ) => OfficialResult;
  /** Axes that still are suggestions, as `official.results`. */
  readonly suggested: (decisions: Decisions | undefined) => readonly string[];
};

const NO_PROBLEMS: readonly Problem[] = Object.freeze([]);
const DECISION_NAMES = new Set(['rating', 'reason']);
const MAXIMUM_REASON = 4000;

const decision = z.strictObject({
  rating: z.enum(RATINGS),
  reason: z.string().max(MAXIMUM_REASON).optional(),
});

function readerOf(settings: Official, axis: Axis, context: CombinationContext): AxisReader {
  const mapping = mappingOf(settings, axis);
  const given = settings[axis];
  return {
    axis,
    mapping,
    weights: weightsOf(mapping?.from ?? {}, context),
    decimals: mapping?.decimals ?? DEFAULT_DECIMALS,
    limits: (mapping?.bands ?? []).map(({ from }) => unitsOf(from)),
    gates: (mapping?.gates ?? []).map((gate) => ({
      condition: compileCondition(gate, context),
      rank: RATINGS.indexOf(gate.atMost),
      reason: gate.reason,
    })),
    at: typeof given === 'string' ? context.position(given) : -1,
  };
}

/** The mean that suggests a rating, in units; undefined while something it needs is missing. */
export function suggestionMean(
  { weights, decimals, gates }: AxisReader,
  outcomes: readonly Outcome[],
  optional: ReadonlySet<number>,
): number | undefined {
  if (hindered(weights, outcomes, optional)) return undefined;
  for (const { condition } of gates)
    for (const at of condition.places)
      if (outcomes[at]?.state === 'missing' && !optional.has(at)) return undefined;
  return meanOf(weights, outcomes, decimals).units;
}

/** The rank of the rating whose limit a mean reaches, before gates. */
export function rankReached({ limits }: AxisReader, mean: number): number {
  let rank = 0;
  while (rank < limits.length - 1 && mean < (limits[rank] ?? 0)) rank += 1;
  return rank;
}

/** The gate that lowers a rank furthest, if any does. */
export function loweringGate(
  { gates }: AxisReader,
  rank: number,
  outcomes: readonly Outcome[],
): RatingGate | undefined {
  let lowest: RatingGate | undefined;
  for (const gate of gates)
    if (gate.rank > (lowest?.rank ?? rank) && gate.condition.holds(outcomes)) lowest = gate;
  return lowest;
}

/** The rating that the scheme arrives at by itself. */
export function ratingOf(
  reader: AxisReader,
  outcomes: readonly Outcome[],
  optional: ReadonlySet<number>,
): Rating | undefined {
  if (!reader.mapping) {
    const outcome = outcomes[reader.at];
    if (outcome?.state !== 'value' || outcome.type !== 'level') return undefined;
    return RATINGS[outcome.index];
  }
  const mean = suggestionMean(reader, outcomes, optional);
  if (mean === undefined) return undefined;
  const rank = rankReached(reader, mean);
  return RATINGS[loweringGate(reader, rank, outcomes)?.rank ?? rank];
}

function levelAt(outcomes: readonly Outcome[], at: number): string | null {
  const outcome = outcomes[at];
  return outcome?.state === 'value' && outcome.type === 'level' ? outcome.code : null;
}

function isDecision(given: unknown): given is Decision {
  if (!isRecord(given) || !hasOnly(given, DECISION_NAMES)) return false;
  const { rating, reason } = given;
  if (rating !== 'above' && rating !== 'meets' && rating !== 'below') return false;
  return reason === undefined || (typeof reason === 'string' && reason.length <= MAXIMUM_REASON);
}

export function compileOfficial(settings: Official, context: CombinationContext): CompiledOfficial {
  const { optional } = context;
  const readers = AXES.map((axis) => readerOf(settings, axis, context));
  const [byResults, byBehaviour] = readers;
  if (!byResults || !byBehaviour) throw new Error('there are two official ratings');
  const mapped = readers.filter(({ mapping }) => mapping !== undefined);
  const axes = new Set<string>(mapped.map(({ axis }) => axis));
  const byCategory = settings.predicate === 'category';
  // Four lists at most, made once: evaluating allocates none.
  const lists = new Map<number, readonly string[]>();
  return {
    settings,
    readers,
    mapped: mapped.length > 0,
    evidence: z.strictObject(Object.fromEntries(mapped.map(({ axis }) => [axis, decision.optional()]))),
    isShaped(given): given is Decisions | undefined {
      if (given === undefined) return true;
      if (!isRecord(given) || !hasOnly(given, axes)) return false;
      for (const axis in given) if (given[axis] !== undefined && !isDecision(given[axis])) return false;
      return true;
    },
    problems(outcomes, decisions) {
      if (!decisions) return NO_PROBLEMS;
      return mapped.flatMap((reader) => {
        const decided = decisions[reader.axis];
        const suggestion = decided && ratingOf(reader, outcomes, optional);
        if (!suggestion || suggestion === decided.rating || decided.reason?.trim()) return [];
        return [unexplained(reader.axis, suggestion)];
      });
    },
    result(outcomes, decisions, category) {
      // The national rule: both ratings stand in components, and it is evaluated for everybody.
      if (mapped.length === 0 && byCategory)
        return {
          results: levelAt(outcomes, byResults.at),
          behaviour: levelAt(outcomes, byBehaviour.at),
          predicate: category,
        };
      const results = decisions?.results?.rating ?? ratingOf(byResults, outcomes, optional) ?? null;
      const behaviour = decisions?.behaviour?.rating ?? ratingOf(byBehaviour, outcomes, optional) ?? null;
      const predicate = byCategory ? category : results && behaviour && predicateOf(results, behaviour);
      return { results, behaviour, predicate };
    },
    suggested(decisions) {
      let key = 0;
      for (const [index, { axis }] of mapped.entries()) if (!decisions?.[axis]) key += 1 << index;
      const known = lists.get(key);
      if (known) return known;
      const list = mapped
        .filter((_, index) => (key >> index) % 2 === 1)
        .map(({ axis }) => `${OFFICIAL}.${axis}`);
      lists.set(key, Object.freeze(list));
      return list;
    },
  };
}

function unexplained(axis: Axis, suggestion: Rating): Problem {
  return {
    path: `${OFFICIAL}.${axis}.reason`,
    what: say(
      {
        id: 'rating berbeda dari saran ({suggestion}) tanpa alasan',
        en: 'the rating departs from the suggestion ({suggestion}) without a reason',
      },
      { suggestion: midSentence(ratingLabel(suggestion)) },
    ),
    remedy: {
      id: 'tulis alasannya, atau pilih rating yang disarankan',
      en: 'write the reason, or choose the suggested rating',
    },
  };
}

/** The label of a predicate by its code. */
export function predicateName(code: string) {
  const predicate = PREDICATES.find((known) => known === code);
  if (!predicate) throw new Error(`not a predicate: ${code}`);
  return predicateLabel(predicate);
}
