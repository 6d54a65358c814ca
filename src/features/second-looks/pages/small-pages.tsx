import { type ConflictCase, kindLabel } from '#features/conflicts/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, Facts, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Look } from '../looks/queries.ts';
import { LookBadge } from './parts.tsx';
import { text } from './text.ts';

/** Everything that was asked of me as a second appraiser, what waits first. */
export function MinePage({ visit, looks }: { visit: Visit; looks: readonly Look[] }) {
  return (
    <Layout chrome={visit.chrome} title={text.mineTitle()} current="team">
      <PageHeading title={text.mineTitle()} />
      <Card padded={false}>
        {looks.length === 0 ? (
          <EmptyState icon="users" title={text.mineNone()}>
            {text.mineNoneHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.mineTitle()}
            rows={looks}
            rowKey={(look) => look.id}
            columns={[
              {
                key: 'employee',
                heading: text.employee(),
                isTitle: true,
                cell: (look) => (
                  <a class="link link-hover" href={visit.path(`/second-looks/${look.id}`)}>
                    {look.rateeName}
                  </a>
                ),
              },
              { key: 'unit', heading: text.unit(), cell: (look) => look.unitName },
              { key: 'period', heading: text.period(), cell: (look) => look.periodName },
              {
                key: 'due',
                heading: text.due(),
                cell: (look) => (look.dueOn ? formatDate(look.dueOn) : '–'),
              },
              {
                key: 'state',
                heading: text.state(),
                cell: (look) => <LookBadge look={look} today={visit.today} />,
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

/** A conflict is settled by a second appraiser; the reason comes first, the person next. */
export function OrderPage(props: {
  visit: Visit;
  about: ConflictCase;
  id: string;
  reason?: string | undefined;
  error?: string | undefined;
}) {
  const { visit, about } = props;
  return (
    <Layout chrome={visit.chrome} title={text.orderTitle()} current="people" width="narrow">
      <PageHeading
        title={text.orderTitle()}
        above={
          <a class="link" href={visit.path(`/conflict-cases/${about.id}`)}>
            {inLocale(kindLabel(about.kind))}
          </a>
        }
        intro={<p>{text.orderIntro()}</p>}
      />
      <Card>
        <form
          method="post"
          action={visit.path(`/second-looks/orders/${about.id}`)}
          class="grid gap-5"
          data-controller="once"
        >
          <input type="hidden" name="id" value={props.id} />
          <Facts
            facts={[
              [text.employee(), about.rateeName],
              [text.first(), about.raterName],
            ]}
          />
          <TextArea
            name="reason"
            label={text.reason()}
            required
            rows={2}
            value={props.reason}
            error={props.error}
            maxLength={1000}
          />
          <div>
            <SubmitButton icon="arrowRight">{text.order()}</SubmitButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
