/**
 * The tree that says why a result is what it is. Pages, documents, the audit and the API print this
 * tree and never compute the result a second time; so whatever must be shown has to be in it.
 */
import { type Bilingual, inBoth, sameInBoth, say } from './bilingual.ts';

/**
 * How sure we are of a rule: read in the regulation, read in a secondary source, or recollected; and
 * `default` for what no regulation says: a choice of Tera's own that the agency may change.
 */
export const CONFIDENCES = ['verified', 'secondary', 'recollected', 'default'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a rule stands: the regulation, and as closely as is known the article or annex. */
export type Basis = {
  readonly regulation: string;
  readonly article?: string;
  readonly confidence?: Confidence;
};

/** What a value is, so that whoever prints it can choose a badge, a number or a date. */
export type ValueKind =
  | 'rating'
  | 'predicate'
  | 'decimal'
  | 'integer'
  | 'percent'
  | 'date'
  | 'boolean'
  | 'text';

/** A value, or the honest statement that there is none. Missing is never zero. */
export type ExplainedValue =
  | {
      readonly state: 'value';
      readonly kind: ValueKind;
      /** For machines: a code, a decimal with a point, a civil date. */
      readonly value: string;
      /** For people. */
      readonly label: Bilingual;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'notApplicable' };

/** Who gave a value, when (ISO instant or civil date), and the reason or note given with it. */
export type InputSource = {
  readonly who?: string;
  readonly when?: string;
  readonly note?: string;
};

/** One value that somebody gave. */
export type ExplainedInput = {
  /** Where it stands in the evidence: `results.lines[0].rating`. */
  readonly path: string;
  readonly label: Bilingual;
  readonly value: ExplainedValue;
  /** What kind of line or item it is, where that matters to the rule: main or additional. */
  readonly group?: { readonly code: string; readonly label: Bilingual };
  readonly source?: InputSource;
};

/** One step of the reasoning. */
export type Explanation = {
  readonly code: string;
  readonly label: Bilingual;
  readonly value: ExplainedValue;
  /** One or more sentences that say what was done and why it gives this value. */
  readonly rule: Bilingual;
  readonly basis: readonly Basis[];
  readonly inputs: readonly ExplainedInput[];
  readonly children: readonly Explanation[];
  /** True where the value is only proposed by counting and a person still has to decide. */
  readonly suggestion?: boolean;
  /** How much this step counts in the one above it: percent, a decimal with a point. */
  readonly weight?: string;
  /** Why this result and what would change it, in a few sentences to the person concerned. */
  readonly summary?: Bilingual;
};

export const MISSING: ExplainedValue = Object.freeze({ state: 'missing' });
export const NOT_APPLICABLE: ExplainedValue = Object.freeze({ state: 'notApplicable' });

const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A civil date as it is written in a letter: `16 Januari 2026`. */
export function dateInWords(civilDate: string): Bilingual {
  const [year, month, day] = civilDate.split('-').map(Number);
  return inBoth((language) => `${day} ${MONTHS[language][(month ?? 1) - 1]} ${year}`);
}

/** A decimal as it is read: a comma in Indonesian, a point in English. */
export function decimalInWords(value: string): Bilingual {
  return { id: value.replace('.', ','), en: value };
}

/** A coded value with its label: a rating, a predicate, a chosen option. */
export function codedValue(kind: ValueKind, code: string, label: Bilingual): ExplainedValue {
  return { state: 'value', kind, value: code, label };
}

export function decimalValue(value: string): ExplainedValue {
  return { state: 'value', kind: 'decimal', value, label: decimalInWords(value) };
}

export function percentValue(value: string): ExplainedValue {
  return { state: 'value', kind: 'percent', value, label: say(PERCENT, { value: decimalInWords(value) }) };
}
const PERCENT: Bilingual = { id: '{value} %', en: '{value} %' };

export function integerValue(value: number): ExplainedValue {
  return { state: 'value', kind: 'integer', value: String(value), label: sameInBoth(String(value)) };
}

export function dateValue(civilDate: string): ExplainedValue {
  return { state: 'value', kind: 'date', value: civilDate, label: dateInWords(civilDate) };
}

export function booleanValue(value: boolean): ExplainedValue {
  const label = value ? { id: 'Ya', en: 'Yes' } : { id: 'Tidak', en: 'No' };
  return { state: 'value', kind: 'boolean', value: String(value), label };
}

export function textValue(value: string): ExplainedValue {
  return { state: 'value', kind: 'text', value, label: sameInBoth(value) };
}

/** How a value is read by people, also when there is none. */
export function valueLabel(value: ExplainedValue): Bilingual {
  if (value.state === 'value') return value.label;
  return value.state === 'missing'
    ? { id: 'belum ada', en: 'not yet given' }
    : { id: 'tidak berlaku', en: 'not applicable' };
}

/** The result in a few sentences: its summary where the rule wrote one, else label, value and rule. */
export function sentence(explanation: Explanation): Bilingual {
  return (
    explanation.summary ??
    say(
      { id: '{label}: {value}. {rule}', en: '{label}: {value}. {rule}' },
      { label: explanation.label, value: valueLabel(explanation.value), rule: explanation.rule },
    )
  );
}

/** Every input of the tree, depth first: what the result rests on. */
export function inputsOf(explanation: Explanation): readonly ExplainedInput[] {
  return [...explanation.inputs, ...explanation.children.flatMap(inputsOf)];
}

/** Every basis of the tree once, in the order of first use. */
export function basisOf(explanation: Explanation): readonly Basis[] {
  const found = new Map<string, Basis>();
  const visit = (node: Explanation) => {
    for (const basis of node.basis) found.set(`${basis.regulation}|${basis.article ?? ''}`, basis);
    node.children.forEach(visit);
  };
  visit(explanation);
  return [...found.values()];
}
