import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Notice, PageHeading, Pagination, SubmitButton } from '#ui/parts.tsx';
import type { Period } from '../queries.ts';
import { text } from '../text.ts';
import { openPeriodActs } from '../transitions.ts';
import type { Stage, UnfinishedPerson } from '../unfinished.ts';
import { STAGE_LABELS } from './labels.tsx';

export const UNFINISHED_A_PAGE = 50;

export function ClosingPage(props: {
  visit: Visit;
  period: Period;
  stages: readonly { readonly stage: Stage; readonly count: number }[];
  people: readonly UnfinishedPerson[];
  page: number;
  error?: string;
  reason?: string;
}) {
  const { visit, period, stages, people, page, error, reason } = props;
  const base = visit.path(`/periods/${period.id}`);
  const total = stages.reduce((sum, each) => sum + each.count, 0);
  const mayClose = openPeriodActs(period.state, visit.actor).some((row) => row.act === 'close');
  const title = text.closing({ name: period.name });
  return (
    <Layout chrome={visit.chrome} title={title} current="periods">
      <PageHeading
        title={title}
        above={
          <a class="link" href={base}>
            {period.name}
          </a>
        }
        intro={text.closingIntro()}
      />
      {total === 0 ? (
        <Notice tone="success" title={text.allFinished()} />
      ) : (
        <Notice tone="warning" title={text.unfinished({ count: total })}>
          <ul class="mt-1">
            {stages.map(({ stage, count }) => (
              <li key={stage} class="num">
                {STAGE_LABELS[stage]()}: {count}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {mayClose ? (
        <form method="post" action={`${base}/closing`} class="grid gap-3 max-w-2xl" data-controller="once">
          {total > 0 ? (
            <TextArea
              name="reason"
              label={text.closeReason()}
              required
              maxLength={2000}
              value={reason}
              error={error}
            />
          ) : null}
          <div>
            <SubmitButton icon="lock">{text.closePeriod()}</SubmitButton>
          </div>
        </form>
      ) : null}
      {people.length > 0 ? (
        <Card title={text.stage()} padded={false}>
          <DataTable
            caption={text.stage()}
            rows={people}
            rowKey={(row) => row.participantId}
            columns={[
              {
                key: 'name',
                heading: text.person(),
                isTitle: true,
                cell: (row) => (
                  <a class="link" href={visit.path(`/appraisals/${row.participantId}/plan`)}>
                    {row.name}
                  </a>
                ),
              },
              { key: 'unit', heading: text.unit(), cell: (row) => row.unitName },
              { key: 'stage', heading: text.stage(), cell: (row) => STAGE_LABELS[row.stage]() },
            ]}
          />
        </Card>
      ) : null}
      <Pagination
        page={page}
        pageSize={UNFINISHED_A_PAGE}
        total={total}
        href={(to) => `${base}/closing?page=${to}`}
      />
    </Layout>
  );
}
