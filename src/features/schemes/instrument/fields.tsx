/** The few kinds of fields an instrument is made of: levels with their anchors, numbers, words, reasons. */
import type { ComponentChildren } from 'preact';
import type { Bilingual } from '#domain/bilingual.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { text } from './text.ts';
import type { FormState, Frame } from './types.ts';

/** A level that can be chosen, best first. */
export interface Level {
  readonly code: string;
  readonly label: string;
  /** When it is earned. */
  readonly anchor?: string | undefined;
  /** What it counts, a decimal with a point. */
  readonly score?: string | undefined;
}

/** The value of "not observed": the item was looked at and left out on purpose. */
export const NOT_OBSERVED = 'not-observed';

export function levelsOf(
  scheme: Scheme,
  scale: string,
  anchors: Readonly<Record<string, Bilingual | undefined>> = {},
): readonly Level[] {
  return (scheme.scales?.[scale]?.levels ?? []).map((level) => {
    const anchor = anchors[level.code] ?? level.meaning;
    return {
      code: level.code,
      label: inLocale(level.label),
      anchor: anchor && inLocale(anchor),
      score: level.score,
    };
  });
}

/** The best level and those below the middle are explained in words, as the national form asks of above and below. */
export function needsReason(levels: readonly { readonly code: string }[], code: string): boolean {
  const index = levels.findIndex((level) => level.code === code);
  return index === 0 || index > Math.floor((levels.length - 1) / 2);
}

export function Problem({ name, message }: { name: string; message: string | undefined }) {
  if (!message) return null;
  return (
    <p id={`${name}-error`} class="mt-1 text-sm text-error flex gap-1.5 items-start">
      <Icon name="alert" size={16} class="mt-0.5" /> <span>{message}</span>
    </p>
  );
}

/** One level: cards that show what each level means, or one list where space matters more. */
export function LevelField(props: {
  frame: Pick<Frame, 'look'>;
  state: FormState;
  name: string;
  label: string;
  levels: readonly Level[];
  /** Further choices after the levels: not observed. */
  more?: readonly Level[];
  /** What an empty choice means; cards need none. */
  empty?: string;
  hideLabel?: boolean;
}) {
  return props.frame.look === 'cards' ? <LevelCards {...props} /> : <LevelList {...props} />;
}

function LevelCards(props: Parameters<typeof LevelField>[0]) {
  const { state, name, label, levels, more = [], empty } = props;
  const value = state.fields[name] ?? '';
  const error = state.problems[name];
  const first = empty === undefined ? [] : [{ code: '', label: empty }];
  const all: readonly Level[] = [...first, ...levels, ...more];
  // Levels stand side by side as far as they fit; with their anchors they need more room.
  const columns = levels.some((level) => level.anchor)
    ? 'grid-cols-[repeat(auto-fit,minmax(min(11rem,100%),1fr))]'
    : 'grid-cols-[repeat(auto-fit,minmax(min(7rem,100%),1fr))]';
  return (
    <fieldset id={name} class="min-w-0" aria-describedby={error ? `${name}-error` : undefined}>
      <legend class={props.hideLabel ? 'sr-only' : 'font-medium text-sm mb-1.5'}>{label}</legend>
      <div class={`grid gap-2 ${columns}`}>
        {all.map((level) => (
          <label
            key={level.code}
            class={`flex gap-2.5 items-start p-2.5 min-h-11 rounded-field border bg-base-100 text-sm cursor-pointer has-checked:border-primary has-checked:bg-primary/10 has-focus-visible:outline-2 has-focus-visible:outline-primary ${error ? 'border-error' : 'border-base-300'}`}
          >
            <input
              type="radio"
              class="radio radio-xs radio-primary mt-0.5"
              name={name}
              value={level.code}
              checked={level.code === value && (value !== '' || empty !== undefined)}
            />
            <span class="min-w-0">
              <span class="font-medium">{level.label}</span>
              {level.score === undefined ? null : (
                <span class="num text-xs text-base-content/75 whitespace-nowrap">
                  {' '}
                  {text.points({ score: formatDecimal(level.score) })}
                </span>
              )}
              {level.anchor ? (
                <span class="block text-xs leading-snug text-base-content/75 mt-0.5">{level.anchor}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      <Problem name={name} message={error} />
    </fieldset>
  );
}

function LevelList(props: Parameters<typeof LevelField>[0]) {
  const { state, name, label, levels, more = [], empty } = props;
  return (
    <ChoiceList
      state={state}
      name={name}
      label={label}
      hideLabel={props.hideLabel ?? false}
      options={[{ code: '', label: empty ?? text.choose() }, ...levels, ...more]}
    />
  );
}

/** One of a list; the label may stand in a heading above, then it is only read aloud. */
export function ChoiceList(props: {
  state: FormState;
  name: string;
  label: string;
  options: readonly { readonly code: string; readonly label: string }[];
  hideLabel?: boolean;
}) {
  const { state, name, label, options } = props;
  const value = state.fields[name] ?? '';
  const error = state.problems[name];
  return (
    <div class="grid gap-1 content-start min-w-0">
      <label for={name} class={props.hideLabel ? 'sr-only' : 'text-sm'}>
        {label}
      </label>
      <select
        class={`select w-full ${error ? 'select-error' : ''}`}
        id={name}
        name={name}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        {options.map((option) => (
          <option key={option.code} value={option.code} selected={option.code === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Problem name={name} message={error} />
    </div>
  );
}

/** A number or a few words on one line. */
export function ShortField(props: {
  state: FormState;
  name: string;
  label: ComponentChildren;
  hint?: string;
  numeric?: boolean;
  maxLength?: number;
}) {
  const { state, name, label, hint, numeric = true, maxLength = numeric ? 24 : 300 } = props;
  const error = state.problems[name];
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return (
    <div class="grid gap-1 content-start min-w-0">
      <label for={name} class="text-sm">
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} class="text-xs text-base-content/75">
          {hint}
        </p>
      ) : null}
      <input
        class={`input w-full ${numeric ? 'num' : ''} ${error ? 'input-error' : ''}`}
        id={name}
        name={name}
        value={state.fields[name] ?? ''}
        inputMode={numeric ? 'decimal' : undefined}
        maxLength={maxLength}
        autocomplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.length > 0 ? ids.join(' ') : undefined}
      />
      <Problem name={name} message={error} />
    </div>
  );
}

/** Why, with an example; labelled for the ear with what it is about. */
export function ReasonField(props: {
  state: FormState;
  name: string;
  what: string;
  hint?: string;
  label?: string;
}) {
  const { state, name, what, hint, label = text.reason() } = props;
  const error = state.problems[name];
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return (
    <div class="grid gap-1">
      <label for={name} class="font-medium text-sm">
        <span aria-hidden="true">{label}</span>
        <span class="sr-only">{text.reasonFor({ what })}</span>
      </label>
      {hint ? (
        <p id={`${name}-hint`} class="text-xs text-base-content/75">
          {hint}
        </p>
      ) : null}
      <textarea
        class={`textarea w-full ${error ? 'textarea-error' : ''}`}
        id={name}
        name={name}
        rows={2}
        maxLength={2000}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.length > 0 ? ids.join(' ') : undefined}
      >
        {state.fields[name] ?? ''}
      </textarea>
      <Problem name={name} message={error} />
    </div>
  );
}

export function CheckField(props: { state: FormState; name: string; label: string; hint?: string }) {
  const { state, name, label, hint } = props;
  return (
    <label class="flex gap-2.5 items-start text-sm py-1 cursor-pointer">
      <input
        type="checkbox"
        class="checkbox checkbox-sm mt-0.5"
        name={name}
        id={name}
        value="yes"
        checked={state.fields[name] === 'yes'}
      />
      <span>
        {label}
        {hint ? <span class="block text-xs text-base-content/75">{hint}</span> : null}
      </span>
    </label>
  );
}

/** Several small fields side by side where there is room. */
export function FieldGrid({ children }: { children: ComponentChildren }) {
  return (
    <div class="grid gap-3 items-end grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))]">
      {children}
    </div>
  );
}

/** What is judged, its facts, and the fields that judge it. */
export function ItemBlock(props: {
  title: string;
  above?: ComponentChildren;
  facts?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <div class="p-5 grid gap-3 min-w-0">
      <div class="grid gap-2 min-w-0">
        <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h3 class="font-medium text-pretty">{props.title}</h3>
          {props.above}
        </div>
        {props.facts}
      </div>
      {props.children}
    </div>
  );
}
