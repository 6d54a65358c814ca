/** Counters of units: the list, one counter with its people, and the form of either. */
import { isOfficer, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
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
import type { BoundPerson, Counter, CounterMode } from './queries.ts';

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

export interface CounterView {
  readonly visit: Visit;
  readonly counter: Counter;
  readonly mayChange: boolean;
  readonly bound: readonly BoundPerson[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly Option[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly bindingId: string;
  readonly bindingErrors: FieldErrors;
  readonly bindingTyped: Typed;
}

export function CounterPage(view: CounterView) {
  const { visit, counter, mayChange } = view;
  const base = visit.path(`/surveys/counters/${counter.id}`);
  return (
    <Layout chrome={visit.chrome} title={counter.name} current="organisation">
      <PageHeading
        title={counter.name}
        above={
          <>
            <a class="link" href={visit.path('/surveys/counters')}>
              {text.counters()}
            </a>{' '}
            · {counter.unitName}
          </>
        }
        intro={
          <p class="flex flex-wrap items-center gap-2">
            <span>{counter.service}</span> <ModeBadge mode={counter.mode} />
          </p>
        }
        acts={
          <LinkButton href={`${base}/poster`} icon="print" look="primary">
            {text.printPoster()}
          </LinkButton>
        }
      />
      <div class="grid lg:grid-cols-2 gap-6 items-start">
        <Card title={text.people()}>
          <People {...view} base={base} />
        </Card>
        {mayChange ? (
          <Card
            title={text.counterData()}
            aside={
              <span class="num">
                {text.code()}: {counter.code}
              </span>
            }
          >
            <form method="post" action={base} class="grid gap-5" data-controller="once">
              <CounterFields {...view} />
              <div>
                <SubmitButton look="outline" icon="check">
                  {text.save()}
                </SubmitButton>
              </div>
            </form>
          </Card>
        ) : null}
      </div>
    </Layout>
  );
}

function People({ visit, mayChange, bound, people, base, ...view }: CounterView & { base: string }) {
  const { bindingErrors, bindingTyped } = view;
  return (
    <>
      <p class="text-sm text-base-content/75">{text.peopleHint()}</p>
      {bound.length === 0 ? <p class="mt-3">{text.nobodyBound()}</p> : null}
      <ul class="divide-y divide-base-300 mt-2">
        {bound.map((each) => (
          <li key={each.id} class="py-2.5 flex flex-wrap items-center justify-between gap-2">
            <span>
              <span class="font-medium">{each.name}</span>
              <span class="block text-sm text-base-content/75">
                {text.span({
                  from: formatDate(each.validFrom, 'short'),
                  until: each.validUntil ? formatDate(each.validUntil, 'short') : text.now(),
                })}
              </span>
            </span>
            {mayChange && (each.validUntil === null || each.validUntil > visit.today) ? (
              <form method="post" action={`${base}/people/${each.id}/end`} data-controller="once">
                <button class="btn btn-sm btn-ghost" type="submit">
                  {text.release({ name: each.name })}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <form method="post" action={`${base}/people`} class="grid gap-4 mt-4" data-controller="once">
          <input type="hidden" name="id" value={view.bindingId} />
          <SelectField
            name="person"
            label={text.person()}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            empty={text.choose()}
            value={bindingTyped.person}
            error={bindingErrors.person}
            required
          />
          <div class="grid sm:grid-cols-2 gap-4">
            <TextField
              name="from"
              type="date"
              label={text.from()}
              value={bindingTyped.from ?? visit.today}
              error={bindingErrors.from}
              required
            />
            <TextField
              name="until"
              type="date"
              label={text.until()}
              value={bindingTyped.until}
              error={bindingErrors.until}
            />
          </div>
          <div>
            <SubmitButton look="outline" icon="plus">
              {text.bind()}
            </SubmitButton>
          </div>
        </form>
      ) : null}
    </>
  );
}
