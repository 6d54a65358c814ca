/**
 * The instrument: a form drawn from the components of a scheme. The same drawing serves the appraiser, who gives
 * only what is the appraiser's to give, and whoever plays with values (practice, what-if), who changes everything.
 */
import type { ComponentChildren, VNode } from 'preact';
import type { Scheme } from '#domain/schemes/index.ts';
import type { FieldErrors } from '#ui/form.tsx';

/** Fields of a form by name, as a browser sends them. */
export type Fields = Readonly<Record<string, string>>;

export type ComponentSettings = Scheme['components'][string];
export type SettingsOf<Name extends ComponentSettings['mechanism']> = Extract<
  ComponentSettings,
  { readonly mechanism: Name }
>;

/** A planned result of the agreed plan, in the order of the lines of the evidence. */
export interface PlanLine {
  /** Names its fields: what was typed stays with the line when the plan is revised. */
  readonly key: string;
  readonly label: string;
  readonly kind: 'main' | 'additional';
  /** Indicators with their realisation, as the mechanism reads them; null where a level has to be given. */
  readonly indicators: readonly Readonly<Record<string, unknown>>[] | null;
  /** What the indicators are called, in the same order. */
  readonly indicatorLabels?: readonly string[] | undefined;
  /** What is known of the line, drawn beside its fields. */
  readonly facts?: ComponentChildren;
}

export interface Frame {
  readonly scheme: Scheme;
  /** `appraiser`: only what the appraiser gives can be changed; `everything`: every value. */
  readonly mode: 'appraiser' | 'everything';
  /** `cards` shows every level with its anchor; `compact` one list for each choice. */
  readonly look: 'cards' | 'compact';
  /** Whether what too few people answered stays hidden: where the one it is about looks on. */
  readonly hidesFew?: boolean | undefined;
  /** Evidence that stands already: measured, from the plan, or what is played with. */
  readonly base: Readonly<Record<string, unknown>>;
  /** Lines of the agreed plan for the component that counts them; without them those of the base. */
  readonly lines?: readonly PlanLine[] | undefined;
  /** What is known of one item, drawn beside its fields: feedback of the year, what the employee said. */
  readonly itemFacts?: ((code: string) => ComponentChildren) | undefined;
  /** What a reason can rest on, drawn below it; `name` is that of the rating's fields, `${name}.reason` the reason. */
  readonly besideReason?:
    | ((name: string, about: { readonly label: string; readonly code: string }) => ComponentChildren)
    | undefined;
}

/** One component with what is known of it. */
export interface Part<Settings> {
  readonly code: string;
  readonly settings: Settings;
  readonly frame: Frame;
  /** Evidence of this component that stands already; undefined where there is none. */
  readonly base: unknown;
  /** Lines of the agreed plan, where this is the component that counts them. */
  readonly lines: readonly PlanLine[] | undefined;
}

export interface FormState {
  readonly fields: Fields;
  readonly problems: FieldErrors;
}

/** Reads fields and remembers what is wrong, what is missing, and which field each part of the evidence came from. */
export interface Reader {
  /** Trimmed; empty where nothing was typed. */
  text(name: string): string;
  /** A decimal with a point; undefined where nothing was typed or, with a problem, where it cannot be read. */
  decimal(name: string, label: string): string | undefined;
  whole(name: string, label: string): number | undefined;
  /** One of the codes; undefined where none was chosen. */
  choice<Code extends string>(name: string, codes: readonly Code[]): Code | undefined;
  /** Something typed that cannot be used. */
  problem(name: string, message: string): void;
  /** Something that has to be given before the whole can be. */
  missing(name: string, message: string): void;
  /** Where a part of the evidence stands in the form, what it is called and why it was given. */
  at(path: string, name: string, about?: { readonly label?: string; readonly reason?: string }): void;
}

/** The form of one component. */
export interface ComponentForm {
  /** Every field with the value that shows the evidence that stands already. */
  readonly fields: Fields;
  /** Evidence from the fields; undefined while it is missing. */
  read(reader: Reader): unknown;
  draw(state: FormState): VNode;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list below a name of the base; empty where there is none. */
export function listIn(base: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = isRecord(base) ? base[name] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

export function textIn(base: unknown, name: string): string {
  const value = isRecord(base) ? base[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
