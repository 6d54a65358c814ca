/** What can be done now, by whom and until when: sentences and forms, drawn from the transition table. */
import { openActs } from '#domain/workflow/workflow.ts';
import type { Visit } from '#features/people/index.ts';
import { daysBetween } from '#platform/clock/clock.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { LinkButton, SubmitButton } from '#ui/parts.tsx';
import type { EvaluationView } from '../evaluation-view.ts';
import type { Result } from '../queries.ts';
import { text } from '../text-result.ts';
import { RESULT, type ResultAct } from '../transitions.ts';

export interface NextProps {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  readonly result: Result;
  readonly errors: FieldErrors;
  readonly typed: Readonly<Record<string, string>>;
}

/** Acts open to the one who looks, as the table says; the date is looked at besides. */
export function actsFor({ visit, evaluation, result }: NextProps): ReadonlySet<ResultAct> {
  const acts = new Set(openActs(RESULT, result.state, evaluation.roles).map((row) => row.act));
  if (result.objectionDeadline && visit.today > result.objectionDeadline) acts.delete('object');
  if (evaluation.view.participation.period.state !== 'open')
    for (const act of ['ratify', 'withdraw', 'revoke'] as const) acts.delete(act);
  return acts;
}

export function ResultNext(props: NextProps) {
  const { visit, evaluation, result } = props;
  const acts = actsFor(props);
  const path = visit.path(`/appraisals/${result.participantId}/result`);
  const { objectionDays } = evaluation.view.participation.period;
  return (
    <div class="mt-6 border-t border-base-300 pt-5 grid gap-3">
      <p class="max-w-prose">{sentenceFor(props)}</p>
      {acts.has('accept') || acts.has('ratify') ? (
        <div class="flex flex-wrap gap-2">
          {acts.has('accept') ? (
            <ActForm action={`${path}/acceptance`} resultId={result.id}>
              <SubmitButton icon="check">{text.accept()}</SubmitButton>
            </ActForm>
          ) : null}
          {acts.has('object') ? <LinkButton href="#objection">{text.object()}</LinkButton> : null}
          {acts.has('ratify') ? (
            <ActForm action={`${path}/ratification`} resultId={result.id}>
              <SubmitButton icon="check">{text.ratify()}</SubmitButton>
            </ActForm>
          ) : null}
        </div>
      ) : null}
      {acts.has('ratify') ? (
        <p class="text-sm text-base-content/75">{text.ratifyHint({ days: objectionDays })}</p>
      ) : null}
      {acts.has('accept') ? <Deadline {...props} /> : null}
    </div>
  );
}

export function ActForm(props: {
  action: string;
  resultId: string;
  children: preact.ComponentChildren;
  class?: string;
}) {
  return (
    <form method="post" action={props.action} class={props.class ?? ''} data-controller="once">
      <input type="hidden" name="resultId" value={props.resultId} />
      {props.children}
    </form>
  );
}

function Deadline({ visit, evaluation, result }: NextProps) {
  const deadline = result.objectionDeadline;
  if (!deadline) return null;
  const left = daysBetween(visit.today, deadline);
  const days = evaluation.view.participation.period.objectionDays;
  const when =
    left < 0
      ? text.deadlinePassed()
      : `${text.until({ date: formatDate(deadline) })} · ${left === 0 ? text.lastDay() : text.daysLeft({ count: left })}`;
  return (
    <p class="text-sm">
      <strong class="font-medium">{when}</strong>
      <span class="block text-base-content/75 mt-0.5">{text.silence({ days })}</span>
    </p>
  );
}

function sentenceFor({ visit, evaluation, result }: NextProps): string {
  const { view, roles, objection, acts } = evaluation;
  const { participation } = view;
  const superior = participation.superior?.name ?? text.nobody();
  const appraiser = participation.appraiser?.name ?? superior;
  const date = formatDate(participation.period.ratificationDueOn);
  switch (result.state) {
    case 'given':
      if (roles.has('employee')) return text.nextGivenEmployee({ name: appraiser, date });
      if (roles.has('appraiser')) return text.nextGivenAppraiser({ date });
      return text.nextGivenOther({ name: appraiser, date });
    case 'ratified':
      if (roles.has('employee')) return text.nextRatifiedEmployee({ name: superior });
      return text.nextRatifiedOther({ date: formatDate(result.objectionDeadline ?? '') });
    case 'accepted': {
      const lapsed = acts.some((act) => act.subjectId === result.id && act.act === 'lapse');
      if (lapsed) return text.nextLapsed({ date: formatDate(result.objectionDeadline ?? '') });
      return text.nextAccepted({ when: formatInstant(result.acceptedAt ?? visit.now, visit.agency.zone) });
    }
    case 'objected':
      return text.nextObjected({ name: appraiser, date: formatDate(objection?.explanationDueOn ?? '') });
    case 'explained':
      return text.nextExplained({ name: superior, date: formatDate(objection?.decisionDueOn ?? '') });
    default:
      return text.nextDecided();
  }
}
