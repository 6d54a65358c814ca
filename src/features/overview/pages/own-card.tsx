/** The employee's next act, one tap away, and the year as steps below it. */
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Icon } from '#ui/icon.tsx';
import { Badge, Card, EmptyState } from '#ui/parts.tsx';
import type { OwnView } from '../home.ts';
import { URGENCY_TONES, YEAR_STEP_LABELS } from '../labels.ts';
import { type AppraisalFacts, type Task, urgencyOf, type YearStep, yearOf } from '../stages.ts';
import { daysLeft, ownTaskWords, taskKindLabel, untilDate } from '../task-text.ts';
import { text } from '../text.ts';

export function OwnCard({ visit, own, ownCount }: { visit: Visit; own: OwnView; ownCount: number }) {
  const [next, ...more] = own.tasks;
  return (
    <Card
      title={text.doNow()}
      aside={
        ownCount > 1 ? (
          <a class="link" href={visit.path('/mine/periods')}>
            {text.allYears()}
          </a>
        ) : (
          own.facts.period.name
        )
      }
    >
      <div class="grid gap-6">
        {next ? <NextAct visit={visit} facts={own.facts} task={next} /> : <Nothing own={own} />}
        {more.length > 0 ? <MoreActs visit={visit} facts={own.facts} tasks={more} /> : null}
        <YearSteps visit={visit} facts={own.facts} />
      </div>
    </Card>
  );
}

export function NoAppraisal() {
  return (
    <Card>
      <EmptyState icon="target" title={text.noAppraisal()}>
        {text.noAppraisalBody()}
      </EmptyState>
    </Card>
  );
}

function NextAct({ visit, facts, task }: { visit: Visit; facts: AppraisalFacts; task: Task }) {
  const words = ownTaskWords(task);
  return (
    <div class="flex flex-wrap items-center justify-between gap-x-8 gap-y-4">
      <div class="min-w-0 basis-80 grow">
        <h3 class="text-xl md:text-2xl font-semibold tracking-tight text-primary text-balance">
          {words.title}
        </h3>
        <p class="mt-1.5 max-w-prose">{words.why}</p>
        {task.dueOn ? (
          <p class="mt-2.5 text-sm flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Icon name="calendar" size={16} />
            <span class="num">{untilDate(task.dueOn)}</span>
            <Due dueOn={task.dueOn} today={visit.today} />
          </p>
        ) : null}
      </div>
      <a
        class="btn btn-primary btn-lg max-sm:w-full"
        href={visit.path(`/appraisals/${facts.participantId}/${task.page}`)}
      >
        {words.act} <Icon name="arrowRight" />
      </a>
    </div>
  );
}

export function Due({ dueOn, today }: { dueOn: string; today: string }) {
  return <Badge tone={URGENCY_TONES[urgencyOf(dueOn, today)]}>{daysLeft(dueOn, today)}</Badge>;
}

function Nothing({ own }: { own: OwnView }) {
  const [other] = own.others;
  return (
    <div class="flex gap-3 items-start">
      <Icon name="checkCircle" size={24} class="text-success mt-0.5" />
      <div>
        <h3 class="font-semibold">{text.nothingNow()}</h3>
        <p class="text-base-content/75">
          {other ? text.waitingForOther({ what: taskKindLabel(other.kind) }) : text.nothingNowBody()}
        </p>
      </div>
    </div>
  );
}

function MoreActs(props: { visit: Visit; facts: AppraisalFacts; tasks: readonly Task[] }) {
  const { visit, facts, tasks } = props;
  return (
    <div>
      <h3 class="text-sm font-medium text-base-content/75">{text.alsoOpen()}</h3>
      <ul class="mt-1 divide-y divide-base-300">
        {tasks.map((task) => (
          <li key={`${task.kind} ${task.what}`}>
            <a
              class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 hover:text-primary"
              href={visit.path(`/appraisals/${facts.participantId}/${task.page}`)}
            >
              <span class="underline underline-offset-4 decoration-base-300">{ownTaskWords(task).title}</span>
              {task.dueOn ? <Due dueOn={task.dueOn} today={visit.today} /> : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const STATE_WORDS = { done: text.stepDone, current: text.stepCurrent, ahead: text.stepAhead } as const;

function YearSteps({ visit, facts }: { visit: Visit; facts: AppraisalFacts }) {
  return (
    <div class="border-t border-base-300 pt-5">
      <h3 class="text-sm font-medium text-base-content/75">{text.yourYear()}</h3>
      <ol class="mt-3 grid sm:grid-cols-3 lg:grid-cols-6 gap-x-3 gap-y-2.5">
        {yearOf(facts).map((step) => (
          <YearStepItem
            key={step.key}
            step={step}
            href={visit.path(`/appraisals/${facts.participantId}/${step.page}`)}
          />
        ))}
      </ol>
    </div>
  );
}

const STEP_LOOK = {
  done: 'border-success',
  current: 'border-primary font-semibold',
  ahead: 'border-base-300',
} as const;

function YearStepItem({ step, href }: { step: YearStep; href: string }) {
  const { state } = step;
  return (
    <li class={`text-sm max-sm:border-l-4 max-sm:pl-3 sm:border-t-4 sm:pt-2 ${STEP_LOOK[state]}`}>
      <a href={href} class="hover:underline" aria-current={state === 'current' ? 'step' : undefined}>
        {YEAR_STEP_LABELS[step.key]()}
      </a>
      <span class="block font-normal text-base-content/75 num">
        {state === 'done' ? <Icon name="check" size={14} class="mr-1 text-success" /> : null}
        {stepWords(step)}
      </span>
    </li>
  );
}

/** How far a step is: a count where there is one (the year can end with dialogues missing), else its state or date. */
function stepWords({ state, dueOn, count }: YearStep): string {
  const held = count && count.total > 0 && state !== 'ahead' ? text.ofCount(count) : null;
  if (state === 'done') return held ?? STATE_WORDS.done();
  const when = dueOn ? formatDate(dueOn, 'short') : STATE_WORDS[state]();
  return held ? `${when} · ${held}` : when;
}
