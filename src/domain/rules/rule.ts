/**
 * What every rule of the calculator has in common: a strict input, a typed answer with its basis and
 * explanation, and a description of its fields from which a form can be drawn.
 */
import type { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import type { Basis, Explanation } from '../explanation.ts';
import { type Problem, problemsOf } from '../problem.ts';
import type { Option } from './codes.ts';

type Named = {
  readonly name: string;
  readonly label: Bilingual;
  readonly help?: Bilingual;
  readonly optional?: true;
};

/** A field of a rule's input, enough to draw a form and to read it back. */
export type RuleField = Named &
  (
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | {
        readonly kind: 'decimal';
        readonly minimum: number;
        readonly maximum: number;
        /** What the form proposes. */
        readonly preset?: string;
      }
    | {
        readonly kind: 'integer';
        readonly minimum: number;
        readonly maximum: number;
        readonly preset?: number;
      }
    | {
        readonly kind: 'boolean';
        /** Asked only where the choice beside it has this value; elsewhere it is left out. */
        readonly onlyWhen?: { readonly field: string; readonly value: string };
      }
    | { readonly kind: 'date' }
    | { readonly kind: 'text'; readonly maximumLength: number }
    /** An object from code to whole number, one box a code; empty boxes are left out. */
    | { readonly kind: 'counts'; readonly options: readonly Option[] }
    /** An object with these fields. */
    | { readonly kind: 'group'; readonly fields: readonly RuleField[] }
    /**
     * A list of plain numbers: whole numbers, or decimals in strings. Lists that stand one after the other with
     * the same `row` are read by position and drawn side by side.
     */
    | {
        readonly kind: 'numbers';
        readonly of: 'integer' | 'decimal';
        readonly minimum: number;
        readonly maximum: number;
        readonly maximumLength: number;
        /** How many boxes a form draws at first. */
        readonly rowsAtFirst: number;
        readonly row?: Bilingual;
      }
    /** A list of objects with these fields. */
    | { readonly kind: 'list'; readonly item: readonly RuleField[]; readonly maximumLength: number }
  );

/** An example that the tests run and that a page can show. */
export type RuleExample = {
  readonly title: Bilingual;
  readonly input: Readonly<Record<string, unknown>>;
  /** The answer without basis and explanation. */
  readonly output: Readonly<Record<string, unknown>>;
};

export type RuleAnswer =
  | { readonly ok: true; readonly output: RuleOutput }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The answer's own fields, where the rule stands, and why it answers so. */
export type RuleOutput = Readonly<Record<string, unknown>> & {
  readonly basis: readonly Basis[];
  readonly explanation: Explanation;
};

export type Rule<Name extends string = string> = {
  readonly name: Name;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly basis: readonly Basis[];
  readonly fields: readonly RuleField[];
  readonly examples: readonly RuleExample[];
  /** Strict: unknown keys, impossible values and missing fields are refused. */
  readonly input: z.ZodType;
  /** Answers any value read from outside; never throws for what a user may send. */
  readonly run: (input: unknown) => RuleAnswer;
};

type Definition<Name extends string, Input> = Omit<Rule<Name>, 'run' | 'input'> & {
  readonly input: z.ZodType<Input>;
  readonly answer: (
    input: Input,
  ) => Readonly<Record<string, unknown>> & { readonly explanation: Explanation };
};

/** Puts the strict door in front of a rule's typed function. */
export function defineRule<const Name extends string, Input>(
  definition: Definition<Name, Input>,
): Rule<Name> {
  const { answer, ...rule } = definition;
  return {
    ...rule,
    run(given) {
      const read = definition.input.safeParse(given);
      if (!read.success) return { ok: false, problems: problemsOf(read.error, given) };
      const { explanation, ...fields } = answer(read.data);
      return { ok: true, output: { ...fields, basis: definition.basis, explanation } };
    },
  };
}
