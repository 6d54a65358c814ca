/** What a compiled scheme is made of, and the way from outcomes to a result. Allocates little: this runs for everybody. */
import type { Problem } from '../problem.ts';
import { type Align, compileAlignment } from './alignment.ts';
import { contextOf } from './components.ts';
import { type CompiledGates, compileGates } from './gates.ts';
import type { Scheme } from './language.ts';
import { compileCombination, optionalOf, shownOf } from './mechanisms/index.ts';
import type { CombinationContext, CompiledCombination, CompiledComponent } from './mechanisms/mechanism.ts';
import {
  type CompiledOfficial,
  compileOfficial,
  type Decisions,
  NO_OFFICIAL,
  type OfficialResult,
} from './official-rating.ts';
import { NOTHING_COMBINED, type Outcome } from './outcome.ts';

export type Evaluation = {
  /** Exact decimal; null where the scheme has no score or something is missing. */
  readonly score: string | null;
  readonly category: string | null;
  readonly official: OfficialResult;
  /** Components without evidence that hinder a result. */
  readonly missing: readonly string[];
  /** What was counted from single values and not yet decided by a person: components, `official.results`. */
  readonly suggested: readonly string[];
  /** Why the evidence was refused; nothing is evaluated then. */
  readonly problems: readonly Problem[];
};

export const NONE: readonly never[] = Object.freeze([]);

/** The parts of a scheme, compiled once. */
export type Parts = {
  readonly scheme: Scheme;
  readonly components: readonly CompiledComponent[];
  readonly context: CombinationContext;
  readonly combination: CompiledCombination;
  readonly gates: CompiledGates;
  readonly official: CompiledOfficial | undefined;
  /** The same where the appraiser decides ratings in the evidence. */
  readonly mapped: CompiledOfficial | undefined;
  /** Undefined where the categories are the predicates. */
  readonly align: Align | undefined;
  /** Categories by code to their rank, the best 0. */
  readonly ranks: ReadonlyMap<string, number>;
};

export function partsOf(scheme: Scheme): Parts {
  const lackable = [...optionalOf(scheme.combination), ...shownOf(scheme.combination)];
  const { components, context } = contextOf(scheme, lackable);
  const official = scheme.official && compileOfficial(scheme.official, context);
  return {
    scheme,
    components,
    context,
    combination: compileCombination(scheme.combination, context),
    gates: compileGates(scheme.gates ?? [], context),
    official,
    mapped: official?.mapped ? official : undefined,
    align:
      official?.settings.predicate === 'national-matrix' ? compileAlignment(scheme.categories) : undefined,
    ranks: new Map(scheme.categories.map(({ code }, rank) => [code, rank])),
  };
}

export function isSuggested(outcome: Outcome | undefined): boolean {
  return outcome?.state === 'value' && outcome.type === 'level' && outcome.suggested;
}

/** From the outcomes by way of combination and gates to the category that agrees with the predicate. */
export function evaluator(
  parts: Parts,
): (outcomes: readonly Outcome[], decisions: Decisions | undefined) => Evaluation {
  const { components, context, combination, gates, official, mapped, align, ranks } = parts;
  const codes = parts.scheme.categories.map(({ code }) => code);
  const ranked = gates.count > 0 || align !== undefined;
  const { optional } = context;
  const codesWhere = (holds: (at: number) => boolean) =>
    components.filter((_, at) => holds(at)).map(({ code }) => code);

  return (outcomes, decisions) => {
    let hindered = false;
    let counted = false;
    for (let at = 0; at < outcomes.length; at += 1) {
      const outcome = outcomes[at];
      if (outcome?.state === 'missing') hindered ||= !optional.has(at);
      else counted ||= isSuggested(outcome);
    }
    const combined = hindered ? NOTHING_COMBINED : combination.combine(outcomes);
    let { category } = combined;
    let rank = ranked && category !== null ? ranks.get(category) : undefined;
    if (rank !== undefined) {
      rank = gates.apply(rank, outcomes);
      category = codes[rank] ?? null;
    }
    const ratings = official ? official.result(outcomes, decisions, category) : NO_OFFICIAL;
    if (align && rank !== undefined && ratings.predicate !== null)
      category = codes[align(rank, ratings.predicate)] ?? null;
    const proposed = mapped ? mapped.suggested(decisions) : NONE;
    return {
      score: combined.score,
      category,
      official: ratings,
      missing: hindered ? codesWhere((at) => outcomes[at]?.state === 'missing' && !optional.has(at)) : NONE,
      suggested: counted ? [...codesWhere((at) => isSuggested(outcomes[at])), ...proposed] : proposed,
      problems: NONE,
    };
  };
}
