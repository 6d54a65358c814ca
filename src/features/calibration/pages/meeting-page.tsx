/** A meeting for those who prepare, chair or oversee it. */
import type { ComponentChildren } from 'preact';
import type { Found, Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Judge } from '../agenda/judges.ts';
import { isAwaited } from '../commands/course.ts';
import { pairOf, type Recusals } from '../judging/recusals.ts';
import type { ChairCandidate } from '../meetings/chairs.ts';
import type { Item } from '../meetings/queries.ts';
import type { MeetingSpread } from '../meetings/spread.ts';
import { concerns, type Standing } from '../meetings/standing.ts';
import { LEAST_JUDGEMENTS } from '../transitions.ts';
import { Arranging, CloseForm } from './arranging.tsx';
import type { FormState } from './call-page.tsx';
import { MembersCard } from './members-card.tsx';
import { causeLabel, ItemBadge, MeetingBadge } from './parts.tsx';
import { SpreadCard } from './spread-card.tsx';
import { text } from './text.ts';

export interface MeetingView {
  readonly visit: Visit;
  readonly standing: Standing;
  readonly items: readonly Item[];
  readonly recusals: Recusals;
  readonly judges: readonly Judge[];
  readonly found: readonly Found[];
  readonly query: string;
  readonly chairs: readonly ChairCandidate[];
  readonly spread: MeetingSpread | null;
  readonly form: FormState;
}

export function MeetingPage(view: MeetingView) {
  const { visit, standing, items, spread, form } = view;
  const { meeting } = standing;
  const arranges = mayArrange(standing);
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="home">
      <PageHeading
        title={`${text.title()} ${formatDate(meeting.heldOn)}`}
        above={
          <a class="link" href={visit.path('/calibration')}>
            {text.title()} · {meeting.periodName}
          </a>
        }
        intro={<MeetingBadge state={meeting.state} />}
        acts={
          meeting.state === 'preparing' ? null : (
            <LinkButton href={visit.path(`/calibration/${meeting.id}/minutes`)} icon="file">
              {text.minutes()}
            </LinkButton>
          )
        }
      />
      {form.errors.form ? <Notice tone="error">{form.errors.form}</Notice> : null}
      {arranges ? <NextStep {...view} /> : null}
      <About {...view} />
      <AgendaCard {...view} mayAdd={arranges && items.length > 0} />
      <MembersCard {...view} mayAdd={arranges} />
      {spread && meeting.state !== 'preparing' ? (
        <SpreadCard spread={spread} hasReturned={items.some((item) => item.kind !== null)} />
      ) : null}
      {arranges ? <Arranging {...view} /> : null}
    </Layout>
  );
}

export function mayArrange({ meeting, readers }: Standing): boolean {
  const isOpen = meeting.state === 'preparing' || meeting.state === 'judging';
  return isOpen && (readers.has('chair') || readers.has('officer'));
}

function NextStep(view: MeetingView) {
  const { visit, standing, items } = view;
  const { meeting, members, readers } = standing;
  const path = visit.path(`/calibration/${meeting.id}`);
  const left = items.filter((item) => item.state !== 'dropped');
  const count = members.filter(({ state }) => state !== 'replaced' && state !== 'declined').length;
  if (meeting.state === 'preparing') {
    if (left.length === 0)
      return (
        <Step words={text.nextAgenda()}>
          <LinkButton href={`${path}/agenda`} look="primary" icon="list">
            {text.toAgenda()}
          </LinkButton>
        </Step>
      );
    if (count < LEAST_JUDGEMENTS)
      return <Step words={text.nextMembers({ least: LEAST_JUDGEMENTS, count })} />;
    return (
      <Step words={text.nextStart()}>
        <form method="post" action={`${path}/invitations`} data-controller="once">
          <SubmitButton icon="send">{text.start()}</SubmitButton>
        </form>
      </Step>
    );
  }
  const ready = left.filter(
    (item) => item.state === 'open' || (item.state === 'blind' && item.judged >= LEAST_JUDGEMENTS),
  );
  const [first] = ready.filter((item) => !concerns(visit.actor, item));
  if (ready.length > 0)
    return (
      <Step words={text.nextOpen({ count: ready.length })}>
        {first && readers.has('chair') ? (
          <LinkButton href={`${path}/items/${first.id}`} look="primary" icon="arrowRight">
            {text.toItem({ number: first.ordinal })}
          </LinkButton>
        ) : null}
      </Step>
    );
  if (left.some((item) => item.state === 'blind'))
    return <Step words={text.nextJudge({ least: LEAST_JUDGEMENTS })} />;
  const awaited = left.filter((item) => isAwaited(item) && (item.dueOn ?? visit.today) >= visit.today);
  if (awaited.length > 0) return <Step words={text.nextAnswers({ count: awaited.length })} />;
  if (!readers.has('chair')) return null;
  return (
    <Step words={text.nextClose()}>
      <CloseForm {...view} />
    </Step>
  );
}

function Step({ words, children }: { words: string; children?: ComponentChildren }) {
  return (
    <Card title={text.next()}>
      <div class="grid gap-4">
        <p class="max-w-prose">{words}</p>
        {children ? <div>{children}</div> : null}
      </div>
    </Card>
  );
}

function About({ standing }: MeetingView) {
  const { meeting } = standing;
  return (
    <Card>
      <Facts
        facts={[
          [text.unit(), meeting.unitName ?? text.wholeAgency()],
          [text.day(), `${formatDate(meeting.heldOn)}, ${meeting.startsAt}`],
          [text.place(), meeting.place],
          ...(meeting.link ? ([[text.link(), <MeetingLink key="link" href={meeting.link} />]] as const) : []),
          [text.chair(), meeting.chairName],
        ]}
      />
    </Card>
  );
}

export function MeetingLink({ href }: { href: string }) {
  return (
    <a class="link break-all" href={href} rel="noreferrer">
      {href}
    </a>
  );
}

function AgendaCard({ visit, standing, items, recusals, mayAdd }: MeetingView & { mayAdd: boolean }) {
  const { meeting, members } = standing;
  const path = visit.path(`/calibration/${meeting.id}`);
  const judges = members.filter(({ state }) => ['listed', 'invited', 'accepted'].includes(state));
  const free = (item: Item) => judges.filter((each) => !recusals.has(pairOf(item.id, each.personId))).length;
  return (
    <Card
      title={text.agenda()}
      padded={false}
      aside={
        mayAdd ? (
          <a class="link" href={`${path}/agenda`}>
            {text.addToAgenda()}
          </a>
        ) : null
      }
    >
      {items.length === 0 ? (
        <EmptyState icon="list" title={text.emptyAgenda()} />
      ) : (
        <DataTable
          caption={text.agenda()}
          rows={items}
          rowKey={(item) => item.id}
          columns={[
            {
              key: 'item',
              heading: text.item(),
              isTitle: true,
              cell: (item) => (
                <ItemName visit={visit} path={path} item={item} isStarted={meeting.state !== 'preparing'} />
              ),
            },
            {
              key: 'appraiser',
              heading: text.appraiser(),
              cell: (item) => (concerns(visit.actor, item) ? '–' : (item.authorName ?? '–')),
            },
            {
              key: 'causes',
              heading: text.causes(),
              isWide: true,
              cell: (item) => (
                <span class="flex flex-wrap gap-1">
                  {item.causes.map((cause) => (
                    <Badge key={cause}>{causeLabel(cause)}</Badge>
                  ))}
                </span>
              ),
            },
            {
              key: 'judged',
              heading: text.judged(),
              cell: (item) => (
                <>
                  <span class="num">{text.judgedOf({ count: item.judged, total: free(item) })}</span>
                  {item.state === 'blind' && judges.length > 0 && free(item) < LEAST_JUDGEMENTS ? (
                    <span class="block text-xs text-error">{text.fewJudges({ count: free(item) })}</span>
                  ) : null}
                </>
              ),
            },
            {
              key: 'state',
              heading: text.state(),
              isWide: true,
              cell: (item) => <ItemBadge state={item.state} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

function ItemName(props: { visit: Visit; path: string; item: Item; isStarted: boolean }) {
  const { visit, path, item, isStarted } = props;
  const number = text.itemNumber({ number: item.ordinal });
  if (concerns(visit.actor, item))
    return (
      <>
        {number}
        <span class="block text-xs font-normal text-base-content/75">{text.concernsYou()}</span>
      </>
    );
  return (
    <>
      {isStarted && item.state !== 'dropped' ? (
        <a class="link" href={`${path}/items/${item.id}`}>
          {number}: {item.rateeName}
        </a>
      ) : (
        <>
          {number}: {item.rateeName}
        </>
      )}
      <span class="block text-xs font-normal text-base-content/75">{item.unitName}</span>
    </>
  );
}
