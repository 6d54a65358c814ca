import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { PeriodLine } from '../queries.ts';
import { text } from '../text.ts';
import { PeriodBadge, span } from './labels.tsx';

export function PeriodListPage(props: { visit: Visit; periods: readonly PeriodLine[]; mayDraft: boolean }) {
  const { visit, periods, mayDraft } = props;
  const draftLink = mayDraft ? (
    <LinkButton href={visit.path('/periods/new')} look="primary" icon="plus">
      {text.newPeriod()}
    </LinkButton>
  ) : null;
  return (
    <Layout chrome={visit.chrome} title={text.periods()} current="periods">
      <PageHeading
        title={text.periods()}
        intro={text.periodsIntro()}
        acts={periods.length > 0 ? draftLink : null}
      />
      <Card padded={false}>
        {periods.length === 0 ? (
          <EmptyState icon="calendar" title={text.noPeriods()} act={draftLink}>
            {text.noPeriodsHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.periods()}
            rows={periods}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                heading: text.name(),
                isTitle: true,
                cell: (row) => (
                  <a class="link" href={visit.path(`/periods/${row.id}`)}>
                    {row.name}
                  </a>
                ),
              },
              { key: 'span', heading: text.span(), cell: (row) => span(row.startsOn, row.endsOn) },
              { key: 'every', heading: text.checkInEvery(), cell: (row) => text[row.checkInEvery]() },
              {
                key: 'participants',
                heading: text.participants(),
                align: 'right',
                cell: (row) => formatNumber(row.participants),
              },
              { key: 'state', heading: text.state(), cell: (row) => <PeriodBadge state={row.state} /> },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}
