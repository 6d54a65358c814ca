import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Meeting } from '../meetings/queries.ts';
import type { Reader } from '../meetings/standing.ts';
import type { Return } from '../returns/answer.ts';
import { ItemBadge, MeetingBadge } from './parts.tsx';
import { text } from './text.ts';

export interface ListedMeeting {
  readonly meeting: Meeting;
  readonly readers: ReadonlySet<Reader>;
}

/** Meetings of which somebody may know, and own appraisals that were returned. */
export function ListPage(props: {
  visit: Visit;
  meetings: readonly ListedMeeting[];
  returns: readonly Return[];
  periods: readonly { readonly id: string; readonly name: string }[];
  periodId: string;
  mayCall: boolean;
}) {
  const { visit, meetings, returns, periods, periodId, mayCall } = props;
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="home">
      <PageHeading
        title={text.title()}
        intro={<p>{text.intro()}</p>}
        acts={
          mayCall ? (
            <LinkButton
              href={visit.path(`/calibration/new${periodId ? `?period=${periodId}` : ''}`)}
              look="primary"
              icon="plus"
            >
              {text.call()}
            </LinkButton>
          ) : undefined
        }
      />
      {returns.length > 0 ? <Returns visit={visit} returns={returns} /> : null}
      <Card padded={false}>
        {periods.length > 1 ? (
          <form method="get" class="px-5 py-4 flex flex-wrap gap-3 items-end" data-controller="filter">
            <div class="min-w-56">
              <SelectField
                name="period"
                label={text.period()}
                required
                value={periodId}
                options={[
                  { value: '', label: text.allPeriods() },
                  ...periods.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </div>
            <SubmitButton look="outline">{text.show()}</SubmitButton>
          </form>
        ) : null}
        {meetings.length === 0 ? (
          <EmptyState icon="scale" title={text.none()}>
            {text.noneHint()}
          </EmptyState>
        ) : (
          <Meetings visit={visit} meetings={meetings} />
        )}
      </Card>
    </Layout>
  );
}

function Meetings({ visit, meetings }: { visit: Visit; meetings: readonly ListedMeeting[] }) {
  return (
    <DataTable
      caption={text.title()}
      rows={meetings}
      rowKey={({ meeting }) => meeting.id}
      columns={[
        {
          key: 'day',
          heading: text.day(),
          isTitle: true,
          cell: ({ meeting }) => (
            <a class="link link-hover" href={visit.path(`/calibration/${meeting.id}`)}>
              {formatDate(meeting.heldOn)}
            </a>
          ),
        },
        {
          key: 'unit',
          heading: text.unit(),
          cell: ({ meeting }) => (
            <>
              {meeting.unitName ?? text.wholeAgency()}
              <span class="block text-xs text-base-content/75">{meeting.periodName}</span>
            </>
          ),
        },
        { key: 'chair', heading: text.chair(), cell: ({ meeting }) => meeting.chairName },
        { key: 'part', heading: text.part(), cell: ({ readers }) => partOf(readers) },
        {
          key: 'state',
          heading: text.state(),
          cell: ({ meeting }) => <MeetingBadge state={meeting.state} />,
        },
      ]}
    />
  );
}

function partOf(readers: ReadonlySet<Reader>): string {
  if (readers.has('member')) return text.asMember();
  return readers.has('chair') ? text.asChair() : text.asOverseer();
}

function Returns({ visit, returns }: { visit: Visit; returns: readonly Return[] }) {
  return (
    <Card title={text.returnsTitle()}>
      <ul class="grid gap-3">
        {returns.map(({ item }) => (
          <li key={item.id} class="flex flex-wrap items-center justify-between gap-3">
            <span>
              <a class="link font-medium" href={visit.path(`/calibration-returns/${item.id}`)}>
                {item.rateeName}
              </a>
              {item.state === 'returned' && item.dueOn ? (
                <span class="block text-sm text-base-content/75">
                  {text.answerBy({ date: formatDate(item.dueOn) })}
                </span>
              ) : null}
            </span>
            {item.state === 'returned' ? (
              <LinkButton href={visit.path(`/calibration-returns/${item.id}`)} look="primary" small>
                {text.waitsForAnswer()}
              </LinkButton>
            ) : (
              <ItemBadge state={item.state} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
