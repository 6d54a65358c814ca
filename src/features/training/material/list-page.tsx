import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import { TrainingTabs } from '../pages/tabs.tsx';
import { text } from '../text.ts';
import { office } from '../text-office.ts';

export interface MaterialLine {
  readonly schemeId: string;
  readonly title: string;
  readonly asks: 'required' | 'recommended' | null;
  readonly lessons: Counts;
  readonly cases: Counts;
}

export interface Counts {
  readonly published: number;
  readonly drafts: number;
}

/** One line for each scheme that can be trained for. */
export function MaterialListPage({ visit, lines }: { visit: Visit; lines: readonly MaterialLine[] }) {
  return (
    <Layout chrome={visit.chrome} title={office.material()} current="training">
      <PageHeading title={text.training()} intro={office.materialIntro()} />
      <TrainingTabs visit={visit} current="material" />
      <Card title={office.material()} padded={false}>
        {lines.length === 0 ? (
          <EmptyState
            title={office.noSchemes()}
            act={
              <LinkButton look="primary" href={visit.path('/schemes')}>
                {office.toSchemes()}
              </LinkButton>
            }
          >
            {office.noSchemesHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={office.material()}
            rows={lines}
            rowKey={({ schemeId }) => schemeId}
            columns={[
              {
                key: 'scheme',
                heading: office.scheme(),
                isTitle: true,
                cell: ({ schemeId, title }) => (
                  <a class="link" href={visit.path(`/training/material/${schemeId}`)}>
                    {title}
                  </a>
                ),
              },
              { key: 'rule', heading: office.certificateRule(), cell: ({ asks }) => asksWords(asks) },
              {
                key: 'lessons',
                heading: office.lessons(),
                cell: ({ lessons }) => office.counts({ ...lessons }),
              },
              { key: 'cases', heading: office.cases(), cell: ({ cases }) => office.counts({ ...cases }) },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

export function asksWords(asks: MaterialLine['asks']): string {
  return asks ? office[`asks_${asks}`]() : office.asks_none();
}
