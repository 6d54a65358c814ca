/** What a mechanism gets and gives. Component mechanisms read evidence; combinations join components. */
import type { z } from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import type { Basis, ExplainedInput, Explanation, InputSource } from '../../explanation.ts';
import { unitsOf } from '../fixed.ts';
import type { Combined, Outcome } from '../outcome.ts';
import type { Voice } from '../voices.ts';

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

/** A level of a scale as the scheme file has it. */
export type ScaleLevel = Labelled & {
  readonly meaning?: Bilingual | undefined;
  readonly score?: string | undefined;
};

/** A level that counts; `units` are 1/10000 point. */
export type ScoredLevel = Labelled & { readonly units: number };

/** What a component mechanism may ask of the scheme while it is compiled. */
export type ComponentContext = {
  readonly code: string;
  /** Levels of a scale of the scheme, best first. */
  readonly levels: (scale: string) => readonly ScaleLevel[];
  /** The same with what each counts, for a mechanism whose check asked for scores (`checkScale`). */
  readonly scoredLevels: (scale: string) => readonly ScoredLevel[];
  readonly behaviours: readonly Labelled[];
  readonly basis: BasisReader;
};

/** What a check of a component may ask of the scheme. Faulty sections read as unknown. */
export type CheckContext = {
  /** Undefined when there is no such scale. */
  readonly levels: (scale: string) => readonly ScaleLevel[] | undefined;
  readonly scales: readonly string[];
  readonly behaviours: readonly Labelled[] | undefined;
};

/** The lowest and highest score that a component can yield, in units. */
export type ScoreRange = { readonly from: number; readonly to: number };

/**
 * A component mechanism. To add one: a file that exports its settings (a strict object that spreads
 * one of the common settings of shapes.ts) and its `Mechanism`; its settings in the union of
 * settings.ts; one case in `componentMechanism` of index.ts; examples and a page of the manual beside.
 * Nothing else has to know its name.
 */
export type Mechanism<Settings> = {
  /** What `read` gives when it gives a value. */
  readonly yields: 'level' | 'score' | 'fact';
  /** Who gives the evidence where the file does not say. Mechanisms with `voices` leave it out. */
  readonly givenBy?: Voice;
  /** Whether `read` may answer that the component does not apply. */
  readonly mayNotApply?: (settings: Settings) => boolean;
  /** The scale of the levels that it yields. */
  readonly scale?: (settings: Settings) => string;
  /** The bounds of its scores; without it a score lies between 0 and 100. */
  readonly range?: (settings: Settings, context: CheckContext) => ScoreRange;
  /** Problems of meaning, reported below the component. */
  readonly check?: (settings: Settings, context: CheckContext, report: Report) => void;
  readonly compile: (settings: Settings, context: ComponentContext) => CompiledComponent;
};

/** A mechanism with the settings of one component. */
export type BoundMechanism = {
  readonly yields: 'level' | 'score' | 'fact';
  readonly givenBy: Voice | undefined;
  readonly mayNotApply: boolean;
  readonly scale: string | undefined;
  readonly range: (context: CheckContext) => ScoreRange;
  readonly check: (context: CheckContext, report: Report) => void;
  readonly compile: (context: ComponentContext) => CompiledComponent;
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

/** The same levels with their scores in units. Throws when one has none: the check did not ask for it. */
export function withUnits(levels: readonly ScaleLevel[]): readonly ScoredLevel[] {
  return levels.map(({ code, label, score }) => {
    if (score === undefined) throw new Error(`the level ${code} was not checked for a score`);
    return { code, label, units: unitsOf(score) };
  });
}

/** What a combination may ask of the scheme. */
export type CombinationContext = {
  /** Levels that a component gives itself. */
  readonly levels: (component: string) => readonly Labelled[];
  /** Levels of a scale. */
  readonly scale: (name: string) => readonly Labelled[];
  readonly label: (component: string) => Bilingual;
  readonly position: (component: string) => number;
  /** Places of the components that may be missing. */
  readonly optional: ReadonlySet<number>;
  /** The highest score that a component can yield, in units. */
  readonly highest: (component: string) => number;
  readonly category: (code: string) => Labelled;
  readonly categories: readonly Labelled[];
  /** Whether the scheme is the law itself. */
  readonly national: boolean;
  readonly basis: BasisReader;
};

/** What would change a category for the better, said with the name of what is then reached. */
export type Improvement = {
  readonly category: string;
  readonly say: (reached: Bilingual) => Bilingual;
};

/** A combination explained; `why` and `improvement` are told to the person concerned. */
export type ExplainedCombination = {
  readonly node: Explanation;
  /** Null while there is no category. */
  readonly why: Bilingual | null;
  /** `highest` where nothing better can be reached; null where nothing simple can be said. */
  readonly improvement: Improvement | 'highest' | null;
};

export type CompiledCombination = {
  /** Joins the outcomes, which stand in the order of the scheme's components. */
  readonly combine: (outcomes: readonly Outcome[]) => Combined;
  /** `children`: the explanation of every component, in the same order. */
  readonly explain: (outcomes: readonly Outcome[], children: readonly Explanation[]) => ExplainedCombination;
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
