/**
 * A checked scheme, compiled once into closures and tables. `evaluate` checks evidence by a few
 * comparisons and allocates little; only refused evidence meets zod, which then finds the words.
 */
import { z } from 'zod';
import type { Explanation } from '../explanation.ts';
import { type Problem, problemsOf } from '../problem.ts';
import { type SchemeComponent, schemeComponents } from './components.ts';
import { type Evaluation, evaluator, NONE, type Parts, partsOf } from './evaluate.ts';
import { explainResult } from './explain-result.ts';
import type { Scheme } from './language.ts';
import { type Annotations, isRecord } from './mechanisms/mechanism.ts';
import { OFFICIAL } from './official.ts';
import { type Decisions, NO_OFFICIAL } from './official-rating.ts';
import type { Outcome } from './outcome.ts';

export type { Evaluation } from './evaluate.ts';

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

/** Compiles a checked scheme. Throws for no scheme that parseScheme accepted. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const parts = partsOf(scheme);
  const { components, mapped } = parts;
  const outcomesOf = outcomeReader(parts);
  const result = evaluator(parts);
  const shape = evidenceShape(parts);

  /** What the appraiser decided, once the shape is known; undefined where nothing is decided. */
  const decisionsOf = (evidence: unknown): Decisions | undefined => {
    const given = mapped && isRecord(evidence) ? evidence[OFFICIAL] : undefined;
    return mapped?.isShaped(given) ? given : undefined;
  };

  /** Undefined when the evidence may be evaluated. */
  const refusal = (evidence: unknown, outcomes: readonly Outcome[] | undefined): Evaluation | undefined => {
    if (!outcomes) return refused(wordsFor(shape, evidence));
    const problems = mapped?.problems(outcomes, decisionsOf(evidence)) ?? NONE;
    return problems.length > 0 ? refused(problems) : undefined;
  };

  return {
    scheme,
    evaluate(evidence) {
      const outcomes = outcomesOf(evidence);
      if (outcomes && !mapped) return result(outcomes, undefined);
      const refusedAs = refusal(evidence, outcomes);
      return refusedAs ?? result(outcomes ?? NONE, decisionsOf(evidence));
    },
    explain(evidence, annotations = {}) {
      const outcomes = outcomesOf(evidence);
      const refusedAs = refusal(evidence, outcomes);
      if (refusedAs || !outcomes || !isRecord(evidence))
        return { ...(refusedAs ?? refused(NONE)), explanation: null };
      const decisions = decisionsOf(evidence);
      const evaluation = result(outcomes, decisions);
      const children = components.map(({ code, explain }) => explain(evidence[code], annotations));
      const explanation = explainResult({ parts, evaluation, outcomes, decisions, children, annotations });
      return { ...evaluation, explanation };
    },
    evidenceSchema: z.toJSONSchema(shape),
    example: Object.fromEntries(components.map(({ code, example }) => [code, example])),
    components: schemeComponents(scheme, components, parts.context),
  };
}

/** Reads evidence into outcomes in the order of the components; undefined when it is not of the shape. */
function outcomeReader({ components, mapped }: Parts): (evidence: unknown) => readonly Outcome[] | undefined {
  const names = new Set(components.map(({ code }) => code));
  if (mapped) names.add(OFFICIAL);
  return (evidence) => {
    if (!isRecord(evidence)) return undefined;
    for (const name in evidence) if (!names.has(name)) return undefined;
    const outcomes: Outcome[] = [];
    for (const component of components) {
      const outcome = component.read(evidence[component.code]);
      if (outcome === undefined) return undefined;
      outcomes.push(outcome);
    }
    return mapped && !mapped.isShaped(evidence[OFFICIAL]) ? undefined : outcomes;
  };
}

function evidenceShape({ components, mapped }: Parts): z.ZodType {
  return z.strictObject({
    ...Object.fromEntries(components.map(({ code, evidence }) => [code, evidence.optional()])),
    ...(mapped ? { [OFFICIAL]: mapped.evidence.optional() } : {}),
  });
}

function refused(problems: readonly Problem[]): Evaluation {
  return {
    score: null,
    category: null,
    official: NO_OFFICIAL,
    missing: NONE,
    suggested: NONE,
    problems,
  };
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
