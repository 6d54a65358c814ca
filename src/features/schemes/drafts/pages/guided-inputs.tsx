/** Inputs of the guided editor, one for each kind of field. */
import type { FileProblem } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { type Field, nameOf } from '../guided/model.ts';
import { shown } from '../guided/read-form.ts';
import { guidedText } from '../guided/text.ts';

/** What was typed into fields and could not be saved, by name of the input. */
export type Typed = ReadonlyMap<string, readonly string[]>;

export interface Surroundings {
  readonly typed: Typed | undefined;
  readonly errorsOf: (name: string) => readonly FileProblem[];
}

export function Errors({ errors }: { errors: readonly FileProblem[] }) {
  return (
    <>
      {errors.map((each) => (
        <p key={each.what.en} class="text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" />
          <span>{sentence(each)}</span>
        </p>
      ))}
    </>
  );
}

function sentence(problem: FileProblem): string {
  return `${inLocale(problem.what)}: ${inLocale(problem.remedy)}`;
}

export function Fields(props: { fields: readonly Field[]; around: Surroundings; isSummed?: boolean }) {
  const { fields, around, isSummed = false } = props;
  return (
    <div class="grid sm:grid-cols-2 gap-x-4 gap-y-3 items-end">
      {fields.map((each) => (
        <Input key={nameOf(each.path)} field={each} isSummed={isSummed} {...around} />
      ))}
    </div>
  );
}

export function Input(props: Surroundings & { field: Field; isSummed: boolean; hideLabel?: boolean }) {
  const { field, typed, errorsOf, isSummed, hideLabel = false } = props;
  const name = nameOf(field.path);
  const { kind, label, hint, isOptional = false, choices = [] } = field;
  const now = shown(field);
  const given = (input: string, value: string) => typed?.get(input)?.at(-1) ?? value;
  const error = errorsOf(name).map(sentence).join(' ') || undefined;
  const common = { name, label, hint, error, required: !isOptional, hideLabel };
  switch (kind) {
    case 'texts':
    case 'longTexts':
      return <Texts field={field} typed={typed} errorsOf={errorsOf} />;
    case 'flag': {
      const isChecked = (typed?.get(name) ?? (now.text === 'yes' ? ['yes'] : [])).length > 0;
      return (
        <div id={name}>
          <Checkbox name={name} label={label} checked={isChecked} />
          <Errors errors={errorsOf(name)} />
        </div>
      );
    }
    case 'many':
      return <Many field={field} checked={typed?.get(name) ?? now.many} errors={errorsOf(name)} />;
    case 'choice': {
      const value = given(name, now.text);
      const isKnown = value === '' || choices.some((each) => each.value === value);
      const options = isKnown ? choices : [...choices, { value, label: guidedText.unknownValue({ value }) }];
      return (
        <SelectField
          {...common}
          value={value}
          empty={
            isOptional || value === '' ? (isOptional ? guidedText.none() : guidedText.choose()) : undefined
          }
          options={options}
        />
      );
    }
    case 'long':
      return (
        <div class="sm:col-span-2">
          <TextArea {...common} value={given(name, now.text)} rows={3} />
        </div>
      );
    case 'number':
    case 'whole':
      return (
        <div data-sum-target={isSummed ? 'part' : undefined}>
          <TextField
            {...common}
            inputMode={kind === 'whole' ? 'numeric' : 'decimal'}
            maxLength={30}
            value={typed?.get(name)?.at(-1) ?? shownNumber(now.text)}
          />
        </div>
      );
    case 'date':
      return <TextField {...common} type="date" value={given(name, now.text)} />;
    default:
      return <TextField {...common} maxLength={kind === 'code' ? 60 : 500} value={given(name, now.text)} />;
  }
}

function shownNumber(text: string): string {
  return /^\d+\.\d+$/.test(text) ? formatDecimal(text) : text;
}

function Texts({ field, typed, errorsOf }: Surroundings & { field: Field }) {
  const name = nameOf(field.path);
  const now = shown(field);
  const isLong = field.kind === 'longTexts';
  const inputs = [
    { input: `${name}.id`, label: guidedText.inIndonesian({ label: field.label }), value: now.text },
    { input: `${name}.en`, label: guidedText.inEnglish({ label: field.label }), value: now.en },
  ];
  const whole = errorsOf(name).filter((each) => each.path === name);
  return (
    <div class="sm:col-span-2 grid sm:grid-cols-2 gap-x-4 gap-y-3 items-end" id={name}>
      {inputs.map(({ input, label, value }) => {
        const own = [...(input.endsWith('.id') ? whole : []), ...errorsOf(input)];
        const common = {
          name: input,
          label,
          hint: input.endsWith('.id') ? field.hint : undefined,
          required: !field.isOptional,
          error: own.map(sentence).join(' ') || undefined,
          value: typed?.get(input)?.at(-1) ?? value,
        };
        return isLong ? (
          <TextArea key={input} {...common} rows={Math.min(6, Math.max(2, Math.ceil(value.length / 48)))} />
        ) : (
          <TextField key={input} {...common} maxLength={500} />
        );
      })}
    </div>
  );
}

function Many(props: { field: Field; checked: readonly string[]; errors: readonly FileProblem[] }) {
  const { field, checked, errors } = props;
  const name = nameOf(field.path);
  return (
    <fieldset class="sm:col-span-2 min-w-0" id={name}>
      <legend class="font-medium text-sm mb-1">{field.label}</legend>
      {field.hint ? <p class="text-sm text-base-content/75">{field.hint}</p> : null}
      <div class="flex flex-wrap gap-x-5">
        {(field.choices ?? []).map((choice) => (
          <Checkbox
            key={choice.value}
            name={name}
            value={choice.value}
            label={choice.label}
            checked={checked.includes(choice.value)}
          />
        ))}
      </div>
      <Errors errors={errors} />
    </fieldset>
  );
}
