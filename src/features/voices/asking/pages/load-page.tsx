import { isOfficer, type Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, Pagination } from '#ui/parts.tsx';
import type { Round } from '../../queries.ts';
import { type LoadLine, PEOPLE_A_PAGE } from '../overview-queries.ts';
import { text as roundText } from '../text.ts';
import { peopleText as text } from '../text-people.ts';
import { RoundBadge } from './round-page.tsx';
import { RoundTabs } from './round-tabs.tsx';

export interface LoadFilter {
  readonly words: string;
  readonly unit: string;
  readonly onlyOver: boolean;
}

export interface LoadView {
  readonly visit: Visit;
  readonly period: Period;
  readonly round: Round;
  readonly filter: LoadFilter;
  readonly page: number;
  /** Those who fit the filter, the most burdened first. */
  readonly lines: readonly LoadLine[];
  readonly units: readonly string[];
}

export function loadAddress({ words, unit, onlyOver }: LoadFilter, page?: number): string {
  const query = new URLSearchParams();
  if (words) query.set('q', words);
  if (unit) query.set('unit', unit);
  if (onlyOver) query.set('over', 'yes');
  if (page && page > 1) query.set('page', String(page));
  const said = query.toString();
  return said ? `?${said}` : '';
}

export function LoadPage(view: LoadView) {
  const { visit, period, round, filter, lines, page } = view;
  const base = visit.path(`/periods/${period.id}/voices/load`);
  const totals = lines.map((line) => line.movable + line.fixed);
  const most = Math.max(0, ...totals);
  const scale = Math.max(most, ...lines.map((line) => line.limit));
  const mean = totals.length === 0 ? 0 : totals.reduce((sum, each) => sum + each, 0) / totals.length;
  return (
    <Layout chrome={visit.chrome} title={text.loadTitle()} current="periods" width="wide">
      <PageHeading
        title={text.loadTitle()}
        above={
          <>
            <a class="link" href={visit.path(`/periods/${period.id}`)}>
              {period.name}
            </a>{' '}
            · <RoundBadge round={round} />
          </>
        }
        intro={text.loadIntro()}
        acts={
          <LinkButton
            href={visit.path(`/periods/${period.id}/voices/load.xlsx${loadAddress(filter)}`)}
            icon="download"
            download
          >
            {text.download()}
          </LinkButton>
        }
      />
      <RoundTabs visit={visit} periodId={period.id} current="load" />
      <Filter {...view} base={base} />
      <Card
        padded={false}
        title={text.loadFound({
          count: formatNumber(lines.length),
          most: formatNumber(most),
          mean: formatNumber(mean, { maximumFractionDigits: 1 }),
        })}
      >
        {lines.length === 0 ? (
          <EmptyState icon="search" title={text.nobody()}>
            <a class="link" href={base}>
              {text.showAll()}
            </a>
          </EmptyState>
        ) : (
          <Lines
            {...view}
            lines={lines.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE)}
            scale={scale}
          />
        )}
      </Card>
      <Pagination
        page={page}
        pageSize={PEOPLE_A_PAGE}
        total={lines.length}
        href={(number) => `${base}${loadAddress(filter, number)}`}
      />
    </Layout>
  );
}

function Filter({ base, filter, units }: LoadView & { base: string }) {
  return (
    <form
      method="get"
      action={base}
      class="grid gap-3 sm:grid-cols-[2fr_2fr_auto_auto] items-end"
      data-controller="filter"
      data-turbo-action="replace"
    >
      <TextField
        name="q"
        type="search"
        label={text.searchRater()}
        value={filter.words}
        maxLength={100}
        required
      />
      <SelectField
        name="unit"
        label={roundText.unit()}
        empty={text.allUnits()}
        value={filter.unit}
        required
        options={units.map((name) => ({ value: name, label: name }))}
      />
      <label class="flex gap-2.5 items-center text-sm py-2">
        <input
          type="checkbox"
          class="checkbox checkbox-sm checkbox-primary"
          name="over"
          value="yes"
          checked={filter.onlyOver}
        />
        {text.onlyOver()}
      </label>
      <button class="btn btn-outline" type="submit">
        {text.apply()}
      </button>
    </form>
  );
}

function Lines({ visit, lines, scale, round }: LoadView & { scale: number }) {
  const seesOpen = round.state !== 'preparing' && isOfficer(visit.actor);
  return (
    <DataTable
      caption={text.loadTitle()}
      rows={lines}
      rowKey={(line) => line.personId}
      columns={[
        { key: 'name', heading: text.name(), isTitle: true, cell: (line) => line.name },
        { key: 'unit', heading: roundText.unit(), cell: (line) => line.unitName },
        {
          key: 'load',
          heading: text.load(),
          isWide: true,
          cell: (line) => <Bar line={line} scale={scale} />,
        },
        ...(!seesOpen
          ? []
          : [
              {
                key: 'open',
                heading: text.stillOpen(),
                align: 'right' as const,
                cell: (line: LoadLine) => formatNumber(line.open),
              },
            ]),
      ]}
    />
  );
}

/** The bar only repeats the number beside it. */
function Bar({ line, scale }: { line: LoadLine; scale: number }) {
  const isOver = line.movable > line.limit;
  const said =
    line.fixed > 0
      ? text.loadWords({ movable: line.movable, fixed: line.fixed })
      : text.loadPlain({ movable: line.movable });
  return (
    <span class="grid gap-1 min-w-40">
      <span class="flex flex-wrap gap-2 items-center">
        <span>{said}</span>
        {isOver ? (
          <Badge tone="warning">{text.overLimit({ limit: line.limit })}</Badge>
        ) : (
          <span class="text-base-content/75">{text.limitIs({ limit: line.limit })}</span>
        )}
      </span>
      <progress
        class={`progress w-full ${isOver ? 'progress-warning' : 'progress-primary'}`}
        value={line.movable + line.fixed}
        max={Math.max(scale, 1)}
        aria-hidden="true"
      />
    </span>
  );
}
