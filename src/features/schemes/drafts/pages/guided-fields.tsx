/** Entries and lists of the guided editor. All work without a script; with one, sums follow the typing. */
import { Decimal } from 'decimal.js';
import { formatDecimal } from '#platform/locale/format.ts';
import { SelectField, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { SubmitButton } from '#ui/parts.tsx';
import { type Field, type FieldKind, type Group, nameOf, type Row } from '../guided/model.ts';
import { shown } from '../guided/read-form.ts';
import { groupId, rowId } from '../guided/sections.ts';
import { guidedText } from '../guided/text.ts';
import { Errors, Fields, Input, type Surroundings } from './guided-inputs.tsx';

export function GroupCard({ group, ...around }: Surroundings & { group: Group }) {
  const { title, hint, fields, rows, add, sumOf, path, isFolded = false } = group;
  const id = path.length > 0 ? groupId(path) : undefined;
  const own = around.errorsOf(nameOf(path)).filter((each) => each.path === nameOf(path));
  const sum = sumOf && sumOf.length > 0 ? { 'data-controller': 'sum', 'data-sum-whole-value': '100' } : {};
  return (
    <section class="bg-base-100 border border-base-300 rounded-box min-w-0 p-5 grid gap-4" id={id} {...sum}>
      {title ? <h2 class="text-lg font-semibold">{title}</h2> : null}
      {hint ? <p class="text-sm text-base-content/75 -mt-3">{hint}</p> : null}
      {path.length > 0 ? <Errors errors={own} /> : null}
      {fields.length > 0 ? <Fields fields={fields} around={around} /> : null}
      {rows.map((row) => (
        <RowFields
          key={nameOf(row.path)}
          row={row}
          isFolded={isFolded}
          isSummed={sumOf !== undefined}
          {...around}
        />
      ))}
      {sumOf && sumOf.length > 0 ? <Sum group={group} paths={sumOf} /> : null}
      {add ? <Add group={group} add={add} /> : null}
    </section>
  );
}

/** Kinds that take little room, so that an entry of them stands in one line. */
const SMALL: ReadonlySet<FieldKind> = new Set(['number', 'whole', 'choice', 'flag']);

function RowFields(props: Surroundings & { row: Row; isFolded: boolean; isSummed: boolean }) {
  const { row, isFolded, isSummed, ...around } = props;
  const name = nameOf(row.path);
  const errors = around.errorsOf(name);
  const own = <Errors errors={errors.filter((each) => each.path === name)} />;
  const isSmall = row.fields.length <= 4 && row.fields.every(({ kind }) => SMALL.has(kind));
  if (isSmall && row.fields.length === 1) return <SingleField row={row} isSummed={isSummed} {...around} />;
  if (isSmall)
    return (
      <fieldset class="border-t border-base-300 pt-3 min-w-0" id={rowId(row.path)}>
        <legend class={row.fields[0]?.kind === 'choice' ? 'sr-only' : 'font-medium text-sm pr-3'}>
          {row.title}
        </legend>
        {own}
        <div class="flex flex-wrap gap-x-4 gap-y-2 items-end">
          {row.fields.map((each) => (
            <div key={nameOf(each.path)} class={each.kind === 'choice' ? 'grow basis-56' : 'grow basis-32'}>
              <Input field={each} isSummed={isSummed} {...around} />
            </div>
          ))}
          <Remove row={row} />
        </div>
      </fieldset>
    );
  const body = (
    <>
      {own}
      <Fields fields={row.fields} around={around} isSummed={isSummed} />
      <div>
        <Remove row={row} />
      </div>
    </>
  );
  if (isFolded)
    return (
      <details class="border border-base-300 rounded-field" id={rowId(row.path)} open={errors.length > 0}>
        <summary class="px-4 py-3 cursor-pointer font-medium">{row.title}</summary>
        <div class="px-4 pb-4 grid gap-4">{body}</div>
      </details>
    );
  return (
    <fieldset class="border-t border-base-300 pt-3 grid gap-3 min-w-0" id={rowId(row.path)}>
      <legend class="font-medium text-sm pr-3">{row.title}</legend>
      {body}
    </fieldset>
  );
}

function Remove({ row, isShort = false }: { row: Row; isShort?: boolean }) {
  if (!row.isRemovable) return null;
  return (
    <button
      type="submit"
      name="act"
      value={`remove:${nameOf(row.path)}`}
      class="btn btn-ghost btn-sm"
      aria-label={guidedText.removeNamed({ name: row.title })}
      formNoValidate
    >
      <Icon name="trash" size={16} />{' '}
      <span class={isShort ? 'max-sm:sr-only' : ''}>{guidedText.remove()}</span>
    </button>
  );
}

/** An entry of one number: what it is called at the left, the number at the right. */
function SingleField({ row, isSummed, ...around }: Surroundings & { row: Row; isSummed: boolean }) {
  const [field] = row.fields;
  if (!field) return null;
  const label = `${row.title}: ${field.label}`;
  return (
    <div class="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-center gap-x-3" id={rowId(row.path)}>
      <span class="text-sm wrap-anywhere" aria-hidden="true">
        {row.title}
      </span>
      <Input field={{ ...field, label }} isSummed={isSummed} hideLabel {...around} />
      <Remove row={row} isShort />
    </div>
  );
}

function Sum({ group, paths }: { group: Group; paths: readonly (readonly (string | number)[])[] }) {
  const fields = group.rows.flatMap((row) => row.fields);
  const total = paths.reduce((sum, path) => {
    const text = shown(fields.find((each) => nameOf(each.path) === nameOf(path)) ?? NOTHING).text;
    return /^\d{1,9}(\.\d{1,4})?$/.test(text) ? sum.plus(text) : sum;
  }, new Decimal(0));
  const isRight = total.equals(100);
  return (
    <p class="flex flex-wrap items-center gap-2 border-t border-base-300 pt-3">
      <span class="font-medium">{guidedText.sum()}</span>
      <output class="num font-semibold" data-sum-target="total" aria-live="polite">
        {formatDecimal(total.toFixed())} %
      </output>
      <span data-sum-target="right" hidden={!isRight}>
        {guidedText.sumRight()}
      </span>
      <span data-sum-target="wrong" class="text-error font-medium" hidden={isRight}>
        {guidedText.sumWrong()}
      </span>
    </p>
  );
}

const NOTHING: Field = { path: [], kind: 'number', label: '', value: undefined };

function Add({ group, add }: { group: Group; add: NonNullable<Group['add']> }) {
  const name = nameOf(group.path);
  const key = `key:${name}`;
  return (
    <div class="flex flex-wrap gap-3 items-end border-t border-base-300 pt-4">
      {add.keys?.choices ? (
        <SelectField name={key} label={add.keys.label} required options={add.keys.choices} />
      ) : null}
      {add.keys && !add.keys.choices ? (
        <TextField name={key} label={add.keys.label} hint={add.keys.hint} maxLength={60} required />
      ) : null}
      {add.variants ? (
        <SelectField
          name={`variant:${name}`}
          label={add.variants.label}
          required
          options={add.variants.choices}
        />
      ) : null}
      <SubmitButton look="outline" small icon="plus" name="act" value={`add:${name}`} skipValidation>
        {add.label}
      </SubmitButton>
    </div>
  );
}
