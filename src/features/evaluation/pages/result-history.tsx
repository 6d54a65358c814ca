import { predicateLabel } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { civilDateIn, formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Badge, Card } from '#ui/parts.tsx';
import type { EvaluationView } from '../evaluation-view.ts';
import type { PastAct } from '../queries.ts';
import { text } from '../text-result.ts';

/** All versions and all acts, the latest first; nothing is ever left out. */
export function ResultHistory({ visit, evaluation }: { visit: Visit; evaluation: EvaluationView }) {
  const { results, acts, names } = evaluation;
  if (acts.length === 0) return null;
  return (
    <Card title={text.history()} padded={false}>
      {results.length > 1 ? (
        <ul class="px-5 pt-3 grid gap-2 text-sm">
          {results.map((result) => (
            <li key={result.id} class="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span class="font-medium">{text.version({ version: result.version })}</span>
              <span>{inLocale(predicateLabel(result.predicate))}</span>
              {result.category === null ? null : <span>{categoryLabel(evaluation, result.category)}</span>}
              <Badge>{text[`state_${result.state}`]()}</Badge>
              <span class="text-base-content/75">
                {names.get(result.givenBy)} · {formatInstant(result.givenAt, visit.agency.zone)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <ol class="p-5 grid gap-3 text-sm">
        {acts.map((act) => (
          <li
            key={`${act.subjectId}${act.act}${act.at.toISOString()}`}
            class="grid sm:grid-cols-[14rem_minmax(0,1fr)] gap-x-4"
          >
            <span class="text-base-content/75 num">{formatInstant(act.at, visit.agency.zone)}</span>
            <span>
              <span class="font-medium">{actLabel(act, evaluation)}</span> · {act.actor ?? text.system()}
              {act.ground ? (
                <>
                  {' '}
                  <Badge tone={act.ground === 'distribution' ? 'warning' : 'neutral'}>
                    {text[`ground_${act.ground}`]()}
                  </Badge>
                </>
              ) : null}
              {act.reason ? <span class="block whitespace-pre-line max-w-prose">“{act.reason}”</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What the scheme of the agency calls it. */
function categoryLabel({ scheme }: EvaluationView, code: string): string {
  const category = scheme.scheme.categories.find((each) => each.code === code);
  return category ? inLocale(category.label) : code;
}

/** The employee's own submission and the appraiser's are the same act of two different assessments. */
function actLabel(act: PastAct, { view }: EvaluationView): string {
  const isSelf = act.process === 'assessment' && act.actorId === view.participation.person.id;
  if (isSelf) return act.act === 'submit' ? text.act_selfSubmit() : text.act_selfReopen();
  return text[`act_${act.act}`]();
}

interface StepView {
  readonly label: string;
  readonly done: string | null;
  readonly due: string | null;
}

/** Where the evaluation stands, from the self-assessment to the end. */
export function ResultSteps({ visit, evaluation }: { visit: Visit; evaluation: EvaluationView }) {
  const steps = stepsOf(visit, evaluation);
  const next = steps.findIndex((step) => !step.done);
  return (
    <ol class="flex flex-col sm:flex-row gap-x-2 gap-y-3" aria-label={text.steps()}>
      {steps.map((step, index) => (
        <li
          key={step.label}
          class={`flex-1 flex sm:block gap-3 border-l-2 sm:border-l-0 sm:border-t-2 pl-3 sm:pl-0 sm:pt-2 text-sm ${step.done ? 'border-primary' : 'border-base-300'}`}
          aria-current={index === next ? 'step' : undefined}
        >
          <span class="flex items-center gap-1.5 font-medium">
            {step.done ? <Icon name="check" size={16} class="text-primary" /> : null}
            {step.label}
          </span>
          <span class="text-base-content/75 sm:block">
            {step.done ?? (step.due ? text.stepDue({ date: formatDate(step.due, 'short') }) : '')}
          </span>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(visit: Visit, evaluation: EvaluationView): readonly StepView[] {
  const { current, self, objection, view } = evaluation;
  const { period } = view.participation;
  const day = (at: Date | null | undefined) =>
    at ? formatDate(civilDateIn(visit.agency.zone, at), 'short') : null;
  const ownObjection = objection && current && isAbout(evaluation) ? objection : undefined;
  const steps: StepView[] = [
    {
      label: text.stepSelf(),
      done: self?.state === 'submitted' ? day(self.submittedAt) : null,
      due: period.selfAssessmentDueOn,
    },
    { label: text.stepGiven(), done: day(current?.givenAt), due: period.ratingDueOn },
    { label: text.stepRatified(), done: day(current?.ratifiedAt), due: period.ratificationDueOn },
    {
      label: text.stepAnswered(),
      done: day(ownObjection?.filedAt ?? current?.acceptedAt),
      due: current?.objectionDeadline ?? null,
    },
  ];
  if (ownObjection)
    steps.push({
      label: text.stepDecided(),
      done: day(ownObjection.decidedAt),
      due: ownObjection.decisionDueOn,
    });
  return steps;
}

/** Whether the latest objection concerns the result in force, itself or as what came of it. */
function isAbout({ objection, current }: EvaluationView): boolean {
  return objection?.resultId === current?.id || objection?.newResultId === current?.id;
}
