import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, EmptyState, Facts, LinkButton, Pagination } from '#ui/parts.tsx';
import { FilterBar, listAddress } from '../../filter-bar.tsx';
import { CompetencyFrame } from '../../frame.tsx';
import { type Said, totalOf } from '../cells.ts';
import type { UnitFigures, UnitRow } from '../queries.ts';
import type { NeedLine } from '../routes.tsx';
import { text } from '../text.ts';
import { UnitName } from './units-page.tsx';

export interface NeedsSummaryView {
  readonly visit: Visit;
  /** Of this page. */
  readonly lines: readonly NeedLine[];
  /** Of all pages, for the totals. */
  readonly all: readonly NeedLine[];
  readonly page: number;
  readonly pageSize: number;
  readonly units: readonly UnitRow[];
  readonly competencies: UnitFigures['competencies'];
  readonly unitId: string;
  readonly code: string;
}

export function saidInWords(count: Said): string {
  return count === 'few' ? text.few() : formatNumber(count);
}

export function NeedsSummaryPage(view: NeedsSummaryView) {
  const { visit, lines, all, page, pageSize, units, competencies, unitId, code } = view;
  const address = visit.path('/competencies/needs');
  const isFiltered = unitId !== '' || code !== '';
  return (
    <CompetencyFrame
      visit={visit}
      title={text.needsTitle()}
      intro={text.needsIntro()}
      current="needs"
      acts={
        all.length > 0 ? (
          <LinkButton
            href={listAddress(visit.path('/competencies/needs.xlsx'), { unit: unitId, code })}
            icon="download"
            download
          >
            {text.export()}
          </LinkButton>
        ) : undefined
      }
    >
      <FilterBar
        action={address}
        choices={[
          {
            name: 'unit',
            label: text.unit(),
            value: unitId,
            options: units.map(({ id, name }) => ({ value: id, label: name })),
            empty: text.allUnits(),
          },
          {
            name: 'code',
            label: text.competency(),
            value: code,
            options: competencies.map((each) => ({ value: each.code, label: inLocale(each.name) })),
            empty: text.allCompetencies(),
          },
        ]}
      />
      {all.length === 0 ? (
        <Card>
          <EmptyState icon="trending" title={isFiltered ? text.noRows() : text.empty()}>
            {isFiltered ? text.noRowsHint() : text.emptyHint()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card title={text.total()}>
            <Facts
              facts={[
                [text.below(), saidInWords(totalOf(all.map(({ cell }) => cell.below)))],
                [text.needs(), saidInWords(totalOf(all.map(({ cell }) => cell.needs)))],
              ]}
            />
          </Card>
          <Lines lines={lines} />
          <Pagination
            page={page}
            pageSize={pageSize}
            total={all.length}
            href={(number) => listAddress(address, { unit: unitId, code, page: number })}
          />
        </>
      )}
      <p class="text-sm text-base-content/75 max-w-prose">{text.needsHiding()}</p>
    </CompetencyFrame>
  );
}

function Lines({ lines }: { lines: readonly NeedLine[] }) {
  return (
    <Card padded={false}>
      <DataTable
        caption={text.needsTitle()}
        rows={lines}
        rowKey={({ unit, competency }) => `${unit.id} ${competency.code}`}
        columns={[
          {
            key: 'competency',
            heading: text.competency(),
            isTitle: true,
            cell: ({ competency }) => inLocale(competency.name),
          },
          { key: 'unit', heading: text.unit(), isWide: true, cell: ({ unit }) => <UnitName row={unit} /> },
          {
            key: 'assessed',
            heading: text.assessed(),
            align: 'right',
            cell: ({ cell }) => saidInWords(cell.assessed),
          },
          {
            key: 'below',
            heading: text.below(),
            align: 'right',
            cell: ({ cell }) => saidInWords(cell.below),
          },
          {
            key: 'needs',
            heading: text.needs(),
            align: 'right',
            cell: ({ cell }) => saidInWords(cell.needs),
          },
        ]}
      />
    </Card>
  );
}
