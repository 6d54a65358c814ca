/** A person's own appraisals, year after year. */
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, PageHeading } from '#ui/parts.tsx';
import { predicateText } from '../labels.ts';
import { type AppraisalFacts, usefulPage } from '../stages.ts';
import { text } from '../text.ts';
import { NoAppraisal } from './own-card.tsx';

export function PeriodsPage({ visit, own }: { visit: Visit; own: readonly AppraisalFacts[] }) {
  return (
    <Layout chrome={visit.chrome} title={text.periods()} current="mine">
      <PageHeading
        title={text.periods()}
        acts={
          <>
            <LinkButton href={visit.path('/mine/history')} icon="chart">
              {text.myHistory()}
            </LinkButton>
            <LinkButton href={visit.path('/mine/competencies')} icon="target">
              {text.myCompetencies()}
            </LinkButton>
            <LinkButton href={visit.path('/mine/teams')} icon="users">
              {text.myTeams()}
            </LinkButton>
            <LinkButton href={visit.path('/mine/record')} icon="history">
              {text.myRecord()}
            </LinkButton>
          </>
        }
      />
      {own.length === 0 ? (
        <NoAppraisal />
      ) : (
        <Card padded={false}>
          <DataTable
            caption={text.periods()}
            rows={own}
            rowKey={(facts) => facts.participantId}
            columns={[
              {
                key: 'period',
                heading: text.period(),
                isTitle: true,
                cell: (facts) => (
                  <a
                    class="link"
                    href={visit.path(`/appraisals/${facts.participantId}/${usefulPage(facts, visit.today)}`)}
                  >
                    {facts.period.name}
                  </a>
                ),
              },
              {
                key: 'dates',
                heading: text.span(),
                cell: (facts) =>
                  `${formatDate(facts.period.startsOn, 'short')} – ${formatDate(facts.period.endsOn, 'short')}`,
              },
              {
                key: 'result',
                heading: text.result(),
                cell: (facts) => (facts.predicate ? predicateText(facts.predicate) : '–'),
              },
              {
                key: 'state',
                heading: text.state(),
                cell: (facts) =>
                  facts.period.state === 'open' ? (
                    <Badge tone="info">{text.underWay()}</Badge>
                  ) : (
                    <Badge>{text.closed()}</Badge>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </Layout>
  );
}
