/** An item once it may be opened: for the chair to open and decide, for those who judged to compare. */

import type { Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type FieldErrors, RadioGroup, TextArea, TextField } from '#ui/form.tsx';
import { Card, Facts, LinkButton, Notice, ProgressBar, SubmitButton } from '#ui/parts.tsx';
import { whyNotReturnable } from '../commands/decide.ts';
import type { Judgement, Ratings } from '../judging/judgements.ts';
import type { Item } from '../meetings/queries.ts';
import type { Standing } from '../meetings/standing.ts';
import { LEAST_JUDGEMENTS, RETURN_KINDS } from '../transitions.ts';
import { ItemFrame } from './dossier-page.tsx';
import { categoryWords, ItemBadge, predicateWords, ratingWords } from './parts.tsx';
import { JudgementPlot } from './strip-plot.tsx';
import { text as meetingText } from './text.ts';
import { text } from './text-items.ts';

/** Days in which an author answers. */
const DAYS_TO_ANSWER = 7;

export interface Opened {
  readonly judgements: readonly Judgement[];
  readonly given: Ratings;
  readonly scheme: Scheme;
}

export interface ItemView {
  readonly visit: Visit;
  readonly standing: Standing;
  readonly item: Item;
  readonly opened: Opened | null;
  /** Members who accepted and are not recused. */
  readonly expected: number;
  /** The next item that waits for the chair. */
  readonly nextId: string | null;
  /** Predicate of the result that was given after a return. */
  readonly newPredicate: string | null;
  readonly typed: Readonly<Record<string, string | undefined>>;
  readonly errors: FieldErrors;
}

/** For the chair, officers, leaders and auditors: with the name. */
export function ItemPage(view: ItemView) {
  const { visit, standing, item, opened } = view;
  const { meeting, readers } = standing;
  const isChair = readers.has('chair') && meeting.state === 'judging';
  return (
    <ItemFrame
      visit={visit}
      meeting={meeting}
      title={`${meetingText.itemNumber({ number: item.ordinal })}: ${item.rateeName}`}
      intro={<ItemBadge state={item.state} />}
    >
      {view.errors.form ? <Notice tone="error">{view.errors.form}</Notice> : null}
      {opened ? <ComparisonCard {...view} opened={opened} /> : <BlindCard {...view} isChair={isChair} />}
      {item.state === 'open' && isChair ? <Decide {...view} /> : null}
      <DecisionCard {...view} />
      <Card>
        <Facts
          facts={[
            [meetingText.employee(), item.rateeName],
            [meetingText.unit(), item.unitName],
            [meetingText.appraiser(), item.authorName ?? '–'],
          ]}
        />
      </Card>
      {view.nextId ? (
        <p>
          <LinkButton href={visit.path(`/calibration/${meeting.id}/items/${view.nextId}`)} icon="arrowRight">
            {text.nextItem()}
          </LinkButton>
        </p>
      ) : null}
    </ItemFrame>
  );
}

/** For a member who judged: still without the name. */
export function MemberItemPage(view: ItemView & { opened: Opened }) {
  const { visit, standing, item } = view;
  return (
    <ItemFrame
      visit={visit}
      meeting={standing.meeting}
      title={text.dossier({ number: item.ordinal })}
      intro={<ItemBadge state={item.state} />}
    >
      <ComparisonCard {...view} />
      <DecisionCard {...view} />
    </ItemFrame>
  );
}

function BlindCard({ visit, standing, item, expected, isChair }: ItemView & { isChair: boolean }) {
  if (item.state === 'dropped') return <Notice>{text.itemDropped()}</Notice>;
  const action = visit.path(`/calibration/${standing.meeting.id}/items/${item.id}/opening`);
  const pending = Math.max(0, expected - item.judged);
  return (
    <Card title={text.judgements()}>
      <div class="grid gap-4">
        <ProgressBar label={text.judgements()} done={item.judged} total={Math.max(expected, item.judged)} />
        {item.judged < LEAST_JUDGEMENTS ? (
          <p>{text.notEnough({ count: item.judged, least: LEAST_JUDGEMENTS })}</p>
        ) : isChair ? (
          <form method="post" action={action} class="grid gap-3" data-controller="once">
            <p class="max-w-prose">
              {text.openIntro({ count: item.judged })}{' '}
              {pending > 0 ? <strong>{text.pendingJudges({ count: pending })}</strong> : null}
            </p>
            <div>
              <SubmitButton icon="users">{text.open()}</SubmitButton>
            </div>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

function ComparisonCard({ visit, opened, standing }: ItemView & { opened: Opened }) {
  const { judgements, given, scheme } = opened;
  const ownId = standing.readers.has('member') ? visit.actor.personId : undefined;
  const hasCategory = judgements.some((each) => each.category !== null);
  const words = (each: Ratings) =>
    [
      ratingWords(each.resultsRating),
      ratingWords(each.behaviourRating),
      predicateWords(each.predicate),
      ...(hasCategory ? [categoryWords(scheme, each.category)] : []),
    ].join(' · ');
  return (
    <Card title={text.comparison()}>
      <div class="grid gap-6 md:grid-cols-2">
        <JudgementPlot judgements={judgements} given={given} ownId={ownId} />
        <div class="min-w-0">
          <h3 class="font-semibold">{text.reasonsOfMembers()}</h3>
          <ul class="mt-2 grid gap-3 text-sm">
            {judgements.map((each) => (
              <li key={each.personId}>
                <span class="font-medium">
                  {each.name}
                  {each.personId === ownId ? ` (${text.you()})` : ''}
                </span>
                <span class="block text-base-content/75">{words(each)}</span>
                <span class="block whitespace-pre-line">{each.reason}</span>
              </li>
            ))}
            <li>
              <span class="font-medium">{text.theAppraiser()}</span>
              <span class="block text-base-content/75">{words(given)}</span>
            </li>
          </ul>
        </div>
      </div>
    </Card>
  );
}

function Decide({ visit, standing, item, typed, errors }: ItemView) {
  const path = visit.path(`/calibration/${standing.meeting.id}/items/${item.id}`);
  const why = whyNotReturnable(item);
  return (
    <Card title={text.decide()}>
      <div class="grid gap-6 md:grid-cols-2">
        <form method="post" action={`${path}/note`} class="grid gap-3 content-start" data-controller="once">
          <h3 class="font-semibold">{text.note()}</h3>
          <p>{text.noteIntro()}</p>
          <div>
            <SubmitButton look="outline" icon="check">
              {text.noteSend()}
            </SubmitButton>
          </div>
        </form>
        <div class="grid gap-3 content-start">
          <h3 class="font-semibold">{text.return()}</h3>
          {why ? <Notice tone="warning">{text.cannotReturn({ why })}</Notice> : null}
          <form method="post" action={`${path}/return`} class="grid gap-4" data-controller="once">
            <p>{text.returnIntro({ name: item.authorName ?? '' })}</p>
            <div id="kind" tabIndex={-1}>
              <RadioGroup
                name="kind"
                label={text.kind()}
                required
                value={typed.kind}
                error={errors.kind}
                choices={RETURN_KINDS.map((kind) => ({
                  value: kind,
                  label: text[`kind_${kind}`](),
                  hint: text[`kind_${kind}Hint`](),
                }))}
              />
            </div>
            <TextArea
              name="reason"
              label={text.returnReason()}
              required
              rows={3}
              maxLength={2000}
              value={typed.reason}
              error={errors.reason}
            />
            <div class="max-w-56">
              <TextField
                name="dueOn"
                type="date"
                label={text.due()}
                required
                min={visit.today}
                value={typed.dueOn ?? addDays(visit.today, DAYS_TO_ANSWER)}
                error={errors.dueOn}
              />
            </div>
            <div>
              <SubmitButton icon="rotate">{text.returnSend()}</SubmitButton>
            </div>
          </form>
        </div>
      </div>
    </Card>
  );
}

function DecisionCard({ item, newPredicate }: ItemView) {
  if (item.state === 'blind' || item.state === 'open' || item.state === 'dropped') return null;
  return (
    <Card title={text.decision()}>
      <ReturnWords item={item} newPredicate={newPredicate} />
    </Card>
  );
}

/** What was decided and answered, in the words of the meeting and of the author. */
export function ReturnWords({ item, newPredicate }: { item: Item; newPredicate: string | null }) {
  if (!item.kind) return <p>{text.noteIntro()}</p>;
  return (
    <Facts
      facts={[
        [text.kind(), text[`kind_${item.kind}`]()],
        [meetingText.reason(), item.reason ?? '–'],
        [text.answer(), answerWords(item)],
        ...(item.state === 'changed'
          ? ([
              [
                text.outcome(),
                newPredicate
                  ? text.newResult({ predicate: predicateWords(newPredicate) })
                  : text.noNewResult(),
              ],
            ] as const)
          : []),
      ]}
    />
  );
}

export function answerWords(item: Item): string {
  if (item.state === 'stood' || item.state === 'changed')
    return text[`answer_${item.state}`]({ words: item.answer ?? '' });
  return item.dueOn ? text.waitsForAnswer({ date: formatDate(item.dueOn) }) : '–';
}
