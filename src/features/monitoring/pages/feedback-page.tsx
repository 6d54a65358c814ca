import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import type { PlanContent } from '#features/planning/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Feedback } from '../model.ts';
import { FEEDBACK_WITHDRAWAL_HOURS, feedbackRole, mayWithdrawFeedback } from '../policy.ts';
import type { FeedbackRequest, PersonToAsk } from '../queries-feedback.ts';
import { feedbackText as text } from '../text-feedback.ts';
import { AskForm, FeedbackForm, lineNamesOf } from './feedback-forms.tsx';
import { FeedbackList } from './feedback-list.tsx';

export interface FeedbackView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly content: PlanContent | null;
  /** Only what the reader may see: all of it, or their own. */
  readonly feedback: readonly Feedback[];
  readonly seesAll: boolean;
  readonly isOpen: boolean;
  readonly peopleToAsk: readonly PersonToAsk[];
  readonly requests: readonly FeedbackRequest[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Which form was refused. */
  readonly refused: 'give' | 'ask' | null;
}

export function FeedbackPage(props: FeedbackView) {
  const { visit, view, seesAll } = props;
  const { participation } = view;
  const title = view.relations.has('employee')
    ? text.titleOwn()
    : text.titleFor({ name: participation.person.name });
  if (seesAll) {
    return (
      <AppraisalFrame visit={visit} view={view} current="progress" title={title}>
        <Content {...props} />
      </AppraisalFrame>
    );
  }
  const role = feedbackRole(view.relations) ?? 'colleague';
  return (
    <Layout chrome={visit.chrome} title={title}>
      <PageHeading
        above={`${participation.period.name} · ${participation.person.position} · ${participation.unit.name}`}
        title={title}
      />
      <Notice>{text.limited({ role: text[role]() })}</Notice>
      <Content {...props} />
    </Layout>
  );
}

function Content(props: FeedbackView) {
  const { visit, view, isOpen, seesAll } = props;
  const gives = feedbackRole(view.relations) !== null;
  const own = props.feedback.filter((each) => each.author.id === visit.actor.personId);
  return (
    <>
      {gives && isOpen ? (
        <Card title={text.give()} id="give">
          <FeedbackForm {...props} />
        </Card>
      ) : null}
      {seesAll ? <Received {...props} /> : null}
      {gives && !seesAll ? (
        <Card title={text.own()} id="own">
          {own.length === 0 ? <p class="text-base-content/75">{text.noneGiven()}</p> : null}
          <List {...props} feedback={own} />
        </Card>
      ) : null}
      {view.relations.has('employee') ? <Ask {...props} /> : null}
    </>
  );
}

function Received(props: FeedbackView) {
  const isEmployee = props.view.relations.has('employee');
  return (
    <Card title={text.received()} id="received">
      {props.feedback.length === 0 ? (
        <EmptyState icon="message" title={text.noneReceived()}>
          {isEmployee ? text.noneReceivedHint() : null}
        </EmptyState>
      ) : (
        <List {...props} />
      )}
    </Card>
  );
}

function List({ feedback, visit, view, content }: FeedbackView) {
  const base = visit.path(`/appraisals/${view.participation.id}/feedback`);
  return (
    <FeedbackList
      feedback={feedback}
      visit={visit}
      lineNames={lineNamesOf(content)}
      act={(each) =>
        mayWithdrawFeedback(each, visit.actor.personId, visit.now) ? (
          <form
            method="post"
            action={`${base}/${each.id}/withdrawal`}
            class="flex flex-wrap items-center gap-3"
            data-controller="once"
          >
            <SubmitButton look="outline" small>
              {text.withdraw()}
            </SubmitButton>
            <span class="text-sm text-base-content/75">
              {text.withdrawUntil({
                at: formatInstant(
                  new Date(each.createdAt.getTime() + FEEDBACK_WITHDRAWAL_HOURS * 3_600_000),
                  visit.agency.zone,
                ),
              })}
            </span>
          </form>
        ) : null
      }
    />
  );
}

function Ask(props: FeedbackView) {
  const { requests, peopleToAsk, isOpen, visit } = props;
  return (
    <Card title={text.ask()} id="ask">
      <div class="grid gap-5">
        {isOpen && peopleToAsk.length > 0 ? <AskForm {...props} /> : null}
        {isOpen && peopleToAsk.length === 0 ? <p>{text.nobodyToAsk()}</p> : null}
        {requests.length > 0 ? (
          <div>
            <h3 class="font-medium">{text.requests()}</h3>
            <ul class="mt-2 grid gap-2 text-sm">
              {requests.map((request) => (
                <li
                  key={`${request.askedId} ${request.createdAt.getTime()}`}
                  class="flex flex-wrap gap-x-3 gap-y-1 items-center"
                >
                  <span class="font-medium">{request.asked}</span>
                  <span class="text-base-content/75">
                    {formatInstant(request.createdAt, visit.agency.zone)}
                  </span>
                  <Badge tone={request.answeredAt ? 'success' : 'neutral'}>
                    {request.answeredAt ? text.answered() : text.waiting()}
                  </Badge>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
