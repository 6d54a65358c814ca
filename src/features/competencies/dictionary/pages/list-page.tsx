import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, LinkButton, Pagination } from '#ui/parts.tsx';
import { FilterBar, listAddress } from '../../filter-bar.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { kindLabel } from '../../levels.ts';
import type { Competency } from '../model.ts';
import { text } from '../text.ts';

export interface Group {
  readonly value: string;
  readonly label: string;
}

export interface ListView {
  readonly visit: Visit;
  /** Those of this page, filtered. */
  readonly competencies: readonly Competency[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly groups: readonly Group[];
  readonly words: string;
  readonly group: string;
  readonly isEmpty: boolean;
  /** Competencies of Tera that the dictionary does not have yet. */
  readonly shippedLeft: number;
}

export function ListPage(view: ListView) {
  const { visit, isEmpty } = view;
  const mayWrite = isAgencyOfficer(visit.actor);
  return (
    <CompetencyFrame
      visit={visit}
      title={text.title()}
      intro={text.intro()}
      current="dictionary"
      acts={mayWrite && !isEmpty ? <Acts {...view} /> : undefined}
    >
      {isEmpty ? (
        <Card>
          <EmptyState
            icon="clipboard"
            title={text.empty()}
            act={
              mayWrite ? (
                <span class="flex flex-wrap gap-2 justify-center">
                  <LinkButton href={visit.path('/competencies/shipped')} look="primary" icon="plus">
                    {text.shipped()}
                  </LinkButton>
                  <LinkButton href={visit.path('/competencies/files')} icon="upload">
                    {text.import()}
                  </LinkButton>
                </span>
              ) : undefined
            }
          >
            {mayWrite ? text.emptyOfficer() : text.emptyReader()}
          </EmptyState>
        </Card>
      ) : (
        <Filled {...view} />
      )}
    </CompetencyFrame>
  );
}

function Acts({ visit, shippedLeft }: ListView) {
  return (
    <>
      <LinkButton href={visit.path('/competencies/new')} look="primary" icon="plus">
        {text.add()}
      </LinkButton>
      {shippedLeft > 0 ? (
        <LinkButton href={visit.path('/competencies/shipped')}>
          {text.moreShipped({ count: shippedLeft })}
        </LinkButton>
      ) : null}
      <LinkButton href={visit.path('/competencies/files')} icon="upload">
        {text.import()}
      </LinkButton>
      <LinkButton href={visit.path('/competencies/dictionary.xlsx')} icon="download" download>
        {text.export()}
      </LinkButton>
    </>
  );
}

function Filled(view: ListView) {
  const { visit, competencies, total, page, pageSize, groups, words, group } = view;
  const address = visit.path('/competencies');
  const href = (number: number) => listAddress(address, { q: words, group, page: number });
  return (
    <>
      <FilterBar
        action={address}
        search={{ label: text.search(), value: words }}
        choices={[
          { name: 'group', label: text.group(), value: group, options: groups, empty: text.allGroups() },
        ]}
      />
      <Card padded={false}>
        {competencies.length === 0 ? (
          <EmptyState icon="search" title={text.noMatch()}>
            {text.noMatchHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.title()}
            rows={competencies}
            rowKey={(each) => each.code}
            columns={columns(visit)}
          />
        )}
      </Card>
      <Pagination page={page} pageSize={pageSize} total={total} href={href} />
      <p class="text-sm text-base-content/75 max-w-prose">{text.basis()}</p>
    </>
  );
}

function columns(visit: Visit): readonly Column<Competency>[] {
  return [
    {
      key: 'name',
      heading: text.name(),
      isTitle: true,
      cell: (each) => (
        <>
          <a class="link" href={visit.path(`/competencies/${each.code}`)}>
            {inLocale(each.name)}
          </a>{' '}
          {each.isActive ? null : <Badge tone="warning">{text.retired()}</Badge>}
        </>
      ),
    },
    {
      key: 'kind',
      heading: text.kind(),
      cell: (each) => (
        <>
          {kindLabel(each.kind)}
          {each.family ? (
            <span class="block text-sm text-base-content/75">{inLocale(each.family)}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'definition',
      heading: text.definition(),
      isWide: true,
      cell: (each) => <span class="block max-w-prose">{inLocale(each.definition)}</span>,
    },
    { key: 'version', heading: text.version(), align: 'right', cell: (each) => String(each.version) },
  ];
}
