/** The minutes: who was there, who took no part, what was decided and answered. Members read them without names. */
import type { Visit } from '#features/people/index.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, Notice, PageHeading } from '#ui/parts.tsx';
import { pairOf, type Recusals } from '../judging/recusals.ts';
import type { Item, Member } from '../meetings/queries.ts';
import type { MeetingSpread } from '../meetings/spread.ts';
import { concerns, overseesMeeting, type Standing } from '../meetings/standing.ts';
import { answerWords } from './item-page.tsx';
import { causeLabel, ItemBadge, predicateWords, recusalLabel } from './parts.tsx';
import { SpreadCard } from './spread-card.tsx';
import { text as meetingText } from './text.ts';
import { text } from './text-items.ts';

export interface MinutesView {
  readonly visit: Visit;
  readonly standing: Standing;
  readonly items: readonly Item[];
  readonly recusals: Recusals;
  readonly spread: MeetingSpread;
  /** By item: predicate of the result given after a return. */
  readonly newPredicates: ReadonlyMap<string, string>;
}

export function MinutesPage(view: MinutesView) {
  const { visit, standing, items } = view;
  const { meeting } = standing;
  return (
    <Layout chrome={visit.chrome} title={text.minutesTitle()} current="home">
      <PageHeading
        title={text.minutesTitle()}
        above={
          <a class="link" href={visit.path(`/calibration/${meeting.id}`)}>
            {meetingText.title()} · {meeting.periodName}
          </a>
        }
        intro={<p class="print:hidden">{text.printHint()}</p>}
      />
      {meeting.state === 'judging' ? <Notice tone="warning">{text.minutesDraft()}</Notice> : null}
      <Attendance {...view} />
      {items.map((item) => (
        <ItemMinutes key={item.id} {...view} item={item} />
      ))}
      <SpreadCard spread={view.spread} hasReturned={items.some((item) => item.kind !== null)} />
    </Layout>
  );
}

function Attendance({ visit, standing }: MinutesView) {
  const { meeting, members } = standing;
  const accepted = members.filter(({ state }) => state === 'accepted');
  const present = accepted.filter((member) => meeting.present?.includes(member.personId));
  const absent = accepted.filter((member) => !present.includes(member));
  const names = (people: readonly Member[]) => people.map((each) => each.name).join('; ') || '–';
  return (
    <Card>
      <Facts
        facts={[
          [meetingText.period(), meeting.periodName],
          [meetingText.unit(), meeting.unitName ?? meetingText.wholeAgency()],
          [meetingText.day(), `${formatDate(meeting.heldOn)}, ${meeting.startsAt}`],
          [meetingText.place(), meeting.place],
          [meetingText.chair(), meeting.chairName],
          ...(meeting.present
            ? ([
                [text.present(), names(present)],
                ...(absent.length > 0 ? ([[text.notPresent(), names(absent)]] as const) : []),
              ] as const)
            : ([[meetingText.members(), names(accepted)]] as const)),
          ...(meeting.closedAt
            ? ([[text.closedOn(), formatInstant(meeting.closedAt, visit.agency.zone)]] as const)
            : []),
          ...(meeting.closingNote ? ([[text.closingNote(), meeting.closingNote]] as const) : []),
        ]}
      />
    </Card>
  );
}

function ItemMinutes(view: MinutesView & { item: Item }) {
  const { visit, standing, item, newPredicates } = view;
  const sees = overseesMeeting(standing.readers) && !concerns(visit.actor, item);
  const number = sees
    ? `${meetingText.itemNumber({ number: item.ordinal })}: ${item.rateeName}`
    : text.dossier({ number: item.ordinal });
  const newPredicate = newPredicates.get(item.id);
  const isDecided = item.state !== 'blind' && item.state !== 'open';
  return (
    <Card title={number} aside={<ItemBadge state={item.state} />}>
      <Facts
        facts={[
          ...(sees
            ? ([
                [meetingText.unit(), item.unitName],
                [meetingText.appraiser(), item.authorName ?? '–'],
              ] as const)
            : []),
          [meetingText.causes(), item.causes.map(causeLabel).join(', ')],
          [text.judgements(), formatNumber(item.judged)],
          [text.tookNoPart(), noPart(view, sees)],
          ...(isDecided ? ([[text.outcome(), outcomeWords(item)]] as const) : []),
          ...(item.kind ? ([[text.answer(), answerWords(item)]] as const) : []),
          ...(item.state === 'changed'
            ? ([
                [
                  '',
                  newPredicate
                    ? text.newResult({ predicate: predicateWords(newPredicate) })
                    : text.noNewResult(),
                ],
              ] as const)
            : []),
        ]}
      />
    </Card>
  );
}

/** To members only how many: who was recused and why would tell whose dossier it is. */
function noPart({ standing, recusals, item }: MinutesView & { item: Item }, sees: boolean): string {
  const recused = standing.members.flatMap((member) => {
    const kind = recusals.get(pairOf(item.id, member.personId));
    return kind && member.state === 'accepted' ? [`${member.name} (${recusalLabel(kind)})`] : [];
  });
  if (recused.length === 0) return '–';
  return sees ? recused.join('; ') : text.tookNoPartCount({ count: recused.length });
}

function outcomeWords(item: Item): string {
  if (item.state === 'dropped') return `${meetingText.item_dropped()}: ${item.reason ?? ''}`;
  if (!item.kind) return text.note();
  return `${meetingText.item_returned()} (${text[`kind_${item.kind}`]()}): ${item.reason ?? ''}`;
}
