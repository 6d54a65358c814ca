import { formatDecimal } from '#platform/locale/format.ts';
import { SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { ASPECTS, type PlanIndicator, type PlanResult } from '../content.ts';
import { type IndicatorField, indicatorField } from '../form/names.ts';
import { printedTarget } from '../form/parse.ts';
import { text } from '../form/text.ts';
import type { EditView } from './edit-page.tsx';

interface Props extends EditView {
  readonly result: PlanResult;
  readonly indicator: PlanIndicator;
  readonly indicatorNumber: string;
}

export function IndicatorFields(props: Props) {
  const { result, indicator, indicatorNumber, content, view, errors, typed } = props;
  const name = (field: IndicatorField) => indicatorField(result.id, indicator.id, field);
  const shown = (field: IndicatorField, stored: string | null) => typed?.[name(field)] ?? stored ?? '';
  const isQuantitative = content.model === 'quantitative';
  return (
    <fieldset class="border-l-2 border-base-300 pl-4 grid gap-3 min-w-0">
      <legend class="sr-only">{text.indicatorNumber({ number: indicatorNumber })}</legend>
      <div class="flex items-center justify-between gap-3">
        <p class="text-sm font-medium num" aria-hidden="true">
          {text.indicatorNumber({ number: indicatorNumber })}
        </p>
        <button
          type="submit"
          name="act"
          value={`remove-indicator:${result.id}:${indicator.id}`}
          class="btn btn-ghost btn-sm btn-square"
          aria-label={text.removeIndicator({ number: indicatorNumber })}
        >
          <Icon name="trash" size={16} />
        </button>
      </div>
      <div class="flex flex-wrap gap-3 items-start">
        <div class="basis-40 grow sm:grow-0 group-has-[input[value=qualitative]:checked]/plan:hidden group-has-[input[value=leader]:checked]/plan:hidden">
          <SelectField
            name={name('aspect')}
            label={text.aspect()}
            required
            empty={text.choose()}
            value={shown('aspect', indicator.aspect)}
            options={ASPECTS.map((code) => ({ value: code, label: view.vocabulary.aspects[code] }))}
          />
        </div>
        <div class="basis-72 grow">
          <TextArea
            name={name('statement')}
            label={isQuantitative ? text.indicator() : text.measure()}
            required
            rows={2}
            maxLength={1000}
            value={shown('statement', indicator.statement)}
            error={errors[name('statement')]}
          />
        </div>
      </div>
      <TargetFields {...props} />
      <MeasuredFields {...props} />
    </fieldset>
  );
}

/** Baseline and source, where the scheme of the appraisal asks for them. */
function MeasuredFields({ result, indicator, errors, typed, view }: Props) {
  const asked = (['baseline', 'source'] as const).filter((part) => view.demand?.require.includes(part));
  if (asked.length === 0) return null;
  const hints = { baseline: text.baselineHint(), source: text.sourceHint() };
  return (
    <div class="grid sm:grid-cols-2 gap-3 items-start">
      {asked.map((part) => {
        const name = indicatorField(result.id, indicator.id, part);
        return (
          <TextField
            key={part}
            name={name}
            label={text[part]()}
            hint={hints[part]}
            required
            maxLength={300}
            value={typed?.[name] ?? indicator[part]}
            error={errors[name]}
          />
        );
      })}
    </div>
  );
}

function TargetFields({ result, indicator, errors, typed }: Props) {
  const name = (field: IndicatorField) => indicatorField(result.id, indicator.id, field);
  const shown = (field: IndicatorField, stored: string | null) => typed?.[name(field)] ?? stored ?? '';
  const { target } = indicator;
  const decimal = (value: string | null) => (value === null ? null : formatDecimal(value));
  const direction = shown('direction', target.direction);
  // Words that only repeat the number are made anew from it, or a changed number would keep its old words.
  const ownText = target.text === printedTarget(target) ? '' : target.text;
  return (
    <div class="group grid grid-cols-2 sm:grid-cols-4 gap-3 items-end">
      <TextField
        name={name('value')}
        label={text.value()}
        required
        inputMode="decimal"
        maxLength={21}
        value={shown('value', decimal(target.value))}
        error={errors[name('value')]}
      />
      <div class="hidden group-has-[option[value=range]:checked]:block">
        <TextField
          name={name('upper')}
          label={text.upper()}
          required
          inputMode="decimal"
          maxLength={21}
          value={shown('upper', decimal(target.upper))}
          error={errors[name('upper')]}
        />
      </div>
      <TextField
        name={name('unit')}
        label={text.unit()}
        required
        maxLength={60}
        value={shown('unit', target.unit)}
        error={errors[name('unit')]}
      />
      <div class="col-span-2">
        <TextField
          name={name('text')}
          label={text.targetText()}
          maxLength={500}
          placeholder={text.targetTextHint()}
          value={shown('text', ownText)}
          error={errors[name('text')]}
        />
      </div>
      <div class="col-span-2">
        <SelectField
          name={name('direction')}
          label={text.direction()}
          required
          value={direction}
          options={[
            { value: 'higher', label: text.higher() },
            { value: 'lower', label: text.lower() },
            { value: 'range', label: text.range() },
          ]}
        />
      </div>
      <div class="col-span-2">
        <SelectField
          name={name('accumulation')}
          label={text.accumulation()}
          required
          value={shown('accumulation', target.accumulation)}
          options={[
            { value: 'latest', label: text.latest() },
            { value: 'sum', label: text.sum() },
            { value: 'average', label: text.average() },
          ]}
        />
      </div>
    </div>
  );
}
