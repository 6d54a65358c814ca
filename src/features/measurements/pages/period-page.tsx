import type { Visit } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading, ProgressBar } from '#ui/parts.tsx';
import type { MeasuredComponent } from '../overview.ts';
import { text } from '../text.ts';

/** The address of one component of one version in one period. */
export function componentPath(
  visit: Visit,
  periodId: string,
  of: Pick<MeasuredComponent, 'compiled' | 'component'>,
): string {
  const { id, version } = of.compiled.scheme;
  return visit.path(`/periods/${periodId}/measurements/${id}/${version}/${of.component}`);
}

export function MeasurementsPage(props: {
  visit: Visit;
  period: Period;
  components: readonly MeasuredComponent[];
}) {
  const { visit, period, components } = props;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="periods">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path(`/periods/${period.id}`)}>
            {period.name}
          </a>
        }
        intro={text.intro()}
      />
      {components.length === 0 ? (
        <Card>
          <EmptyState icon="info" title={text.nothing()}>
            {text.nothingHint()}
          </EmptyState>
        </Card>
      ) : (
        <Card padded={false}>
          <DataTable
            caption={text.title()}
            rows={components}
            rowKey={(row) => componentPath(visit, period.id, row)}
            columns={[
              {
                key: 'component',
                heading: text.component(),
                isTitle: true,
                cell: (row) => (
                  <a class="link font-medium" href={componentPath(visit, period.id, row)}>
                    {inLocale(labelOf(row))}
                  </a>
                ),
              },
              {
                key: 'scheme',
                heading: text.scheme(),
                cell: (row) => inLocale(row.compiled.scheme.title),
              },
              {
                key: 'filled',
                heading: text.filled(),
                cell: (row) => <ProgressBar done={row.done} total={row.total} label={text.people()} />,
              },
            ]}
          />
        </Card>
      )}
    </Layout>
  );
}

export function labelOf({ compiled, component }: Pick<MeasuredComponent, 'compiled' | 'component'>) {
  return compiled.scheme.components[component]?.label ?? { id: component, en: component };
}
