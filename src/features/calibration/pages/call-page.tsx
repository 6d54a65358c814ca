import type { Visit } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { type FieldErrors, ProblemSummary, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from './text.ts';

export type Typed = Readonly<Record<string, string | undefined>>;
export interface FormState {
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** Days until a meeting that is called today, so that dossiers can be read. */
const DAYS_AHEAD = 7;

export function CallPage(props: {
  visit: Visit;
  id: string;
  periods: readonly { readonly id: string; readonly name: string }[];
  units: readonly { readonly id: string; readonly name: string }[];
  /** Whether the whole agency may be chosen. */
  isWhole: boolean;
  form: FormState;
}) {
  const { visit, id, periods, units, isWhole, form } = props;
  return (
    <Layout chrome={visit.chrome} title={text.callTitle()} current="home" width="narrow">
      <PageHeading
        title={text.callTitle()}
        above={
          <a class="link" href={visit.path('/calibration')}>
            {text.title()}
          </a>
        }
        intro={<p>{text.callIntro()}</p>}
      />
      <Card>
        {periods.length === 0 ? (
          <EmptyState icon="calendar" title={text.noPeriod()}>
            {text.noPeriodHint()}
          </EmptyState>
        ) : (
          <form method="post" action={visit.path('/calibration')} class="grid gap-5" data-controller="once">
            <ProblemSummary errors={form.errors} />
            <input type="hidden" name="id" value={id} />
            <SelectField
              name="periodId"
              label={text.period()}
              required
              value={form.typed.periodId ?? periods[0]?.id}
              error={form.errors.periodId}
              options={periods.map((period) => ({ value: period.id, label: period.name }))}
            />
            <SelectField
              name="unitId"
              label={text.unit()}
              hint={text.unitHint()}
              required
              value={form.typed.unitId}
              error={form.errors.unitId}
              options={[
                ...(isWhole ? [{ value: 'agency', label: text.wholeAgency() }] : []),
                ...units.map((unit) => ({ value: unit.id, label: unit.name })),
              ]}
            />
            <WhenAndWhere
              form={form}
              today={visit.today}
              known={{ heldOn: addDays(visit.today, DAYS_AHEAD), startsAt: '09.00', place: '', link: null }}
            />
            <div>
              <SubmitButton icon="arrowRight">{text.callSend()}</SubmitButton>
            </div>
          </form>
        )}
      </Card>
    </Layout>
  );
}

/** Day, time, place and link; a day that has passed is kept where it stands already. */
export function WhenAndWhere(props: {
  form: FormState;
  today: string;
  known: {
    readonly heldOn: string;
    readonly startsAt: string;
    readonly place: string;
    readonly link: string | null;
  };
}) {
  const { form, today, known } = props;
  const { typed, errors } = form;
  return (
    <>
      <div class="grid gap-5 sm:grid-cols-2">
        <TextField
          name="heldOn"
          type="date"
          label={text.day()}
          required
          min={known.heldOn < today ? known.heldOn : today}
          value={typed.heldOn ?? known.heldOn}
          error={errors.heldOn}
        />
        <TextField
          name="startsAt"
          label={text.startsAt()}
          hint={text.startsAtHint()}
          required
          maxLength={40}
          value={typed.startsAt ?? known.startsAt}
          error={errors.startsAt}
        />
      </div>
      <TextField
        name="place"
        label={text.place()}
        required
        maxLength={200}
        value={typed.place ?? known.place}
        error={errors.place}
      />
      <TextField
        name="link"
        type="url"
        label={text.link()}
        maxLength={500}
        value={typed.link ?? known.link}
        error={errors.link}
      />
    </>
  );
}
