import type { Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Checkbox, ProblemSummary, RadioGroup, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Errors, Fields } from '../period-form.ts';
import type { Period, UnitChoice } from '../queries.ts';
import { schemeKey } from '../schemes.ts';
import { text } from '../text.ts';
import { span } from './labels.tsx';

export interface PeriodFormView {
  readonly visit: Visit;
  /** Schemes that this agency may use. */
  readonly usable: readonly Scheme[];
  /** Undefined while the period is new. */
  readonly period: Period | undefined;
  readonly newId: string;
  readonly fields: Fields;
  readonly errors: Errors;
  readonly units: readonly UnitChoice[];
}

export function PeriodFormPage(view: PeriodFormView) {
  const { visit, period, errors } = view;
  const title = period ? text.editPeriod() : text.newPeriod();
  const back = period ? visit.path(`/periods/${period.id}`) : visit.path('/periods');
  const isOpen = period?.state === 'open';
  return (
    <Layout chrome={visit.chrome} title={title} current="periods" width="narrow">
      <PageHeading title={title} above={period?.name} />
      {isOpen ? <Notice>{text.openLimits()}</Notice> : null}
      <form
        method="post"
        action={period ? back : visit.path('/periods')}
        class="grid gap-6"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        {period ? null : <input type="hidden" name="id" value={view.newId} />}
        {isOpen ? null : <Basics {...view} />}
        <DeadlineFields {...view} isOpen={isOpen} />
        {period ? <CheckpointFields period={period} fields={view.fields} errors={errors} /> : null}
        <Card title={text.policy()}>
          <RadioGroup
            name="distributionPolicy"
            label={text.distributionPolicy()}
            required
            value={view.fields.distributionPolicy}
            choices={[
              { value: 'advise', label: text.advise(), hint: text.adviseHint() },
              { value: 'reason', label: text.reason(), hint: text.reasonHint() },
            ]}
          />
        </Card>
        {isOpen ? null : <UnitFields units={view.units} fields={view.fields} />}
        <div class="flex flex-wrap gap-2">
          <SubmitButton>{isOpen ? text.saveChanges() : text.saveDraft()}</SubmitButton>
          <LinkButton href={back} look="ghost">
            {period ? period.name : text.periods()}
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}

function Basics({ fields, errors, usable, period }: PeriodFormView) {
  return (
    <Card title={text.basics()}>
      <div class="grid gap-4">
        <TextField
          name="name"
          label={text.name()}
          hint={text.nameHint()}
          required
          maxLength={200}
          value={fields.name}
          error={errors.name}
        />
        <div class="grid sm:grid-cols-2 gap-4">
          <TextField
            name="startsOn"
            type="date"
            label={text.startsOn()}
            required
            value={fields.startsOn}
            error={errors.startsOn}
          />
          <TextField
            name="endsOn"
            type="date"
            label={text.endsOn()}
            required
            value={fields.endsOn}
            error={errors.endsOn}
          />
        </div>
        <RadioGroup
          name="checkInEvery"
          label={text.checkInEvery()}
          hint={period ? undefined : text.checkpointsHint()}
          required
          inline
          value={fields.checkInEvery}
          choices={[
            { value: 'quarter', label: text.quarter() },
            { value: 'month', label: text.month() },
          ]}
        />
        <SelectField
          name="scheme"
          label={text.scheme()}
          required
          value={fields.scheme}
          error={errors.scheme}
          options={usable.map((scheme) => ({
            value: schemeKey(scheme),
            label: text.schemeVersion({ title: inLocale(scheme.title), version: String(scheme.version) }),
          }))}
        />
      </div>
    </Card>
  );
}

function DeadlineFields({ fields, errors, isOpen }: PeriodFormView & { isOpen: boolean }) {
  const dates = [
    ['planDueOn', text.planDueOn()],
    ['selfAssessmentDueOn', text.selfAssessmentDueOn()],
    ['ratingDueOn', text.ratingDueOn()],
    ['ratificationDueOn', text.ratificationDueOn()],
  ] as const;
  const days = [
    ['objectionDays', text.objectionDays()],
    ['explanationDays', text.explanationDays()],
    ['decisionDays', text.decisionDays()],
  ] as const;
  return (
    <Card title={text.deadlines()}>
      <p class="text-sm text-base-content/75 -mt-3 mb-4">{text.deadlinesHint()}</p>
      <div class="grid sm:grid-cols-2 gap-4 items-end">
        {dates.map(([name, label]) => (
          <TextField
            key={name}
            name={name}
            type="date"
            label={label}
            value={fields[name]}
            error={errors[name]}
          />
        ))}
      </div>
      {isOpen ? null : (
        <div class="grid sm:grid-cols-3 gap-4 items-end mt-4">
          {days.map(([name, label]) => (
            <TextField
              key={name}
              name={name}
              label={label}
              inputMode="numeric"
              maxLength={2}
              value={fields[name]}
              error={errors[name]}
            />
          ))}
        </div>
      )}
    </Card>
  );
}

function CheckpointFields({ period, fields, errors }: { period: Period; fields: Fields; errors: Errors }) {
  return (
    <Card title={text.checkpoints()}>
      <ul class="grid gap-3">
        {period.checkpoints.map((each) => (
          <li key={each.id} class="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1">
            <div class="min-w-0">
              <p class="font-medium text-sm">{each.name}</p>
              <p class="text-sm text-base-content/75">{span(each.startsOn, each.endsOn)}</p>
            </div>
            <TextField
              name={`due-${each.id}`}
              type="date"
              label={text.dueOnOf({ name: each.name })}
              hideLabel
              required
              value={fields[`due-${each.id}`] ?? each.dueOn}
              error={errors[`due-${each.id}`]}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function UnitFields({ units, fields }: { units: readonly UnitChoice[]; fields: Fields }) {
  return (
    <Card title={text.units()}>
      <fieldset>
        <legend class="text-sm text-base-content/75 mb-3">{text.unitsHint()}</legend>
        <div class="grid sm:grid-cols-2 gap-x-6 max-h-96 overflow-y-auto pr-2">
          {units.map((unit) => (
            <Checkbox
              key={unit.id}
              name={`unit-${unit.id}`}
              label={unit.name}
              checked={fields[`unit-${unit.id}`] !== undefined}
            />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
