import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Card, EmptyState, Notice, Pagination } from '#ui/parts.tsx';
import { FilterBar, listAddress } from '../../filter-bar.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import type { AssessedPeriod } from '../../profile/assessed.ts';
import type { Cells } from '../cells.ts';
import type { UnitFigures, UnitRow } from '../queries.ts';
import { text } from '../text.ts';

export interface Group {
  readonly value: string;
  readonly label: string;
}

export interface UnitsView {
  readonly visit: Visit;
  readonly units: readonly UnitRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly cells: Cells;
  /** The columns of the group that is chosen. */
  readonly competencies: UnitFigures['competencies'];
  readonly groups: readonly Group[];
  readonly group: string;
  readonly periods: readonly AssessedPeriod[];
  readonly periodId: string | undefined;
  /** Whether there is anything to show in any group. */
  readonly isEmpty: boolean;
}

export function UnitsPage(view: UnitsView) {
  const { visit, units, total, periods, isEmpty } = view;
  return (
    <CompetencyFrame visit={visit} title={text.title()} intro={text.intro()} current="units">
      {total === 0 ? <Notice title={text.merged()}>{text.mergedHint()}</Notice> : null}
      {total > 0 && (!isEmpty || periods.length > 0) ? <Filters {...view} /> : null}
      {total > 0 && isEmpty ? (
        <Card>
          <EmptyState icon="chart" title={text.empty()}>
            {text.emptyHint()}
          </EmptyState>
        </Card>
      ) : null}
      {total > 0 && !isEmpty ? <Filled {...view} /> : null}
      {units.length > 0 ? (
        <p class="text-sm text-base-content/75 max-w-prose">
          {text.hiding()} {text.colours()}
        </p>
      ) : null}
    </CompetencyFrame>
  );
}

function Filters({ visit, groups, group, periods, periodId }: UnitsView) {
  return (
    <FilterBar
      action={visit.path('/competencies/units')}
      choices={[
        {
          name: 'period',
          label: text.period(),
          value: periodId ?? '',
          options: periods.map(({ id, name }) => ({ value: id, label: name })),
          empty: text.latest(),
        },
        ...(groups.length > 0 ? [{ name: 'group', label: text.group(), value: group, options: groups }] : []),
      ]}
    />
  );
}

function Filled(view: UnitsView) {
  const { visit, units, total, page, pageSize, cells, competencies, group, periodId } = view;
  const address = visit.path('/competencies/units');
  return (
    <>
      <Card title={text.table()} padded={false}>
        <section
          class="overflow-x-auto [&_thead]:whitespace-normal [&_tbody_th]:sm:min-w-44"
          aria-label={text.table()}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also for those who use keys.
          tabIndex={0}
        >
          <DataTable
            caption={text.table()}
            rows={units}
            rowKey={({ id }) => id}
            columns={columns(cells, competencies)}
          />
        </section>
      </Card>
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        href={(number) => listAddress(address, { period: periodId, group, page: number })}
      />
    </>
  );
}

function columns(cells: Cells, competencies: UnitFigures['competencies']): readonly Column<UnitRow>[] {
  return [
    { key: 'unit', heading: text.unit(), isTitle: true, cell: (row) => <UnitName row={row} /> },
    ...competencies.map(
      ({ code, name }): Column<UnitRow> => ({
        key: code,
        heading: inLocale(name),
        cell: ({ id }) => <Heat percent={cells.get(id)?.get(code)?.matchPercent ?? null} />,
      }),
    ),
  ];
}

const NAMED = 3;

export function UnitName({ row }: { row: UnitRow }) {
  return (
    <>
      {row.name}
      {row.with.length > 0 ? (
        <span class="block text-sm font-normal text-base-content/75">
          {row.with.length <= NAMED
            ? text.withUnits({ names: row.with.join(', ') })
            : text.withMany({ count: row.with.length })}
        </span>
      ) : null}
    </>
  );
}

const QUALIFIED = 80;
/** Steps of five: what lies from 68 on begins at 70, as 65 holds some of both. */
const STILL_QUALIFIED = 70;

/** The number says it; the colour only repeats it. */
function Heat({ percent }: { percent: number | null }) {
  if (percent === null)
    return <span class="text-sm text-base-content/75 whitespace-nowrap">{text.tooFew()}</span>;
  const tone =
    percent >= QUALIFIED ? 'bg-success/20' : percent >= STILL_QUALIFIED ? 'bg-warning/25' : 'bg-error/20';
  return (
    <span class={`inline-block rounded-selector px-2 py-1 num whitespace-nowrap ${tone}`}>
      {text.percent({ value: formatNumber(percent) })}
    </span>
  );
}
