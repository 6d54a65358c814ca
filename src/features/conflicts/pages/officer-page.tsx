import { CONFLICT_KINDS, type ConflictKind } from '#domain/schemes/index.ts';
import { isAgencyOfficer, isOfficer, PeopleTabs, type Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import { CASES_A_PAGE, type ConflictCase } from '../cases/queries.ts';
import type { Declaration } from '../queries.ts';
import { consequenceLabel, kindLabel, settlementLabel } from '../words.ts';
import { Declarations } from './mine-page.tsx';
import { CaseBadge } from './parts.tsx';
import { text } from './text.ts';

export type ConflictTab = 'open' | 'declared' | 'appraisals';

export interface OfficerFilter {
  readonly tab: ConflictTab;
  readonly q: string;
  readonly kind: ConflictKind | undefined;
  readonly period: string | undefined;
  readonly page: number;
}

interface Props {
  readonly visit: Visit;
  readonly filter: OfficerFilter;
  readonly periods: readonly { readonly id: string; readonly name: string }[];
  readonly declarations: readonly Declaration[];
  readonly cases: readonly ConflictCase[];
  readonly total: number;
  readonly counts: { readonly open: number; readonly declared: number };
}

/** Declared and found, with what has to be decided in front. */
export function OfficerPage(props: Props) {
  const { visit, filter } = props;
  const mayAct = isOfficer(visit.actor);
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="people" width="wide">
      <PageHeading
        title={text.title()}
        intro={<p>{text.officerIntro()}</p>}
        acts={
          <>
            <LinkButton
              href={visit.path(`/conflicts/list.xlsx${addressOf(filter, 1)}`)}
              icon="download"
              look="ghost"
              download
            >
              {text.export()}
            </LinkButton>
            {mayAct ? (
              <LinkButton href={visit.path('/conflicts/declarations')} icon="plus">
                {text.declareFor()}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {mayAct ? <PeopleTabs visit={visit} current="conflicts" /> : null}
      <Tabs {...props} />
      <Card padded={false}>
        <FilterForm {...props} />
        <Lists {...props} />
      </Card>
      {mayAct && props.periods.length > 0 ? <LookAgain {...props} /> : null}
    </Layout>
  );
}

function addressOf(filter: OfficerFilter, page: number): string {
  const query = new URLSearchParams({ tab: filter.tab });
  if (filter.q) query.set('q', filter.q);
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.period) query.set('period', filter.period);
  if (page > 1) query.set('page', String(page));
  return `?${query}`;
}

function Tabs({ visit, filter, counts }: Props) {
  const tabs = [
    ['open', text.tabOpen(), counts.open],
    ['declared', text.tabDeclared(), undefined],
    ['appraisals', text.tabFound(), undefined],
  ] as const;
  return (
    <nav aria-label={text.title()} class="flex flex-wrap gap-2 text-sm">
      {tabs.map(([tab, label, count]) => (
        <a
          key={tab}
          class={`btn btn-sm ${tab === filter.tab ? 'btn-primary' : 'btn-outline'}`}
          href={visit.path(`/conflicts?tab=${tab}`)}
          aria-current={tab === filter.tab ? 'page' : undefined}
        >
          {label}
          {count ? <span class="num">{count}</span> : null}
        </a>
      ))}
      {isAgencyOfficer(visit.actor) ? (
        <a class="btn btn-sm btn-ghost" href={visit.path('/conflicts/households')}>
          {text.tabHouseholds()}
        </a>
      ) : null}
    </nav>
  );
}

function FilterForm({ visit, filter, periods }: Props) {
  return (
    <form
      method="get"
      action={visit.path('/conflicts')}
      class="p-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto] items-end"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <input type="hidden" name="tab" value={filter.tab} />
      <label class="grid gap-1 text-sm font-medium">
        {text.search()}
        <input class="input w-full" type="search" name="q" value={filter.q} autocomplete="off" />
      </label>
      <label class="grid gap-1 text-sm font-medium">
        {text.kind()}
        <select class="select w-full" name="kind">
          <option value="">{text.anyKind()}</option>
          {CONFLICT_KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === filter.kind}>
              {inLocale(kindLabel(kind))}
            </option>
          ))}
        </select>
      </label>
      <label class="grid gap-1 text-sm font-medium">
        {text.period()}
        <select class="select w-full" name="period">
          <option value="">{text.anyPeriod()}</option>
          {periods.map(({ id, name }) => (
            <option key={id} value={id} selected={id === filter.period}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <SubmitButton look="outline" icon="search">
        {text.apply()}
      </SubmitButton>
    </form>
  );
}

function Lists(props: Props) {
  const { visit, filter, declarations, cases, total } = props;
  if (declarations.length === 0 && cases.length === 0) return <Nothing tab={filter.tab} />;
  return (
    <>
      {declarations.length > 0 ? <Declarations visit={visit} declarations={declarations} /> : null}
      {cases.length > 0 ? <Cases visit={visit} cases={cases} /> : null}
      {total > CASES_A_PAGE ? (
        <div class="p-5">
          <Pagination
            page={filter.page}
            pageSize={CASES_A_PAGE}
            total={total}
            href={(page) => visit.path(`/conflicts${addressOf(filter, page)}`)}
          />
        </div>
      ) : null}
    </>
  );
}

function Nothing({ tab }: { tab: ConflictTab }) {
  return tab === 'open' ? (
    <EmptyState icon="checkCircle" title={text.nothingOpen()}>
      {text.nothingOpenHint()}
    </EmptyState>
  ) : (
    <EmptyState icon="scale" title={text.nothingFound()}>
      {text.nothingFoundHint()}
    </EmptyState>
  );
}

function Cases({ visit, cases }: { visit: Visit; cases: readonly ConflictCase[] }) {
  return (
    <DataTable
      caption={text.tabFound()}
      rows={cases}
      rowKey={(each) => each.id}
      columns={[
        {
          key: 'employee',
          heading: text.employee(),
          isTitle: true,
          cell: (each) => (
            <>
              <a class="link link-hover" href={visit.path(`/conflict-cases/${each.id}`)}>
                {each.rateeName}
              </a>
              <span class="block text-xs font-normal text-base-content/75">
                {each.unitName} · {each.periodName}
              </span>
            </>
          ),
        },
        { key: 'appraiser', heading: text.appraiser(), cell: (each) => each.raterName },
        {
          key: 'kind',
          heading: text.kind(),
          cell: (each) => (
            <>
              {inLocale(kindLabel(each.kind))}
              <span class="block text-xs text-base-content/75">
                {each.source === 'declared' ? text.fromDeclaration() : text.fromData()} ·{' '}
                {formatDate(each.since, 'short')}
              </span>
            </>
          ),
        },
        {
          key: 'consequence',
          heading: text.consequence(),
          cell: (each) => inLocale(consequenceLabel(each.consequence)),
        },
        {
          key: 'state',
          heading: text.state(),
          cell: (each) => (
            <>
              <CaseBadge state={each.state} />
              {each.settlement ? (
                <span class="block text-xs text-base-content/75">
                  {inLocale(settlementLabel(each.settlement))}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

function LookAgain({ visit, periods, filter }: Props) {
  return (
    <Card title={text.look()}>
      <form
        method="post"
        action={visit.path('/conflicts/findings')}
        class="grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto] items-end"
        data-controller="once"
      >
        <SelectField
          name="periodId"
          label={text.period()}
          hint={text.lookHint()}
          required
          value={filter.period ?? periods[0]?.id}
          options={periods.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton look="outline" icon="rotate">
          {text.look()}
        </SubmitButton>
      </form>
    </Card>
  );
}
