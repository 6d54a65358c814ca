/** Turns stored values into the wording of a paper. Papers are always Indonesian, whoever asks for them. */
import {
  type Basis,
  dateInWords,
  decimalInWords,
  type ExplainedInput,
  type Explanation,
  valueLabel,
} from '#domain/explanation.ts';

/** A civil date as in a letter: `2026-11-21` → `21 November 2026`. */
export function printDate(civilDate: string): string {
  return dateInWords(civilDate).id;
}

/** A half-open span of civil dates as a paper states it, last day included. */
export function printPeriod(span: { readonly from: string; readonly until: string }): string {
  const lastDay = new Date(Date.parse(`${span.until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [printDate(span.from), printDate(lastDay)];
  return span.from.slice(0, 4) === lastDay.slice(0, 4)
    ? `${from.slice(0, -5)} s.d. ${to}`
    : `${from} s.d. ${to}`;
}

/** A decimal string as it is printed: `18.75` → `18,75`. */
export function printDecimal(value: string): string {
  return decimalInWords(value).id;
}

/** One step of an explanation as it is printed. */
export type PrintedExplanation = {
  readonly label: string;
  readonly value: string;
  readonly rule: string;
  readonly summary: string | null;
  readonly basis: readonly string[];
  readonly inputs: readonly {
    readonly label: string;
    readonly value: string;
    readonly by: string | null;
    readonly at: string | null;
    readonly reason: string | null;
  }[];
  readonly children: readonly PrintedExplanation[];
};

function printBasis(basis: Basis): string {
  return basis.article ? `${basis.regulation}, ${basis.article}` : basis.regulation;
}

/** A civil date or an instant. An instant keeps its calendar date as it was handed over. */
function printWhen(when: string): string {
  return printDate(when.slice(0, 10));
}

function printInput(input: ExplainedInput): PrintedExplanation['inputs'][number] {
  const group = input.group ? ` (${input.group.label.id})` : '';
  return {
    label: input.label.id + group,
    value: valueLabel(input.value).id,
    by: input.source?.who ?? null,
    at: input.source?.when ? printWhen(input.source.when) : null,
    reason: input.source?.note ?? null,
  };
}

export function printExplanation(explanation: Explanation): PrintedExplanation {
  const value = valueLabel(explanation.value).id;
  return {
    label: explanation.label.id,
    value: explanation.suggestion ? `${value} (usulan)` : value,
    rule: explanation.rule.id,
    summary: explanation.summary?.id ?? null,
    basis: explanation.basis.map(printBasis),
    inputs: explanation.inputs.map(printInput),
    children: explanation.children.map(printExplanation),
  };
}
