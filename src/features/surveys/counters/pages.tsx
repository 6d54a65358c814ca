/** Counters of units: the list, and the form of one. */
import { isOfficer, type Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import {
  type FieldErrors,
  type Option,
  ProblemSummary,
  RadioGroup,
  SelectField,
  TextField,
} from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { SurveyTabs } from '../tabs.tsx';
import { text } from '../text.ts';
import type { Counter, CounterMode } from './queries.ts';

export type Typed = Readonly<Record<string, string>>;

export function ModeBadge({ mode }: { mode: CounterMode }) {
  return mode === 'open' ? <Badge tone="warning">{text.weaker()}</Badge> : <Badge>{text.modeToken()}</Badge>;
}

export function CountersPage({ visit, counters }: { visit: Visit; counters: readonly Counter[] }) {
  const mayAdd = isOfficer(visit.actor);
  const act = mayAdd ? (
    <LinkButton href={visit.path('/surveys/counters/new')} icon="plus" look="primary">
      {text.newCounter()}
    </LinkButton>
  ) : null;
  return (
    <Layout chrome={visit.chrome} title={text.counters()} current="organisation">
      <PageHeading title={text.counters()} intro={text.noCountersHint()} acts={act} />
      <SurveyTabs visit={visit} current="counters" />
      <Card padded={false}>
        {counters.length === 0 ? (
          <EmptyState icon="list" title={text.noCounters()} act={act} />
        ) : (
          <DataTable
            caption={text.counters()}
            rows={counters}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                heading: text.counterName(),
                isTitle: true,
                cell: (row) => (
                  <a class="link font-medium" href={visit.path(`/surveys/counters/${row.id}`)}>
                    {row.name}
                  </a>
                ),
              },
              { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
              { key: 'service', heading: text.service(), cell: (row) => row.service },
              {
                key: 'mode',
                heading: text.mode(),
                isWide: true,
                cell: (row) => <ModeBadge mode={row.mode} />,
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

export function CounterFields(props: { typed: Typed; errors: FieldErrors; units: readonly Option[] }) {
  const { typed, errors, units } = props;
  return (
    <>
      <ProblemSummary errors={errors} />
      <TextField
        name="name"
        label={text.counterName()}
        hint={text.counterNameHint()}
        value={typed.name}
        error={errors.name}
        maxLength={120}
        required
      />
      <TextField
        name="service"
        label={text.service()}
        hint={text.serviceHint()}
        value={typed.service}
        error={errors.service}
        maxLength={200}
        required
      />
      <SelectField
        name="unit"
        label={text.unit()}
        options={units}
        empty={text.choose()}
        value={typed.unit}
        error={errors.unit}
        required
      />
      <RadioGroup
        name="mode"
        label={text.mode()}
        value={typed.mode ?? 'token'}
        error={errors.mode}
        choices={[
          { value: 'token', label: text.modeToken(), hint: text.modeTokenHint() },
          { value: 'open', label: text.modeOpen(), hint: text.modeOpenHint() },
        ]}
        required
      />
      <div class="grid sm:grid-cols-2 gap-4">
        <TextField
          name="activeFrom"
          type="date"
          label={text.activeFrom()}
          value={typed.activeFrom}
          error={errors.activeFrom}
          required
        />
        <TextField
          name="activeUntil"
          type="date"
          label={text.activeUntil()}
          value={typed.activeUntil}
          error={errors.activeUntil}
        />
      </div>
    </>
  );
}

export function NewCounterPage(props: {
  visit: Visit;
  id: string;
  typed: Typed;
  errors: FieldErrors;
  units: readonly Option[];
}) {
  const { visit, id } = props;
  return (
    <Layout chrome={visit.chrome} title={text.newCounter()} current="organisation" width="narrow">
      <PageHeading
        title={text.newCounter()}
        above={
          <a class="link" href={visit.path('/surveys/counters')}>
            {text.counters()}
          </a>
        }
      />
      <Card>
        <form
          method="post"
          action={visit.path('/surveys/counters')}
          class="grid gap-5"
          data-controller="once"
        >
          <input type="hidden" name="id" value={id} />
          <CounterFields {...props} />
          <div class="flex flex-wrap gap-2">
            <SubmitButton icon="check">{text.save()}</SubmitButton>
            <LinkButton href={visit.path('/surveys/counters')} look="ghost">
              {text.cancel()}
            </LinkButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
