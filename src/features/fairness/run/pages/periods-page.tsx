import type { Visit } from '#features/people/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { ResultCounts } from '../../store/queries.ts';
import type { Run } from '../../store/types.ts';
import { text } from '../text.ts';

export function PeriodsPage(props: {
  visit: Visit;
  periods: readonly { readonly id: string; readonly name: string }[];
  runs: readonly Run[];
  counts: ReadonlyMap<string, ResultCounts>;
}) {
  const { visit, periods, runs, counts } = props;
  const runOf = new Map(runs.map((run) => [run.periodId, run]));
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="fairness">
      <PageHeading title={text.title()} intro={text.intro()} />
      <Card title={text.periods()} padded={false}>
        {periods.length === 0 ? (
          <EmptyState icon="scale" title={text.noPeriods()}>
            <p>{text.noPeriodsHint()}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={text.periods()}
            rows={periods}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'period',
                heading: text.period(),
                isTitle: true,
                cell: ({ id, name }) => (
                  <a class="link" href={visit.path(`/fairness/${id}`)}>
                    {name}
                  </a>
                ),
              },
              {
                key: 'results',
                heading: text.results(),
                align: 'right',
                cell: ({ id }) => formatNumber(counts.get(id)?.results ?? 0),
              },
              {
                key: 'patterns',
                heading: text.patterns(),
                align: 'right',
                cell: ({ id }) => (runOf.has(id) ? formatNumber(counts.get(id)?.patterns ?? 0) : '–'),
              },
              {
                key: 'computed',
                heading: text.computed(),
                cell: ({ id }) => {
                  const at = runOf.get(id)?.finishedAt;
                  return at ? formatInstant(at, visit.agency.zone) : text.never();
                },
              },
            ]}
          />
        )}
      </Card>
      <p class="flex flex-wrap gap-2">
        <LinkButton href={visit.path('/fairness/reports')} icon="file" look="ghost">
          {text.reports()}
        </LinkButton>
        <LinkButton href={visit.path('/laboratory')} icon="chart" look="ghost">
          {text.laboratory()}
        </LinkButton>
        <LinkButton href={visit.path('/fairness/mirror')} icon="user" look="ghost">
          {text.mirror()}
        </LinkButton>
      </p>
    </Layout>
  );
}
