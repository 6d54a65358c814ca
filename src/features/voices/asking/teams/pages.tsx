import type { Visit } from '#features/people/index.ts';
import { PeopleTabs } from '#features/people/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, Pagination } from '#ui/parts.tsx';
import { teamText as text } from '../text-teams.ts';
import { TEAMS_A_PAGE, type Team, type TeamFilter, type TeamLine, type TeamOfPerson } from './queries.ts';

export function spanOf({ from, lastDay }: { from: string; lastDay: string | null }): string {
  if (lastDay === null) return text.since({ from: formatDate(from, 'short') });
  return text.between({ from: formatDate(from, 'short'), until: formatDate(lastDay, 'short') });
}

export const teamSpan = ({ startsOn, lastDay }: Team) => spanOf({ from: startsOn, lastDay });

export interface TeamsView {
  readonly visit: Visit;
  readonly isOfficer: boolean;
  readonly mayKeep: boolean;
  readonly lines: readonly TeamLine[];
  readonly total: number;
  readonly filter: TeamFilter & { readonly page: number };
}

export function teamsAddress({ words, isAll }: TeamFilter, page?: number): string {
  const query = new URLSearchParams();
  if (words) query.set('q', words);
  if (isAll) query.set('all', 'yes');
  if (page && page > 1) query.set('page', String(page));
  const said = query.toString();
  return said ? `?${said}` : '';
}

export function TeamsPage(view: TeamsView) {
  const { visit, lines, total, filter, mayKeep } = view;
  const base = visit.path('/teams');
  const isFiltered = filter.words !== '' || filter.isAll;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="people" width="wide">
      <PageHeading
        title={text.title()}
        intro={text.intro()}
        acts={
          mayKeep ? (
            <>
              <LinkButton href={`${base}/import`} icon="upload">
                {text.import()}
              </LinkButton>
              <LinkButton href={`${base}/new`} icon="plus" look="primary">
                {text.add()}
              </LinkButton>
            </>
          ) : null
        }
      />
      {view.isOfficer ? <PeopleTabs visit={visit} current="teams" /> : null}
      <form
        method="get"
        action={base}
        class="grid gap-3 sm:grid-cols-[3fr_2fr_auto] items-end"
        data-controller="filter"
        data-turbo-action="replace"
      >
        <TextField
          name="q"
          type="search"
          label={text.search()}
          value={filter.words}
          maxLength={100}
          required
        />
        <SelectField
          name="all"
          label={text.show()}
          empty={text.showNow()}
          required
          value={filter.isAll ? 'yes' : ''}
          options={[{ value: 'yes', label: text.showAll() }]}
        />
        <button class="btn btn-outline" type="submit">
          {text.apply()}
        </button>
      </form>
      <Card
        padded={false}
        title={text.found({ count: formatNumber(total) })}
        aside={
          total > 0 ? (
            <a class="link" href={`${base}/list.xlsx${teamsAddress(filter)}`} download data-turbo="false">
              {text.download()}
            </a>
          ) : null
        }
      >
        {lines.length === 0 ? (
          <EmptyState icon="users" title={isFiltered ? text.nothingFound() : text.none()}>
            {isFiltered ? null : text.noneHint()}
          </EmptyState>
        ) : (
          <Lines visit={visit} lines={lines} />
        )}
      </Card>
      <Pagination
        page={filter.page}
        pageSize={TEAMS_A_PAGE}
        total={total}
        href={(page) => `${base}${teamsAddress(filter, page)}`}
      />
    </Layout>
  );
}

function Lines({ visit, lines }: { visit: Visit; lines: readonly TeamLine[] }) {
  return (
    <DataTable
      caption={text.title()}
      rows={lines}
      rowKey={(team) => team.id}
      columns={[
        {
          key: 'name',
          heading: text.name(),
          isTitle: true,
          cell: (team) => (
            <a class="link" href={visit.path(`/teams/${team.id}`)}>
              {team.name}
            </a>
          ),
        },
        {
          key: 'unit',
          heading: text.unit(),
          isWide: true,
          cell: (team) => (
            <span class="flex flex-wrap gap-1.5 items-center">
              {team.unitName} {team.isAcross ? <Badge>{text.acrossBadge()}</Badge> : null}
            </span>
          ),
        },
        { key: 'lead', heading: text.lead(), cell: (team) => team.lead ?? text.noLead() },
        {
          key: 'members',
          heading: text.members(),
          align: 'right',
          cell: (team) => formatNumber(team.members),
        },
        { key: 'span', heading: text.span(), cell: teamSpan },
      ]}
    />
  );
}

/** One person's teams: their own page, or the one officers open. */
export function PersonTeamsPage(props: {
  visit: Visit;
  person: { readonly id: string; readonly name: string };
  teams: readonly TeamOfPerson[];
  mayKeep: boolean;
}) {
  const { visit, person, teams, mayKeep } = props;
  const isOwn = person.id === visit.actor.personId;
  const title = isOwn ? text.mine() : text.ofPerson({ name: person.name });
  return (
    <Layout chrome={visit.chrome} title={title} current={isOwn ? 'mine' : 'people'}>
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path(isOwn ? '/mine' : `/people/${person.id}`)}>
            {person.name}
          </a>
        }
        intro={text.mineIntro()}
        acts={
          mayKeep ? (
            <LinkButton href={visit.path('/teams')} icon="users">
              {text.keep()}
            </LinkButton>
          ) : null
        }
      />
      <Card padded={false}>
        {teams.length === 0 ? (
          <EmptyState icon="users" title={text.noneOf()}>
            {text.noneOfHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={title}
            rows={teams}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'team',
                heading: text.name(),
                isTitle: true,
                cell: (row) => row.team,
              },
              {
                key: 'role',
                heading: text.role(),
                cell: (row) => (row.role === 'lead' ? text.roleLead() : text.roleMember()),
              },
              { key: 'lead', heading: text.lead(), cell: (row) => row.lead ?? text.noLead() },
              { key: 'span', heading: text.span(), cell: spanOf },
              { key: 'decree', heading: text.decree(), cell: (row) => row.decree || '–' },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}
