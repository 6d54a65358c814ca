/** One field of a rule's form, drawn from its description. */
import type { RuleField } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox, type FieldErrors, RadioGroup, SelectField, TextField } from '#ui/form.tsx';
import { type Fields, moreRows, type NumbersField, rowCount } from '../read-form.ts';
import { text } from '../text.ts';

interface FieldInputProps {
  readonly field: RuleField;
  readonly path: string;
  readonly fields: Fields;
  readonly errors: FieldErrors;
}

/** Few choices are all shown; many go into a list. */
const RADIO_LIMIT = 5;

/** One field, or lists of numbers side by side. */
export function Section({
  section,
  fields,
  errors,
}: {
  readonly section: readonly RuleField[];
  readonly fields: Fields;
  readonly errors: FieldErrors;
}) {
  const columns = section.filter((field) => field.kind === 'numbers');
  if (columns.length > 0) return <NumberInputs columns={columns} fields={fields} errors={errors} />;
  return section.map((field) => (
    <FieldInput key={field.name} field={field} path={field.name} fields={fields} errors={errors} />
  ));
}

function FieldInput(props: FieldInputProps) {
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
      // A radio button cannot be taken back, so a choice that may stay open is a list.
      if (options.length <= RADIO_LIMIT && field.optional !== true) {
        return <RadioGroup {...common} choices={options} value={fields[path]} />;
      }
      return <SelectField {...common} options={options} value={fields[path]} empty={text.choose()} />;
    }
    case 'boolean':
      return (
        <div>
          <Checkbox {...common} checked={fields[path] === 'yes'} />
          <FieldProblem error={common.error} />
        </div>
      );
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
      return <TextField {...common} inputMode="decimal" value={fields[path] ?? field.preset} />;
    case 'text':
      return <TextField {...common} value={fields[path]} maxLength={field.maximumLength} />;
    case 'counts':
      return <CountInputs {...props} field={field} />;
    case 'group':
      return <GroupInputs {...props} field={field} />;
    case 'numbers':
      return <NumberInputs columns={[field]} fields={fields} errors={errors} />;
    case 'list':
      return <RowInputs {...props} field={field} />;
  }
}

function FieldProblem({ error }: { readonly error: string | undefined }) {
  return error ? <p class="text-sm text-error">{error}</p> : null;
}

function GroupInputs({
  field,
  path,
  fields,
  errors,
}: FieldInputProps & { field: RuleField & { kind: 'group' } }) {
  return (
    <fieldset class="grid gap-3 min-w-0" id={path}>
      <legend class="font-medium text-sm mb-1.5">{inLocale(field.label)}</legend>
      {field.help ? <p class="text-sm text-base-content/75">{inLocale(field.help)}</p> : null}
      <FieldProblem error={errors[path]} />
      <div class="grid grid-cols-2 gap-3">
        {field.fields.map((each) => (
          <FieldInput
            key={each.name}
            field={each}
            path={`${path}.${each.name}`}
            fields={fields}
            errors={errors}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Lists of plain numbers, a row a place: `Level standar 1`, `Level capaian 1`. That rows may stay empty is said once. */
function NumberInputs({
  columns,
  fields,
  errors,
}: {
  readonly columns: readonly NumbersField[];
  readonly fields: Fields;
  readonly errors: FieldErrors;
}) {
  const [first] = columns;
  if (!first) return null;
  const rows = rowCount(columns, fields);
  return (
    <fieldset class="grid gap-3 min-w-0" id={first.name}>
      <legend class="font-medium text-sm mb-1.5">{inLocale(first.row ?? first.label)}</legend>
      {first.help ? <p class="text-sm text-base-content/75">{inLocale(first.help)}</p> : null}
      <p class="text-sm text-base-content/75">{text.emptyRows()}</p>
      {columns.map(({ name }) => (
        <FieldProblem key={name} error={errors[name]} />
      ))}
      <div class="grid grid-cols-2 gap-3">
        {Array.from({ length: rows }, (_, index) =>
          columns.map((column) => (
            <TextField
              key={`${column.name}.${index + 1}`}
              name={`${column.name}.${index}`}
              label={text.item({ label: inLocale(column.label), number: index + 1 })}
              required
              inputMode={column.of === 'integer' ? 'numeric' : 'decimal'}
              value={fields[`${column.name}.${index}`]}
              error={errors[`${column.name}.${index}`]}
            />
          )),
        )}
      </div>
      <MoreRows rows={rows} limit={first.maximumLength} />
    </fieldset>
  );
}

function MoreRows({ rows, limit }: { readonly rows: number; readonly limit: number }) {
  if (rows >= limit) return null;
  return (
    <div>
      <button class="btn btn-sm btn-outline" type="submit" name="rows" value={moreRows(rows)}>
        {text.moreRows()}
      </button>
    </div>
  );
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
      <FieldProblem error={errors[path]} />
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
  const rows = rowCount([field], fields);
  return (
    <fieldset class="grid gap-3 min-w-0" id={path}>
      <legend class="font-medium text-sm mb-1.5">{inLocale(field.label)}</legend>
      <p class="text-sm text-base-content/75">{text.emptyRows()}</p>
      <FieldProblem error={errors[path]} />
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
      <MoreRows rows={rows} limit={field.maximumLength} />
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
