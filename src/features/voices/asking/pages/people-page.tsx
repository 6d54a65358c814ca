import { voiceLabel } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, Pagination } from '#ui/parts.tsx';
import type { Round } from '../../queries.ts';
import {
  type ParticipantLine,
  PEOPLE_A_PAGE,
  type PeopleFilter,
  SHOWN,
  type UnitLine,
} from '../overview-queries.ts';
import { text as roundText } from '../text.ts';
import { peopleText as text } from '../text-people.ts';
import { RoundBadge } from './round-page.tsx';
import { RoundTabs } from './round-tabs.tsx';

export interface PeopleView {
  readonly visit: Visit;
  readonly period: Period;
  readonly round: Round;
  readonly units: readonly UnitLine[];
  readonly filter: PeopleFilter & { readonly page: number };
  readonly lines: readonly ParticipantLine[];
  readonly total: number;
}

export function addressOf({ words, unitId, shown }: PeopleFilter, page?: number): string {
  const query = new URLSearchParams();
  if (words) query.set('q', words);
  if (unitId) query.set('unit', unitId);
  if (shown) query.set('show', shown);
  if (page && page > 1) query.set('page', String(page));
  const said = query.toString();
  return said ? `?${said}` : '';
}

export function PeoplePage(view: PeopleView) {
  const { visit, period, round, filter, lines, total } = view;
  const base = visit.path(`/periods/${period.id}/voices`);
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods" width="wide">
      <PageHeading
        title={text.title()}
        above={
          <>
            <a class="link" href={visit.path(`/periods/${period.id}`)}>
              {period.name}
            </a>{' '}
            · <RoundBadge round={round} />
          </>
        }
        acts={
          <LinkButton href={`${base}/people.xlsx${addressOf(filter)}`} icon="download" download>
            {text.download()}
          </LinkButton>
        }
      />
      <RoundTabs visit={visit} periodId={period.id} current="people" />
      <Filter {...view} />
      <Card padded={false} title={text.found({ count: formatNumber(total) })}>
        {lines.length === 0 ? (
          <EmptyState icon="search" title={text.nobody()}>
            <a class="link" href={`${base}/people`}>
              {text.showAll()}
            </a>
          </EmptyState>
        ) : (
          <Lines {...view} />
        )}
      </Card>
      <Pagination
        page={filter.page}
        pageSize={PEOPLE_A_PAGE}
        total={total}
        href={(page) => `${base}/people${addressOf(filter, page)}`}
      />
    </Layout>
  );
}

function Filter({ visit, period, units, filter }: PeopleView) {
  return (
    <form
      method="get"
      action={visit.path(`/periods/${period.id}/voices/people`)}
      class="grid gap-3 sm:grid-cols-[2fr_2fr_2fr_auto] items-end"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <TextField name="q" type="search" label={text.search()} value={filter.words} maxLength={100} required />
      <SelectField
        name="unit"
        label={roundText.unit()}
        empty={text.allUnits()}
        value={filter.unitId}
        required
        options={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
      />
      <SelectField
        name="show"
        label={text.show()}
        empty={text.showAll()}
        value={filter.shown}
        required
        options={SHOWN.map((value) => ({ value, label: text[`show-${value}`]() }))}
      />
      <button class="btn btn-outline" type="submit">
        {text.apply()}
      </button>
    </form>
  );
}

function Lines({ visit, lines }: PeopleView) {
  return (
    <DataTable
      caption={text.title()}
      rows={lines}
      rowKey={(line) => line.participantId}
      columns={[
        {
          key: 'name',
          heading: text.name(),
          isTitle: true,
          cell: (line) => (
            <a class="link" href={visit.path(`/appraisals/${line.participantId}/voices`)}>
              {line.name}
            </a>
          ),
        },
        { key: 'position', heading: text.position(), cell: (line) => line.position },
        { key: 'unit', heading: roundText.unit(), cell: (line) => line.unitName },
        {
          key: 'voices',
          heading: roundText.voices(),
          isWide: true,
          cell: (line) => (
            <span class="flex flex-wrap gap-1.5">
              {line.voices.map(({ voice, live, isTooFew }) => (
                <Badge key={voice} tone={isTooFew ? 'warning' : 'neutral'}>
                  {inLocale(voiceLabel(voice))}: {formatNumber(live)}
                  {isTooFew ? ` · ${text.few()}` : ''}
                </Badge>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
