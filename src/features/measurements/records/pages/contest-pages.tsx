import { isOfficer, type Visit } from '#features/people/index.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Facts, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { AttendanceTabs } from '../../attendance/pages/frame.tsx';
import type { Contest } from '../contests.ts';
import { text } from '../text.ts';
import { CONTEST_TONES, proposedCaseWords, proposedDayWords, subjectWords } from './words.ts';

/** What employees contest, of the units that the reader answers for. */
export function ContestsPage({ visit, contests }: { visit: Visit; contests: readonly Contest[] }) {
  const waiting = contests.filter(({ state }) => state === 'open');
  const sorted = [...waiting, ...contests.filter(({ state }) => state !== 'open')];
  return (
    <Layout chrome={visit.chrome} title={text.contests()} current="attendance">
      <PageHeading title={text.contests()} intro={text.contestsIntro()} />
      {isOfficer(visit.actor) ? <AttendanceTabs visit={visit} tab="contests" /> : null}
      <Card padded={sorted.length === 0}>
        {sorted.length === 0 ? (
          <EmptyState icon="checkCircle" title={text.noContests()}>
            {text.noContestsHint()}
          </EmptyState>
        ) : (
          <DataTable
            caption={text.contests()}
            rows={sorted}
            rowKey={(contest) => contest.id}
            columns={[
              {
                key: 'employee',
                heading: text.employee(),
                isTitle: true,
                cell: (contest) => (
                  <a class="link" href={visit.path(`/contests/${contest.id}`)}>
                    {contest.personName}
                  </a>
                ),
              },
              { key: 'what', heading: text.what(), cell: ({ subject }) => subjectWords(subject) },
              {
                key: 'sent',
                heading: text.sentOn(),
                cell: ({ createdAt }) => formatDate(civilDateIn(visit.agency.zone, createdAt), 'short'),
              },
              {
                key: 'state',
                heading: text.state(),
                cell: ({ state }) => <Badge tone={CONTEST_TONES[state]}>{text[state]()}</Badge>,
              },
            ]}
          />
        )}
      </Card>
    </Layout>
  );
}

export interface ContestView {
  readonly visit: Visit;
  readonly contest: Contest;
  /** What stands there now, in a sentence, and what it would be. */
  readonly now: string;
  readonly becomes: string;
  readonly seePath: string;
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly typed: string;
  readonly errors: FieldErrors;
}

export function ContestPage(view: ContestView) {
  const { visit, contest } = view;
  const { subject } = contest;
  const proposed =
    subject.kind === 'day' ? proposedDayWords(subject.proposal) : proposedCaseWords(subject.proposal);
  const isOwn = contest.personId === visit.actor.personId;
  return (
    <Layout
      chrome={visit.chrome}
      title={text.contestTitle({ what: subjectWords(subject) })}
      current={isOwn ? 'mine' : 'attendance'}
      width="narrow"
    >
      <PageHeading
        title={text.contestTitle({ what: subjectWords(subject) })}
        above={contest.personName}
        intro={<Badge tone={CONTEST_TONES[contest.state]}>{text[contest.state]()}</Badge>}
      />
      <Card title={text.reason()}>
        <p class="max-w-prose whitespace-pre-line">{contest.reason}</p>
        <div class="mt-4">
          <Facts
            facts={[
              [text.nowStands(), view.now],
              [contest.state === 'open' ? text.wouldBe() : text.became(), `${proposed}. ${view.becomes}`],
              [text.sentOn(), formatDate(civilDateIn(visit.agency.zone, contest.createdAt))],
              [text.proof(), <Proof key="proof" visit={visit} contest={contest} />],
            ]}
          />
        </div>
        <div class="mt-4">
          <LinkButton href={view.seePath} icon={subject.kind === 'day' ? 'calendar' : 'file'} small>
            {subject.kind === 'day' ? text.seeDay() : text.seeCase()}
          </LinkButton>
        </div>
      </Card>
      {contest.decidedAt && contest.state !== 'withdrawn' ? (
        <Card
          title={text.decidedBy({
            who: contest.decidedByName ?? '–',
            date: formatDate(civilDateIn(visit.agency.zone, contest.decidedAt)),
          })}
        >
          <p class="max-w-prose whitespace-pre-line">{contest.decision ?? text[contest.state]()}</p>
        </Card>
      ) : null}
      {view.mayDecide ? <Decide {...view} /> : null}
      {view.mayWithdraw ? (
        <form method="post" action={visit.path(`/contests/${contest.id}/withdrawal`)} data-controller="once">
          <SubmitButton look="outline">{text.withdraw()}</SubmitButton>
        </form>
      ) : null}
    </Layout>
  );
}

function Proof({ visit, contest }: { visit: Visit; contest: Contest }) {
  return (
    <ul class="grid gap-1">
      {contest.files.map((file) => (
        <li key={file.id}>
          <a
            class="link wrap-anywhere"
            href={visit.path(`/contests/${contest.id}/files/${file.id}`)}
            data-turbo="false"
          >
            {file.name}
          </a>
        </li>
      ))}
      {contest.link ? (
        <li>
          <a class="link wrap-anywhere" href={contest.link} rel="noreferrer nofollow">
            {contest.link}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

function Decide({ visit, contest, typed, errors }: ContestView) {
  return (
    <Card title={text.decide()}>
      <form
        method="post"
        action={visit.path(`/contests/${contest.id}/decision`)}
        class="grid gap-4"
        data-controller="once"
      >
        <ProblemSummary errors={errors} />
        <TextArea
          name="reason"
          label={text.decisionReason()}
          hint={text.decisionHint()}
          maxLength={2000}
          value={typed}
          error={errors.reason}
        />
        <div class="flex flex-wrap gap-2">
          <SubmitButton name="act" value="accept" icon="check">
            {text.accept()}
          </SubmitButton>
          <SubmitButton name="act" value="refuse" look="outline">
            {text.refuse()}
          </SubmitButton>
        </div>
      </form>
    </Card>
  );
}
