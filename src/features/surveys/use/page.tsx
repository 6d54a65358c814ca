/** Who would get what from a result, before anything is recorded. */
import type { Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Checkbox, SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { UnitResult } from '../results/figures.ts';
import type { Round } from '../rounds/queries.ts';
import type { PlannedUse, UsePlan, UseQuestion } from './plan.ts';
import { text } from './text.ts';

export interface UseView {
  readonly visit: Visit;
  readonly round: Round;
  readonly result: UnitResult;
  readonly periods: readonly Pick<Period, 'id' | 'name'>[];
  readonly question: UseQuestion | undefined;
  readonly plan: UsePlan | undefined;
  readonly id: string;
  readonly before: readonly {
    readonly id: string;
    readonly period: string;
    readonly participants: number;
    readonly at: Date;
  }[];
}

export function UsePage(view: UseView) {
  const { visit, round, result, question, plan, before } = view;
  const base = visit.path(`/surveys/rounds/${round.id}/units/${result.unitId}`);
  return (
    <Layout chrome={visit.chrome} title={text.title({ unit: result.unitName })} current="organisation">
      <PageHeading
        title={text.title({ unit: result.unitName })}
        above={
          <a class="link" href={base}>
            {round.name}
          </a>
        }
        intro={text.intro()}
      />
      {before.length > 0 ? (
        <Notice title={text.before()}>
          <ul>
            {before.map((use) => (
              <li key={use.id}>
                {text.beforeLine({
                  date: formatInstant(use.at, visit.agency.zone),
                  period: use.period,
                  count: use.participants,
                })}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {question && plan ? (
        <>
          <Question {...view} question={question} base={base} />
          <Plan {...view} question={question} plan={plan} base={base} />
        </>
      ) : (
        <Card>
          <EmptyState icon="calendar" title={text.noPeriod()}>
            {text.noPeriodHint()}
          </EmptyState>
        </Card>
      )}
    </Layout>
  );
}

function Question({ periods, question, base }: UseView & { question: UseQuestion; base: string }) {
  return (
    <Card>
      <form method="get" action={`${base}/use`} class="grid gap-4 max-w-prose">
        <SelectField
          name="period"
          label={text.period()}
          options={periods.map(({ id, name }) => ({ value: id, label: name }))}
          value={question.periodId}
          required
        />
        <div class="grid gap-1">
          <Checkbox name="below" label={text.withBelow()} checked={question.withBelow} />
          <Checkbox
            name="counter"
            label={text.byCounter()}
            hint={text.byCounterHint()}
            checked={question.byCounter}
          />
        </div>
        <div>
          <SubmitButton look="outline" icon="rotate">
            {text.preview()}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function componentOf({ compiled, component }: Pick<PlannedUse, 'compiled' | 'component'>) {
  return compiled.scheme.components[component];
}

function labelOf(of: Pick<PlannedUse, 'compiled' | 'component'>): string {
  const label = componentOf(of)?.label;
  return label ? inLocale(label) : of.component;
}

/** What the scheme itself makes of the evidence; it may ask for more answers than the survey has. */
function valueWords({ compiled, component, value }: PlannedUse): string {
  const explained = compiled.components.find(({ code }) => code === component)?.explain(value, {});
  return explained?.value.state === 'value' ? inLocale(explained.value.label) : text.tooFew();
}

function Plan(props: UseView & { question: UseQuestion; plan: UsePlan; base: string }) {
  const { result, question, plan, base, id } = props;
  return (
    <Card title={text.who()} padded={false}>
      {plan.uses.length === 0 ? (
        <EmptyState icon="users" title={text.nobody()}>
          {text.nobodyHint()}
        </EmptyState>
      ) : (
        <DataTable
          caption={text.who()}
          rows={plan.uses}
          rowKey={(row) => `${row.participantId} ${row.component}`}
          columns={[
            { key: 'name', heading: text.name(), isTitle: true, cell: (row) => row.name },
            { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
            {
              key: 'component',
              heading: text.component(),
              cell: (row) => (
                <>
                  {labelOf(row)}
                  {row.replaces ? (
                    <>
                      {' '}
                      <Badge tone="warning">{text.replaces()}</Badge>
                    </>
                  ) : null}
                </>
              ),
            },
            { key: 'from', heading: text.from(), cell: (row) => row.counterName ?? result.unitName },
            {
              key: 'answers',
              heading: text.answers(),
              align: 'right',
              cell: (row) => formatNumber(row.value.count),
            },
            { key: 'value', heading: text.value(), align: 'right', cell: valueWords },
          ]}
        />
      )}
      <div class="p-5 grid gap-3">
        {plan.without > 0 ? <p class="text-sm">{text.without({ count: plan.without })}</p> : null}
        {plan.misfits.map((misfit) => (
          <p key={`${misfit.compiled.scheme.id} ${misfit.component}`} class="text-sm">
            {text.misfit({ component: labelOf(misfit), scheme: inLocale(misfit.compiled.scheme.title) })}
          </p>
        ))}
        {plan.uses.length > 0 ? (
          <form method="post" action={`${base}/use`} data-controller="once">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="period" value={question.periodId} />
            {question.withBelow ? <input type="hidden" name="below" value="yes" /> : null}
            {question.byCounter ? <input type="hidden" name="counter" value="yes" /> : null}
            <SubmitButton icon="check">{text.act({ count: plan.uses.length })}</SubmitButton>
          </form>
        ) : null}
      </div>
    </Card>
  );
}
