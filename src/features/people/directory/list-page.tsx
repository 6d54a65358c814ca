import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, Pagination } from '#ui/parts.tsx';
import { isAgencyOfficer, maskNip } from '../actor.ts';
import { kindLabel, PERSON_KINDS } from '../labels.ts';
import { PeopleTabs } from '../pages/people-tabs.tsx';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import { type Filter, PAGE_SIZE, type PersonRow, type UnitOption } from './queries.ts';

interface ListProps {
  readonly visit: Visit;
  readonly people: readonly PersonRow[];
  readonly total: number;
  readonly filter: Filter;
  readonly units: readonly UnitOption[];
}

export function ListPage(props: ListProps) {
  const { visit, filter, total } = props;
  return (
    <Layout chrome={visit.chrome} title={text.peopleTitle()} current="people" width="wide">
      <PageHeading
        title={text.peopleTitle()}
        acts={
          <>
            <LinkButton
              href={visit.path(`/people/export${addressOf(filter, 1)}`)}
              icon="download"
              look="ghost"
              download
            >
              {text.exportList()}
            </LinkButton>
            <LinkButton href={visit.path('/people/new')} icon="plus">
              {text.addPerson()}
            </LinkButton>
            {isAgencyOfficer(visit.actor) ? (
              <LinkButton href={visit.path('/people/import')} icon="upload" look="primary">
                {text.doImport()}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <PeopleTabs visit={visit} current="people" />
      <Card padded={false}>
        <FilterForm {...props} />
        <turbo-frame id="people-list" data-turbo-action="replace" target="_top">
          <p class="px-5 pb-3 text-sm text-base-content/75" role="status">
            {text.peopleCount({ count: total })}
          </p>
          <People {...props} />
        </turbo-frame>
      </Card>
    </Layout>
  );
}

function FilterForm({ visit, filter, units }: ListProps) {
  const isFiltered = filter.q || filter.unit || filter.kind || filter.status;
  return (
    <form
      method="get"
      action={visit.path('/people')}
      class="p-5 grid gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)_minmax(0,1.4fr)_auto] items-end"
      data-controller="filter"
      data-turbo-frame="people-list"
    >
      <label class="grid gap-1 text-sm font-medium">
        {text.search()}
        <input class="input w-full" type="search" name="q" value={filter.q} autocomplete="off" />
      </label>
      <label class="grid gap-1 text-sm font-medium">
        {text.unit()}
        <select class="select w-full" name="unit">
          <option value="">{text.anyUnit()}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id} selected={unit.id === filter.unit}>
              {`${'\u00a0\u00a0'.repeat(unit.depth)}${unit.name}`}
            </option>
          ))}
        </select>
      </label>
      <label class="grid gap-1 text-sm font-medium">
        {text.kind()}
        <select class="select w-full" name="kind">
          <option value="">{text.anyKind()}</option>
          {PERSON_KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === filter.kind}>
              {kindLabel(kind)}
            </option>
          ))}
        </select>
      </label>
      <label class="grid gap-1 text-sm font-medium">
        {text.status()}
        <select class="select w-full" name="status">
          {STATUSES.map(([value, label]) => (
            <option key={value} value={value} selected={value === filter.status}>
              {label()}
            </option>
          ))}
        </select>
      </label>
      <div class="flex gap-2">
        <button class="btn btn-outline" type="submit">
          <Icon name="search" /> {text.apply()}
        </button>
        {isFiltered ? (
          <a class="btn btn-ghost" href={visit.path('/people')}>
            {text.clear()}
          </a>
        ) : null}
      </div>
    </form>
  );
}

const STATUSES = [
  ['', text.anyStatus],
  ['no-appraiser', text.statusNoAppraiser],
  ['no-account', text.statusNoAccount],
  ['ended', text.statusEnded],
] as const;

function People({ visit, people, total, filter }: ListProps) {
  if (total === 0) return <NobodyHere visit={visit} filter={filter} />;
  return (
    <>
      <DataTable
        caption={text.peopleTitle()}
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            heading: text.name(),
            isTitle: true,
            cell: (person) => (
              <>
                <a class="link link-hover font-medium" href={visit.path(`/people/${person.id}`)}>
                  {person.name}
                </a>
                <span class="block text-sm font-normal text-base-content/75 num">
                  {person.nip ? maskNip(person.nip) : kindLabel(person.kind)}
                </span>
              </>
            ),
          },
          { key: 'position', heading: text.position(), cell: (person) => person.position ?? '–' },
          { key: 'unit', heading: text.unit(), cell: (person) => person.unitName ?? '–' },
          {
            key: 'kind',
            heading: text.kind(),
            cell: (person) => [kindLabel(person.kind), person.rank].filter(Boolean).join(' · '),
          },
          {
            key: 'appraiser',
            heading: text.appraiser(),
            cell: (person) => person.appraiserName ?? <span class="text-base-content/75">{text.none()}</span>,
          },
          { key: 'status', heading: text.status(), cell: (person) => <State person={person} /> },
        ]}
      />
      <div class="p-5">
        <Pagination
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => visit.path(`/people${addressOf(filter, page)}`)}
        />
      </div>
    </>
  );
}

function State({ person }: { person: PersonRow }) {
  if (person.endedOn) return <Badge>{text.ended({ date: formatDate(person.endedOn, 'short') })}</Badge>;
  if (!person.hasAccount) return <Badge tone="warning">{text.statusNoAccount()}</Badge>;
  return <Badge tone="success">{text.active()}</Badge>;
}

function NobodyHere({ visit, filter }: { visit: Visit; filter: Filter }) {
  if (filter.q || filter.unit || filter.kind || filter.status) {
    return (
      <EmptyState icon="search" title={text.noPeopleFound()}>
        {text.tryOtherWords()}
      </EmptyState>
    );
  }
  const act = isAgencyOfficer(visit.actor) ? (
    <LinkButton href={visit.path('/people/import')} icon="upload" look="primary">
      {text.doImport()}
    </LinkButton>
  ) : undefined;
  return (
    <EmptyState icon="users" title={text.noPeople()} act={act}>
      {text.noPeopleHelp()}
    </EmptyState>
  );
}

/** The part of the address that says what is shown; nothing where everything is. */
export function addressOf(filter: Filter, page: number): string {
  const given = new URLSearchParams();
  for (const key of ['q', 'unit', 'kind', 'status'] as const) if (filter[key]) given.set(key, filter[key]);
  if (page > 1) given.set('page', String(page));
  return given.size > 0 ? `?${given}` : '';
}
