/**
 * A checked scheme, compiled once into closures and tables. `evaluate` checks evidence by a few
 * comparisons and allocates one object; only refused evidence meets zod, which then finds the words.
 */
import { z } from 'zod';
import type { Explanation } from '../explanation.ts';
import { type Problem, problemsOf } from '../problem.ts';
import type { Scheme } from './language.ts';
import { compileCombination, componentMechanism } from './mechanisms/index.ts';
import {
  type Annotations,
  type BasisReader,
  type CompiledCombination,
  type CompiledComponent,
  isRecord,
  type Labelled,
  withUnits,
} from './mechanisms/mechanism.ts';
import type { Combined, Outcome } from './outcome.ts';

/** The two official ratings and the predicate; null while unknown, and where the scheme has none. */
export type OfficialResult = {
  readonly results: string | null;
  readonly behaviour: string | null;
  readonly predicate: string | null;
};

export type Evaluation = {
  /** Exact decimal; null where the scheme has no score or something is missing. */
  readonly score: string | null;
  readonly category: string | null;
  readonly official: OfficialResult;
  /** Components without evidence. */
  readonly missing: readonly string[];
  /** Components whose value was counted from single ratings and not decided by a person. */
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
};

const NONE: readonly never[] = Object.freeze([]);
const NO_OFFICIAL: OfficialResult = Object.freeze({ results: null, behaviour: null, predicate: null });

function basisReader(scheme: Scheme): BasisReader {
  return (list) =>
    list.map(({ regulation, article, confidence }) => ({
      regulation: scheme.regulations[regulation]?.name ?? regulation,
      ...(article === undefined ? {} : { article }),
      ...(confidence === undefined ? {} : { confidence }),
    }));
}

function componentsOf(scheme: Scheme, basis: BasisReader): readonly CompiledComponent[] {
  const levels = (scale: string) => scheme.scales?.[scale]?.levels ?? [];
  return Object.entries(scheme.components).map(([code, settings]) =>
    componentMechanism(settings).compile({
      code,
      levels,
      scoredLevels: (scale) => withUnits(levels(scale)),
      behaviours: scheme.behaviours?.values ?? [],
      basis,
    }),
  );
}

function combinationOf(scheme: Scheme, basis: BasisReader): CompiledCombination {
  const names = Object.keys(scheme.components);
  return compileCombination(scheme.combination, {
    levels(component): readonly Labelled[] {
      const settings = scheme.components[component];
      const scale = settings && componentMechanism(settings).scale;
      return scale === undefined ? [] : (scheme.scales?.[scale]?.levels ?? []);
    },
    label: (component) => scheme.components[component]?.label ?? { id: component, en: component },
    position: (component) => names.indexOf(component),
    category: (code) =>
      scheme.categories.find((category) => category.code === code) ?? { code, label: { id: code, en: code } },
    categories: scheme.categories,
    national: scheme.authority === 'national',
    basis,
  });
}

/** Compiles a checked scheme. Throws for no scheme that parseScheme accepted. */
export function compileScheme(scheme: Scheme): CompiledScheme {
  const basis = basisReader(scheme);
  const components = componentsOf(scheme, basis);
  const combination = combinationOf(scheme, basis);
  const names = new Set(components.map(({ code }) => code));
  const evidenceShape = z.strictObject(
    Object.fromEntries(components.map(({ code, evidence }) => [code, evidence.optional()])),
  );
  const official = officialReader(scheme, [...names]);

  /** Outcomes in the order of the components; undefined when the evidence is not of the shape. */
  const read = (evidence: unknown): Outcome[] | undefined => {
    if (!isRecord(evidence)) return undefined;
    for (const name in evidence) if (!names.has(name)) return undefined;
    const outcomes: Outcome[] = [];
    for (const component of components) {
      const outcome = component.read(evidence[component.code]);
      if (outcome === undefined) return undefined;
      outcomes.push(outcome);
    }
    return outcomes;
  };

  const result = (outcomes: readonly Outcome[]): Evaluation => {
    const combined = combination.combine(outcomes);
    return {
      score: combined.score,
      category: combined.category,
      official: official(outcomes, combined),
      missing: codesWhere(components, outcomes, isMissing),
      suggested: codesWhere(components, outcomes, isSuggested),
      problems: NONE,
    };
  };

  return {
    scheme,
    evaluate(evidence) {
      const outcomes = read(evidence);
      return outcomes ? result(outcomes) : refused(evidenceShape, evidence);
    },
    explain(evidence, annotations = {}) {
      const outcomes = read(evidence);
      if (!outcomes || !isRecord(evidence)) return { ...refused(evidenceShape, evidence), explanation: null };
      const children = components.map(({ code, explain }) => explain(evidence[code], annotations));
      return { ...result(outcomes), explanation: combination.explain(outcomes, children) };
    },
    evidenceSchema: z.toJSONSchema(evidenceShape),
    example: Object.fromEntries(components.map(({ code, example }) => [code, example])),
  };
}

function isMissing(outcome: Outcome | undefined): boolean {
  return outcome?.state === 'missing';
}

function isSuggested(outcome: Outcome | undefined): boolean {
  return outcome?.state === 'value' && outcome.type === 'level' && outcome.suggested;
}

/** Nearly always none: then the one frozen list is given and nothing is allocated. */
function codesWhere(
  components: readonly CompiledComponent[],
  outcomes: readonly Outcome[],
  holds: (outcome: Outcome | undefined) => boolean,
): readonly string[] {
  if (!outcomes.some(holds)) return NONE;
  return components.filter((_, index) => holds(outcomes[index])).map(({ code }) => code);
}

function officialReader(scheme: Scheme, names: readonly string[]) {
  const { official } = scheme;
  if (!official) return () => NO_OFFICIAL;
  const resultsAt = names.indexOf(official.results);
  const behaviourAt = names.indexOf(official.behaviour);
  const ratingOf = (outcome: Outcome | undefined) =>
    outcome?.state === 'value' && outcome.type === 'level' ? outcome.code : null;
  return (outcomes: readonly Outcome[], combined: Combined): OfficialResult => ({
    results: ratingOf(outcomes[resultsAt]),
    behaviour: ratingOf(outcomes[behaviourAt]),
    predicate: combined.category,
  });
}

/** Asks zod for the words. Finding none would mean that the two readings disagree: never let it pass silently. */
function refused(shape: z.ZodType, evidence: unknown): Evaluation {
  const checked = shape.safeParse(evidence);
  const problems: readonly Problem[] = checked.success
    ? [
        {
          path: '',
          what: { id: 'masukan ini tidak dapat dibaca', en: 'this evidence cannot be read' },
          remedy: { id: 'bandingkan dengan contoh masukan skema', en: "compare with the scheme's example" },
        },
      ]
    : problemsOf(checked.error, evidence);
  return { score: null, category: null, official: NO_OFFICIAL, missing: NONE, suggested: NONE, problems };
}
