/**
 * A checked scheme, compiled once into closures and tables. `evaluate` checks evidence by a few
 * comparisons and allocates little; only refused evidence meets zod, which then finds the words.
 */
import { z } from 'zod';
import { joinBoth } from '../bilingual.ts';
import type { Explanation } from '../explanation.ts';
import { type Problem, problemsOf } from '../problem.ts';
import { compileAlignment } from './alignment.ts';
import { contextOf, type SchemeComponent, schemeComponents } from './components.ts';
import { explainResult, type Way } from './explain-result.ts';
import { compileGates } from './gates.ts';
import type { Scheme } from './language.ts';
import { compileCombination, optionalOf, shownOf, usesOf } from './mechanisms/index.ts';
import { type Annotations, type CompiledComponent, isRecord } from './mechanisms/mechanism.ts';
import { OFFICIAL } from './official.ts';
import { explainOfficial } from './official-explain.ts';
import { compileOfficial, type Decisions, NO_OFFICIAL, type OfficialResult } from './official-rating.ts';
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

export type Explained = Evaluation & { readonly explanation: Explanation | null };

export type CompiledScheme = {
  readonly scheme: Scheme;
  readonly evaluate: (evidence: unknown) => Evaluation;
  /** The same result with its reasons; annotations say who gave what, by path of the evidence. */
  readonly explain: (evidence: unknown, annotations?: Annotations) => Explained;
  /** JSON Schema (2020-12) of the evidence. */
  readonly evidenceSchema: Readonly<Record<string, unknown>>;
  /** Evidence that evaluates to a category. */
  readonly example: Readonly<Record<string, unknown>>;
  /** Every component in the order of the scheme, for forms and pages. */
  readonly components: readonly SchemeComponent[];
};

const NONE: readonly never[] = Object.freeze([]);

/** Evidence of the right shape: outcomes in the order of the components, and what the appraiser decided. */
type Read = { readonly outcomes: readonly Outcome[]; readonly decisions: Decisions | undefined };

/** Compiles a checked scheme. Throws for no scheme that parseScheme accepted. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const shown = shownOf(scheme.combination);
  const { components, context } = contextOf(scheme, [...optionalOf(scheme.combination), ...shown]);
  const combination = compileCombination(scheme.combination, context);
  const gates = compileGates(scheme.gates ?? [], context);
  const official = scheme.official && compileOfficial(scheme.official, context);
  const align =
    scheme.official?.predicate === 'national-matrix' ? compileAlignment(scheme.categories) : undefined;
  const local = gates.count > 0 || align !== undefined;
  const names = new Set(components.map(({ code }) => code));
  const ranks = new Map(scheme.categories.map(({ code }, rank) => [code, rank]));
  const mapped = official?.mapped ? official : undefined;
  if (mapped) names.add(OFFICIAL);
  const evidenceShape = z.strictObject({
    ...Object.fromEntries(components.map(({ code, evidence }) => [code, evidence.optional()])),
    ...(mapped ? { [OFFICIAL]: mapped.evidence.optional() } : {}),
  });
  const hinders = (outcome: Outcome | undefined, at: number) =>
    outcome?.state === 'missing' && !context.optional.has(at);

  const outcomesOf = (evidence: Readonly<Record<string, unknown>>): Outcome[] | undefined => {
    for (const name in evidence) if (!names.has(name)) return undefined;
    const outcomes: Outcome[] = [];
    for (const component of components) {
      const outcome = component.read(evidence[component.code]);
      if (outcome === undefined) return undefined;
      outcomes.push(outcome);
    }
    return outcomes;
  };

  /** Undefined when the evidence is not of the shape. */
  const decisionsOf = (evidence: Readonly<Record<string, unknown>>): Decisions | undefined => {
    const given = evidence[OFFICIAL];
    return mapped?.isShaped(given) ? given : undefined;
  };

  const refusal = (evidence: unknown, problems: readonly Problem[]): Evaluation => ({
    score: null,
    category: null,
    official: NO_OFFICIAL,
    missing: NONE,
    suggested: NONE,
    problems: problems.length > 0 ? problems : wordsFor(evidenceShape, evidence),
  });

  /** From the combination by way of the gates to the final category; ranks are undefined without one. */
  const result = ({ outcomes, decisions }: Read): Evaluation => {
    const missing = codesWhere(components, outcomes, hinders);
    const combined = missing.length > 0 ? NOTHING_COMBINED : combination.combine(outcomes);
    let { category } = combined;
    let rank = local && category !== null ? ranks.get(category) : undefined;
    if (rank !== undefined) {
      rank = gates.apply(rank, outcomes);
      category = scheme.categories[rank]?.code ?? null;
    }
    const ratings = official ? official.result(outcomes, decisions, category) : NO_OFFICIAL;
    if (align && rank !== undefined && ratings.predicate !== null)
      category = scheme.categories[align(rank, ratings.predicate)]?.code ?? null;
    const counted = codesWhere(components, outcomes, isSuggested);
    const proposed = mapped ? mapped.suggested(decisions) : NONE;
    return {
      score: combined.score,
      category,
      official: ratings,
      missing,
      suggested:
        proposed.length === 0 ? counted : counted.length === 0 ? proposed : [...counted, ...proposed],
      problems: NONE,
    };
  };

  const explanationOf = (
    { outcomes, decisions }: Read,
    evaluation: Evaluation,
    children: readonly Explanation[],
    annotations: Annotations,
  ): Explanation => {
    const combined = combination.explain(outcomes, children);
    const placed = new Set(usesOf(scheme.combination));
    const childrenOf = (codes: readonly string[]) =>
      children.filter(({ code }) => codes.includes(code) && !placed.has(code) && Boolean(placed.add(code)));
    const steps = [...childrenOf(shown).map(notCounted), ...gates.explain(outcomes, childrenOf)];
    if (official && (mapped || align))
      steps.push(
        explainOfficial({
          official,
          result: evaluation.official,
          outcomes,
          decisions,
          context,
          annotations,
          childrenOf,
        }),
      );
    const category = evaluation.category === null ? null : combination.combine(outcomes).category;
    const rank = category === null ? undefined : ranks.get(category);
    const way: Way = {
      combined: evaluation.category === null ? { ...combined, why: null } : combined,
      rank,
      gated: rank === undefined ? undefined : gates.apply(rank, outcomes),
      final: evaluation.category === null ? undefined : ranks.get(evaluation.category),
      predicate: evaluation.official.predicate,
      outcomes,
    };
    const counted = components.some((_, at) => isSuggested(outcomes[at]));
    const suggestion = counted ? 'component' : evaluation.suggested.length > 0 ? 'official' : undefined;
    return explainResult(way, { context, gates, align, categories: scheme.categories }, steps, suggestion);
  };

  /** Evaluates, and hands what was read on to `then`; refused evidence goes no further. */
  const evaluateWith = <Result>(
    evidence: unknown,
    then: (evaluation: Evaluation, read: Read | undefined) => Result,
  ): Result => {
    const outcomes = isRecord(evidence) ? outcomesOf(evidence) : undefined;
    if (!outcomes || !isRecord(evidence)) return then(refusal(evidence, NONE), undefined);
    if (!mapped) {
      const read = { outcomes, decisions: undefined };
      return then(result(read), read);
    }
    if (!mapped.isShaped(evidence[OFFICIAL])) return then(refusal(evidence, NONE), undefined);
    const decisions = decisionsOf(evidence);
    const problems = mapped.problems(outcomes, decisions);
    if (problems.length > 0) return then(refusal(evidence, problems), undefined);
    const read = { outcomes, decisions };
    return then(result(read), read);
  };

  const evidenceSchema = z.toJSONSchema(evidenceShape);
  return {
    scheme,
    evaluate: (evidence) => evaluateWith(evidence, (evaluation) => evaluation),
    explain: (evidence, annotations = {}) =>
      evaluateWith(evidence, (evaluation, read) => {
        if (!read || !isRecord(evidence)) return { ...evaluation, explanation: null };
        const children = components.map(({ code, explain }) => explain(evidence[code], annotations));
        return { ...evaluation, explanation: explanationOf(read, evaluation, children, annotations) };
      }),
    evidenceSchema,
    example: Object.fromEntries(components.map(({ code, example }) => [code, example])),
    components: schemeComponents(scheme, components, context),
  };
}

/** A component as information beside the result. */
function notCounted(node: Explanation): Explanation {
  const rule = joinBoth([
    {
      id: 'Ditampilkan sebagai keterangan dan tidak dihitung.',
      en: 'Shown for information and not counted.',
    },
    node.rule,
  ]);
  return { ...node, rule, weight: '0' };
}

function isSuggested(outcome: Outcome | undefined): boolean {
  return outcome?.state === 'value' && outcome.type === 'level' && outcome.suggested;
}

/** Nearly always none: then the one frozen list is given and nothing is allocated. */
function codesWhere(
  components: readonly CompiledComponent[],
  outcomes: readonly Outcome[],
  holds: (outcome: Outcome | undefined, at: number) => boolean,
): readonly string[] {
  if (!outcomes.some(holds)) return NONE;
  return components.filter((_, at) => holds(outcomes[at], at)).map(({ code }) => code);
}

/** Asks zod for the words. Finding none would mean that the two readings disagree: never let it pass silently. */
function wordsFor(shape: z.ZodType, evidence: unknown): readonly Problem[] {
  const checked = shape.safeParse(evidence);
  if (!checked.success) return problemsOf(checked.error, evidence);
  return [
    {
      path: '',
      what: { id: 'masukan ini tidak dapat dibaca', en: 'this evidence cannot be read' },
      remedy: { id: 'bandingkan dengan contoh masukan skema', en: "compare with the scheme's example" },
    },
  ];
}
