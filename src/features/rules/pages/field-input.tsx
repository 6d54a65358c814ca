/** One field of a rule's form, drawn from its description. */
import type { RuleField } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox, type FieldErrors, RadioGroup, SelectField, TextField } from '#ui/form.tsx';
import { type Fields, moreRows, rowCount } from '../read-form.ts';
import { text } from '../text.ts';

interface FieldInputProps {
  readonly field: RuleField;
  readonly path: string;
  readonly fields: Fields;
  readonly errors: FieldErrors;
}

/** Few choices are all shown; many go into a list. */
const RADIO_LIMIT = 5;

export function FieldInput(props: FieldInputProps) {
  const { field, path, fields, errors } = props;
  const common = {
    name: path,
    label: inLocale(field.label),
    hint: hintOf(field),
    error: errors[path],
    required: field.optional !== true,
  };
  switch (field.kind) {
    case 'choice': {
      const options = field.options.map((each) => ({ value: each.value, label: inLocale(each.label) }));
      if (options.length <= RADIO_LIMIT) {
        return <RadioGroup {...common} choices={options} value={fields[path]} />;
      }
      return <SelectField {...common} options={options} value={fields[path]} empty={text.choose()} />;
    }
    case 'boolean':
      return <Checkbox name={path} label={common.label} checked={fields[path] === 'yes'} />;
    case 'date':
      return <TextField {...common} type="date" value={fields[path]} />;
    case 'integer':
      return (
        <TextField
          {...common}
          inputMode="numeric"
          value={fields[path] ?? (field.preset === undefined ? '' : String(field.preset))}
        />
      );
    case 'decimal':
      return <TextField {...common} inputMode="decimal" value={fields[path]} />;
    case 'text':
      return <TextField {...common} value={fields[path]} maxLength={field.maximumLength} />;
    case 'counts':
      return <CountInputs {...props} field={field} />;
    case 'list':
      return <RowInputs {...props} field={field} />;
  }
}

function hintOf(field: RuleField): string | undefined {
  if (field.help) return inLocale(field.help);
  if (field.kind !== 'decimal' && field.kind !== 'integer') return undefined;
  return text.between({ minimum: field.minimum, maximum: field.maximum });
}

function CountInputs({
  field,
  path,
  fields,
  errors,
}: FieldInputProps & { field: RuleField & { kind: 'counts' } }) {
  return (
    <fieldset class="grid gap-3 min-w-0" id={path}>
      <legend class="font-medium text-sm mb-1.5">{inLocale(field.label)}</legend>
      {errors[path] ? <p class="text-sm text-error">{errors[path]}</p> : null}
      <div class="grid grid-cols-2 gap-3">
        {field.options.map(({ value, label }) => (
          <TextField
            key={value}
            name={`${path}.${value}`}
            label={inLocale(label)}
            inputMode="numeric"
            required
            value={fields[`${path}.${value}`]}
            error={errors[`${path}.${value}`]}
          />
        ))}
      </div>
    </fieldset>
  );
}

function RowInputs({
  field,
  path,
  fields,
  errors,
}: FieldInputProps & { field: RuleField & { kind: 'list' } }) {
  const rows = rowCount(field, fields);
  return (
    <fieldset class="grid gap-3 min-w-0" id={path}>
      <legend class="font-medium text-sm mb-1.5">{inLocale(field.label)}</legend>
      <p class="text-sm text-base-content/75">{text.emptyRows()}</p>
      {errors[path] ? <p class="text-sm text-error">{errors[path]}</p> : null}
      {Array.from({ length: rows }, (_, index) => (
        <div key={`${path}.${index + 1}`} class="grid grid-cols-2 gap-3 border-t border-base-300 pt-3">
          {field.item.map((each) => (
            <RowField
              key={each.name}
              field={each}
              path={`${path}.${index}.${each.name}`}
              number={index + 1}
              fields={fields}
              errors={errors}
            />
          ))}
        </div>
      ))}
      {rows < field.maximumLength ? (
        <div>
          <button class="btn btn-sm btn-outline" type="submit" name="rows" value={moreRows(rows)}>
            {text.moreRows()}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** Rows are numbered in their labels, so that a screen reader tells them apart. */
function RowField({ field, number, ...rest }: FieldInputProps & { number: number }) {
  const label = text.item({ label: inLocale(field.label), number });
  if (field.kind === 'choice') {
    const options = field.options.map((each) => ({ value: each.value, label: inLocale(each.label) }));
    const { path, fields, errors } = rest;
    return (
      <SelectField
        name={path}
        label={label}
        required
        options={options}
        value={fields[path]}
        error={errors[path]}
        empty="–"
      />
    );
  }
  return <FieldInput {...rest} field={{ ...field, label: { id: label, en: label } }} />;
}
