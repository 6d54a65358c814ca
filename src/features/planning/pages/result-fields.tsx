import { RadioGroup, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Icon } from '#ui/icon.tsx';
import { Card, SubmitButton } from '#ui/parts.tsx';
import type { PlanResult } from '../content.ts';
import { PERSPECTIVES } from '../content.ts';
import { type ResultField, resultAnchor, resultField } from '../form/names.ts';
import { text } from '../form/text.ts';
import { numbered } from '../problems.ts';
import type { EditView } from './edit-page.tsx';
import { IndicatorFields } from './indicator-fields.tsx';

/** Model, form, and both lists of results; every button sends the whole form, so nothing typed is lost. */
export function ResultFields(props: EditView) {
  const { content, view } = props;
  return (
    <div class="grid gap-6" id="results">
      <Card>
        <div class="grid md:grid-cols-2 gap-5">
          <RadioGroup
            name="model"
            label={text.model()}
            hint={text.modelHint()}
            required
            value={content.model}
            choices={(['quantitative', 'qualitative'] as const).map((value) => ({
              value,
              label: view.vocabulary.models[value],
            }))}
          />
          <RadioGroup
            name="form"
            label={text.form()}
            required
            value={content.form}
            choices={[
              { value: 'staff', label: text.formStaff() },
              { value: 'leader', label: text.formLeader() },
            ]}
          />
        </div>
      </Card>
      <ResultList {...props} kind="main" />
      <ResultList {...props} kind="additional" />
    </div>
  );
}

function ResultList(props: EditView & { kind: PlanResult['kind'] }) {
  const { content, kind } = props;
  const rows = numbered(content).filter(({ result }) => result.kind === kind);
  const isMain = kind === 'main';
  return (
    <section class="grid gap-4" aria-labelledby={`list-${kind}`}>
      <div>
        <h2 id={`list-${kind}`} class="text-lg font-semibold">
          {isMain ? text.mainResults() : text.additionalResults()}
        </h2>
        <p class="text-sm text-base-content/75">{isMain ? text.mainHint() : text.additionalHint()}</p>
      </div>
      {rows.map(({ result, number }, index) => (
        <ResultCard
          key={result.id}
          {...props}
          result={result}
          number={number}
          isFirst={index === 0}
          isLast={index === rows.length - 1}
        />
      ))}
      <div>
        <SubmitButton name="act" value={`add-${kind}`} look="outline" icon="plus">
          {isMain ? text.addMain() : text.addAdditional()}
        </SubmitButton>
      </div>
    </section>
  );
}

interface CardProps extends EditView {
  readonly result: PlanResult;
  readonly number: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function ResultCard(props: CardProps) {
  const { result, number, errors, typed, view } = props;
  const name = (field: ResultField) => resultField(result.id, field);
  const value = (field: 'statement' | 'assignedBy') => typed?.[name(field)] ?? result[field];
  const isQualitative = props.content.model === 'qualitative';
  return (
    <section
      id={resultAnchor(result.id)}
      class="bg-base-100 border border-base-300 rounded-box scroll-mt-4"
      aria-labelledby={`title-${result.id}`}
    >
      <ResultHead {...props} />
      <div class="px-5 pb-5 grid gap-4">
        <input type="hidden" name={name('kind')} value={result.kind} />
        <TextArea
          name={name('statement')}
          label={text.statement()}
          hint={text.statementHint()}
          required
          rows={2}
          maxLength={1000}
          value={value('statement')}
          error={errors[name('statement')]}
        />
        <div class="grid md:grid-cols-2 gap-4 items-start">
          <ServesFields {...props} />
          <div class="hidden group-has-[input[value=leader]:checked]/plan:block">
            <SelectField
              name={name('perspective')}
              label={text.perspective()}
              required
              empty={text.choose()}
              value={typed?.[name('perspective')] ?? result.perspective}
              options={PERSPECTIVES.map((code) => ({
                value: code,
                label: view.vocabulary.perspectives[code],
              }))}
            />
          </div>
          {isQualitative || result.kind === 'additional' || result.assignedBy ? (
            <TextField
              name={name('assignedBy')}
              label={text.assignedBy()}
              maxLength={300}
              value={value('assignedBy')}
              error={errors[name('assignedBy')]}
            />
          ) : null}
        </div>
        {result.indicators.map((indicator, index) => (
          <IndicatorFields
            key={indicator.id}
            {...props}
            indicator={indicator}
            indicatorNumber={`${number}.${index + 1}`}
          />
        ))}
        <div>
          <SubmitButton name="act" value={`add-indicator:${result.id}`} look="ghost" small icon="plus">
            {text.addIndicator()}
          </SubmitButton>
        </div>
      </div>
    </section>
  );
}

function ResultHead({ result, number, isFirst, isLast }: CardProps) {
  const buttons = [
    { act: 'up', label: text.upOf({ number }), icon: 'chevronDown', turn: 'rotate-180', isOff: isFirst },
    { act: 'down', label: text.downOf({ number }), icon: 'chevronDown', turn: '', isOff: isLast },
    { act: 'remove-result', label: text.removeResult({ number }), icon: 'trash', turn: '', isOff: false },
  ] as const;
  return (
    <div class="px-5 pt-4 pb-2 flex items-center justify-between gap-3">
      <h3 id={`title-${result.id}`} class="font-semibold num">
        {text.resultNumber({ number })}
      </h3>
      <div class="flex gap-1">
        {buttons.map(({ act, label, icon, turn, isOff }) =>
          isOff ? null : (
            <button
              key={act}
              type="submit"
              name="act"
              value={`${act}:${result.id}`}
              class="btn btn-ghost btn-sm btn-square"
              aria-label={label}
            >
              <Icon name={icon} size={16} class={turn} />
            </button>
          ),
        )}
      </div>
    </div>
  );
}

/** Chosen from the appraiser's plan where there is one, else written. */
function ServesFields({ result, typed, view, errors }: CardProps) {
  const name = (field: ResultField) => resultField(result.id, field);
  const chosen = typed?.[name('serves')] ?? result.serves?.resultId ?? '';
  const offered = view.leader ? numbered({ results: [...view.leader.results] }) : [];
  const known = result.serves && !offered.some((each) => each.result.id === result.serves?.resultId);
  const written = (
    <TextField
      name={name('servesText')}
      label={offered.length > 0 ? text.servesText() : text.servesTextOnly()}
      maxLength={1000}
      value={typed?.[name('servesText')] ?? (result.serves ? '' : result.servesText)}
      error={errors[name('servesText')]}
    />
  );
  if (offered.length === 0 && !known) return written;
  return (
    <>
      <SelectField
        name={name('serves')}
        label={text.serves()}
        empty={text.servesNone()}
        value={chosen}
        options={[
          ...offered.map((each) => ({
            value: each.result.id,
            label: `${each.number}. ${each.result.statement}`,
          })),
          ...(known && result.serves ? [{ value: result.serves.resultId, label: result.servesText }] : []),
        ]}
      />
      {chosen ? null : written}
    </>
  );
}
