import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import {
  Badge,
  Card,
  EmptyState,
  Facts,
  LinkButton,
  Notice,
  PageHeading,
  ProgressBar,
  SubmitButton,
} from '#ui/parts.tsx';
import { pairOf, type Recusals } from '../judging/recusals.ts';
import type { Item } from '../meetings/queries.ts';
import type { Standing } from '../meetings/standing.ts';
import { MeetingLink } from './meeting-page.tsx';
import { ItemBadge, MeetingBadge, whyRecused } from './parts.tsx';
import { text as meetingText } from './text.ts';
import { text } from './text-items.ts';

interface MemberView {
  readonly visit: Visit;
  readonly standing: Standing;
  readonly items: readonly Item[];
  readonly recusals: Recusals;
  /** Items judged for good. */
  readonly judged: ReadonlySet<string>;
  readonly reason: string;
  readonly errors: FieldErrors;
}

/** A meeting for whoever is asked to judge: no names, no ratings, what is still to do first. */
export function MemberPage(view: MemberView) {
  const { visit, standing } = view;
  const { meeting, own } = standing;
  const isRunning = meeting.state === 'judging';
  const items = view.items.filter((item) => item.state !== 'dropped');
  return (
    <Layout chrome={visit.chrome} title={meetingText.title()} current="home">
      <PageHeading
        title={`${meetingText.title()} ${formatDate(meeting.heldOn)}`}
        above={
          <a class="link" href={visit.path('/calibration')}>
            {meetingText.title()} · {meeting.periodName}
          </a>
        }
        intro={<MeetingBadge state={meeting.state} />}
        acts={
          own?.state === 'accepted' && meeting.state === 'closed' ? (
            <LinkButton href={visit.path(`/calibration/${meeting.id}/minutes`)} icon="file">
              {meetingText.minutes()}
            </LinkButton>
          ) : null
        }
      />
      {isRunning && own?.state === 'invited' ? <Invitation {...view} count={items.length} /> : null}
      {own?.state === 'declined' ? <Notice tone="info">{text.youDeclined()}</Notice> : null}
      {isRunning || own?.state !== 'invited' ? null : <Notice>{text.notRunning()}</Notice>}
      {own?.state === 'accepted' ? <Dossiers {...view} items={items} /> : null}
      <Card>
        <Facts
          facts={[
            [meetingText.day(), `${formatDate(meeting.heldOn)}, ${meeting.startsAt}`],
            [meetingText.place(), meeting.place],
            ...(meeting.link
              ? ([[meetingText.link(), <MeetingLink key="link" href={meeting.link} />]] as const)
              : []),
            [meetingText.chair(), meeting.chairName],
          ]}
        />
      </Card>
      {isRunning && own?.state === 'accepted' ? (
        <details class="bg-base-100 border border-base-300 rounded-box px-5 py-4">
          <summary class="cursor-pointer font-medium">{text.withdraw()}</summary>
          <div class="mt-3">
            <DeclineForm {...view} />
          </div>
        </details>
      ) : null}
    </Layout>
  );
}

function Invitation(view: MemberView & { count: number }) {
  const { visit, standing, count } = view;
  const { meeting } = standing;
  return (
    <Card title={text.invitation()}>
      <div class="grid gap-4">
        <p class="max-w-prose">{text.invitationBody({ count, date: formatDate(meeting.heldOn) })}</p>
        <form
          method="post"
          action={visit.path(`/calibration/${meeting.id}/invitation`)}
          data-controller="once"
        >
          <input type="hidden" name="answer" value="accept" />
          <SubmitButton icon="check">{text.accept()}</SubmitButton>
        </form>
        <details open={view.errors.reason !== undefined}>
          <summary class="cursor-pointer link">{text.decline()}</summary>
          <div class="mt-3">
            <DeclineForm {...view} />
          </div>
        </details>
      </div>
    </Card>
  );
}

function DeclineForm({ visit, standing, reason, errors }: MemberView) {
  return (
    <form
      method="post"
      action={visit.path(`/calibration/${standing.meeting.id}/invitation`)}
      class="grid gap-4 max-w-prose"
      data-controller="once"
    >
      <input type="hidden" name="answer" value="decline" />
      <TextArea
        name="reason"
        label={text.declineReason()}
        required
        rows={2}
        maxLength={1000}
        value={reason}
        error={errors.reason}
      />
      <div>
        <SubmitButton look="outline">{text.decline()}</SubmitButton>
      </div>
    </form>
  );
}

function Dossiers({ visit, standing, items, recusals, judged }: MemberView) {
  const kindOf = (item: Item) => recusals.get(pairOf(item.id, visit.actor.personId));
  const own = items.filter((item) => !kindOf(item));
  const waits = (item: Item) => item.state === 'blind' && !kindOf(item) && !judged.has(item.id);
  const sorted = items.toSorted((a, b) => Number(waits(b)) - Number(waits(a)) || a.ordinal - b.ordinal);
  const path = visit.path(`/calibration/${standing.meeting.id}/items`);
  const [first] = sorted;
  return (
    <Card title={text.dossiers()} padded={false}>
      <div class="px-5 py-3">
        <ProgressBar
          label={text.progress()}
          done={own.filter((item) => judged.has(item.id)).length}
          total={own.length}
        />
        {first && waits(first) && standing.meeting.state === 'judging' ? (
          <p class="mt-3">
            <LinkButton href={`${path}/${first.id}`} look="primary" icon="arrowRight">
              {text.judgeNext({ number: first.ordinal })}
            </LinkButton>
          </p>
        ) : null}
      </div>
      {items.length === 0 ? (
        <EmptyState icon="list" title={meetingText.emptyAgenda()} />
      ) : (
        <DataTable
          caption={text.dossiers()}
          rows={sorted}
          rowKey={(item) => item.id}
          columns={[
            {
              key: 'dossier',
              heading: text.dossier({ number: '' }).trim(),
              isTitle: true,
              cell: (item) =>
                kindOf(item) ? (
                  text.dossier({ number: item.ordinal })
                ) : (
                  <a class="link" href={`${path}/${item.id}`}>
                    {text.dossier({ number: item.ordinal })}
                  </a>
                ),
            },
            {
              key: 'own',
              heading: text.yours(),
              isWide: true,
              cell: (item) => <OwnPart kind={kindOf(item)} isJudged={judged.has(item.id)} item={item} />,
            },
            {
              key: 'state',
              heading: meetingText.state(),
              isWide: true,
              cell: (item) => <ItemBadge state={item.state} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function OwnPart(props: { kind: ReturnType<Recusals['get']>; isJudged: boolean; item: Item }) {
  const { kind, isJudged, item } = props;
  if (kind) return <span>{text.recused({ why: whyRecused(kind) })}</span>;
  if (isJudged) return <Badge tone="success">{text.isJudged()}</Badge>;
  return item.state === 'blind' ? (
    <Badge tone="warning">{text.toJudge()}</Badge>
  ) : (
    <span>{text.isMissed()}</span>
  );
}
