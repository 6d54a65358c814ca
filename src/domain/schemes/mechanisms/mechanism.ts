/** What a mechanism gets and gives. Component mechanisms read evidence; combinations join components. */
import type { z } from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import type { Basis, ExplainedInput, Explanation, InputSource } from '../../explanation.ts';
import type { Combined, Outcome } from '../outcome.ts';

export type Labelled = { readonly code: string; readonly label: Bilingual };

/** Who gave a value, when and why, and a better label for it, by path of the evidence. */
export type Annotation = InputSource & { readonly label?: Bilingual };
export type Annotations = Readonly<Record<string, Annotation>>;

/** Reads the basis list of a scheme file with the full names of the regulations. */
export type BasisReader = (
  list: readonly {
    readonly regulation: string;
    readonly article?: string | undefined;
    readonly confidence?: Basis['confidence'] | undefined;
  }[],
) => readonly Basis[];

/** What a component mechanism may ask of the scheme while it is compiled. */
export type ComponentContext = {
  readonly code: string;
  /** Levels of a scale of the scheme, best first. */
  readonly levels: (scale: string) => readonly Labelled[];
  readonly behaviours: readonly Labelled[];
  readonly basis: BasisReader;
};

export type CompiledComponent = {
  readonly code: string;
  readonly label: Bilingual;
  /** The shape of this component's evidence: for the JSON Schema, and for words when reading fails. */
  readonly evidence: z.ZodType;
  readonly example: unknown;
  /** Reads evidence fast; undefined when it is not of the shape, and then `evidence` says why. */
  readonly read: (evidence: unknown) => Outcome | undefined;
  /** Explains an outcome that `read` gave for this evidence; `undefined` evidence is missing. */
  readonly explain: (evidence: unknown, annotations: Annotations) => Explanation;
};

/** What a combination may ask of the scheme. */
export type CombinationContext = {
  readonly levels: (component: string) => readonly Labelled[];
  readonly label: (component: string) => Bilingual;
  readonly position: (component: string) => number;
  readonly category: (code: string) => Labelled;
  readonly categories: readonly Labelled[];
  /** Whether the scheme is the law itself. */
  readonly national: boolean;
  readonly basis: BasisReader;
};

export type CompiledCombination = {
  /** Joins the outcomes, which stand in the order of the scheme's components. */
  readonly combine: (outcomes: readonly Outcome[]) => Combined;
  readonly explain: (outcomes: readonly Outcome[], children: readonly Explanation[]) => Explanation;
};

/** Reports a problem at a path below the section that is being checked. */
export type Report = (path: readonly PropertyKey[], what: Bilingual, remedy: Bilingual) => void;

/** An input of the explanation with what is known of its giver. */
export function annotated(input: ExplainedInput, annotations: Annotations): ExplainedInput {
  const annotation = annotations[input.path];
  if (!annotation) return input;
  const { label, ...source } = annotation;
  return { ...input, label: label ?? input.label, ...(Object.keys(source).length > 0 ? { source } : {}) };
}

/** Whether a value is an object with names, not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object has no names but these. Cheaper than making a list of its names. */
export function hasOnly(record: object, names: ReadonlySet<string>): boolean {
  for (const name in record) if (!names.has(name)) return false;
  return true;
}
