/** Form fields: a label, a hint, the error beside the field, what was typed kept. All work without a script. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { text } from './text.ts';

/** Errors by field name, in words that say what to do. */
export type FieldErrors = Readonly<Record<string, string | undefined>>;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** Shown smaller, for fields within a row whose column already has a heading. */
  readonly hideLabel?: boolean;
}

function describedBy({ name, hint, error }: FieldProps): string | undefined {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function FieldFrame(props: FieldProps & { children: ComponentChildren }) {
  const { name, label, hint, error, required, hideLabel, children } = props;
  return (
    <div class="grid gap-1">
      <label for={name} class={hideLabel ? 'sr-only' : 'font-medium text-sm'}>
        {label}
        {required ? null : <span class="font-normal text-base-content/75"> ({text.optional()})</span>}
      </label>
      {hint ? (
        <p id={`${name}-hint`} class="text-sm text-base-content/75">
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${name}-error`} class="text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

type InputType = 'text' | 'date' | 'email' | 'password' | 'url' | 'tel' | 'search' | 'number';

interface InputProps extends FieldProps {
  readonly type?: InputType;
  readonly value?: string | null | undefined;
  readonly autocomplete?:
    | 'off'
    | 'username'
    | 'email'
    | 'current-password'
    | 'new-password'
    | 'one-time-code'
    | 'name';
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly placeholder?: string;
  /** Id of a `datalist` with what others have written before. */
  readonly list?: string;
}

export function TextField(props: InputProps) {
  const { name, type = 'text', value, required = false, error } = props;
  return (
    <FieldFrame {...props}>
      <input
        class={`input w-full ${error ? 'input-error' : ''}`}
        id={name}
        name={name}
        // Preact's types want each type of input spelt out; the attributes used here are common to all.
        type={type as 'text'}
        value={value ?? ''}
        required={required}
        autocomplete={props.autocomplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        min={props.min}
        max={props.max}
        placeholder={props.placeholder}
        list={props.list}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </FieldFrame>
  );
}

export function TextArea(
  props: FieldProps & {
    value?: string | null | undefined;
    rows?: number;
    maxLength?: number;
    placeholder?: string;
  },
) {
  const { name, value, required = false, error, rows = 3 } = props;
  return (
    <FieldFrame {...props}>
      <textarea
        class={`textarea w-full ${error ? 'textarea-error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        required={required}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        {value ?? ''}
      </textarea>
    </FieldFrame>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export function SelectField(
  props: FieldProps & { options: readonly Option[]; value?: string | null | undefined; empty?: string },
) {
  const { name, options, value, required = false, error, empty } = props;
  return (
    <FieldFrame {...props}>
      <select
        class={`select w-full ${error ? 'select-error' : ''}`}
        id={name}
        name={name}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(props)}
      >
        {empty === undefined ? null : (
          <option value="" selected={!value}>
            {empty}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface Choice extends Option {
  readonly hint?: string;
}

/** One of a few, all visible at once: better than a list on a phone. */
export function RadioGroup(
  props: FieldProps & { choices: readonly Choice[]; value?: string | null | undefined; inline?: boolean },
) {
  const { name, label, hint, error, choices, value, required = false, inline = false, hideLabel } = props;
  return (
    <fieldset class="grid gap-1.5 min-w-0" aria-describedby={describedBy(props)}>
      <legend class={hideLabel ? 'sr-only' : 'font-medium text-sm mb-1.5'}>{label}</legend>
      {hint ? (
        <p id={`${name}-hint`} class="text-sm text-base-content/75">
          {hint}
        </p>
      ) : null}
      <div class={inline ? 'flex flex-wrap gap-x-5 gap-y-2' : 'grid gap-2'}>
        {choices.map((choice) => (
          <label key={choice.value} class="flex gap-2.5 items-start cursor-pointer text-sm py-1">
            <input
              type="radio"
              class={`radio radio-sm radio-primary mt-0.5 ${error ? 'radio-error' : ''}`}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              required={required}
            />
            <span>
              {choice.label}
              {choice.hint ? <span class="block text-base-content/75">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${name}-error`} class="text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}

export function Checkbox(props: {
  name: string;
  label: string;
  hint?: string;
  checked?: boolean;
  value?: string;
}) {
  return (
    <label class="flex gap-2.5 items-start cursor-pointer text-sm py-1">
      <input
        type="checkbox"
        class="checkbox checkbox-sm checkbox-primary mt-0.5"
        name={props.name}
        value={props.value ?? 'yes'}
        checked={props.checked}
      />
      <span>
        {props.label}
        {props.hint ? <span class="block text-base-content/75">{props.hint}</span> : null}
      </span>
    </label>
  );
}

export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  const { name, required = false, error } = props;
  return (
    <FieldFrame {...props}>
      <input
        class={`file-input w-full ${error ? 'file-input-error' : ''}`}
        id={name}
        name={name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(props)}
      />
    </FieldFrame>
  );
}

/** What stands in the way of saving, at the top of the form, each a link to its field. */
export function ProblemSummary({ errors }: { errors: FieldErrors }) {
  const entries = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (entries.length === 0) return null;
  return (
    <div role="alert" class="alert alert-error alert-soft items-start" tabIndex={-1}>
      <Icon name="alert" />
      <div>
        <p class="font-medium">{text.problems({ count: entries.length })}</p>
        <ul class="list-disc pl-5 mt-1">
          {entries.map(([field, message]) => (
            <li key={field}>
              <a class="link" href={`#${field}`}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
