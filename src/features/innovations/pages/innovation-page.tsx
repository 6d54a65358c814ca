import type { Visit } from '#features/people/index.ts';
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors, Option } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, Notice, PageHeading } from '#ui/parts.tsx';
import type { Innovation, Step } from '../queries.ts';
import type { InnovationComponent } from '../stages.ts';
import { text } from '../text.ts';
import type { InnovationAct } from '../transitions.ts';
import { AskUnit, ClaimForm, Decisions, PublishForm, VerifyForm } from './innovation-forms.tsx';
import { STATE_TONES } from './list-page.tsx';

export interface InnovationView {
  readonly visit: Visit;
  readonly innovation: Innovation;
  readonly component: InnovationComponent;
  readonly schemeTitle: string;
  readonly acts: readonly {
    readonly act: InnovationAct;
    readonly reason: 'required' | 'optional' | 'none';
  }[];
  readonly verifies: (step: Step) => boolean;
  readonly units: readonly Option[];
  readonly newId: string;
  readonly refused?:
    | {
        readonly form: string;
        readonly errors: FieldErrors;
        readonly typed: Readonly<Record<string, string>>;
      }
    | undefined;
}

export function InnovationPage(view: InnovationView) {
  const { visit, innovation, acts, refused } = view;
  const may = (act: InnovationAct) => acts.some((each) => each.act === act);
  return (
    <Layout chrome={visit.chrome} title={innovation.title} current="innovations" width="narrow">
      <PageHeading
        title={innovation.title}
        above={
          <a class="link" href={visit.path('/innovations')}>
            {text.title()}
          </a>
        }
        intro={innovation.unit.name}
        acts={
          <>
            <Badge tone={STATE_TONES[innovation.state]}>{text[`state_${innovation.state}`]()}</Badge>
            {may('edit') ? (
              <LinkButton small href={visit.path(`/innovations/${innovation.id}/words`)}>
                {text.edit()}
              </LinkButton>
            ) : null}
          </>
        }
      />
      {refused?.errors.form ? <Notice tone="error">{refused.errors.form}</Notice> : null}
      <Words innovation={innovation} />
      <Decisions {...view} />
      <Stages {...view} />
      {may('claim-step') ? <ClaimForm {...view} /> : null}
      {may('publish') ? <PublishForm {...view} /> : null}
    </Layout>
  );
}

function Words({ innovation }: { innovation: Innovation }) {
  return (
    <Card>
      <dl class="grid gap-4">
        <div>
          <dt class="text-sm text-base-content/75">{text.problem()}</dt>
          <dd class="whitespace-pre-line">{innovation.problem}</dd>
        </div>
        <div>
          <dt class="text-sm text-base-content/75">{text.idea()}</dt>
          <dd class="whitespace-pre-line">{innovation.idea}</dd>
        </div>
        <div>
          <dt class="text-sm text-base-content/75">{text.members()}</dt>
          <dd>{innovation.members.map(({ name }) => name).join('; ')}</dd>
        </div>
        {innovation.publicText ? (
          <div>
            <dt class="text-sm text-base-content/75">{text.published()}</dt>
            <dd class="whitespace-pre-line">{innovation.publicText}</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  );
}

/** The ladder of the scheme: what was reached, what shows it, who confirmed it. */
function Stages(view: InnovationView) {
  const { innovation, component, schemeTitle } = view;
  return (
    <Card title={text.stages()}>
      <p class="text-sm text-base-content/75 max-w-prose">
        {text.stagesHint({ scheme: schemeTitle, percent: formatDecimal(component.unverifiedPercent) })}
      </p>
      <ol class="mt-4 grid gap-4">
        {component.stages.map((stage) => {
          const steps = innovation.steps.filter((step) => step.stage === stage.code);
          return (
            <li key={stage.code} class="border-s-4 border-base-300 ps-4">
              <p class="font-medium flex flex-wrap justify-between gap-x-4">
                <span>{inLocale(stage.label)}</span>
                <span class="num text-base-content/75">
                  {text.points({ points: formatDecimal(stage.points) })}
                </span>
              </p>
              {steps.length === 0 ? <p class="text-base-content/75">{text.notReached()}</p> : null}
              {steps.map((step) => (
                <StepCard key={step.id} {...view} step={step} />
              ))}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

function StepCard(view: InnovationView & { step: Step }) {
  const { step, acts, verifies } = view;
  const mayAsk = step.verdict === null && acts.some(({ act }) => act === 'ask-verification');
  return (
    <div class="mt-2 grid gap-1">
      <p class="text-sm">{text.reachedOn({ date: formatDate(step.reachedOn) })}</p>
      <p class="whitespace-pre-line">{step.account}</p>
      <Benefit step={step} />
      {step.link ? (
        <p>
          <a class="link break-all" href={step.link} rel="noreferrer noopener">
            {text.evidence()}: {step.link}
          </a>
        </p>
      ) : null}
      <Standing step={step} />
      {mayAsk ? <AskUnit {...view} /> : null}
      {verifies(step) ? <VerifyForm {...view} /> : null}
    </div>
  );
}

export function Benefit({ step }: { step: Step }) {
  const { measure, before, after } = step;
  if (measure === null || after === null) return null;
  return (
    <p class="font-medium">
      {before === null
        ? text.benefitAfter({ measure, after: shown(after) })
        : text.benefit({ measure, before: shown(before), after: shown(after) })}
    </p>
  );
}

/** `12.5000` as the database keeps it → `12,5`. */
function shown(value: string): string {
  return formatDecimal(value.includes('.') ? value.replace(/\.?0+$/, '') : value);
}

function Standing({ step }: { step: Step }) {
  const unit = step.verifyingUnit ?? '';
  if (step.verdict === null)
    return (
      <p class="text-sm text-base-content/75">
        {step.verifyingUnitId ? text.askedUnit({ unit }) : text.notAsked()}
      </p>
    );
  return (
    <p class="text-sm">
      <Badge tone={step.verdict === 'confirmed' ? 'success' : 'warning'}>
        {step.verdict === 'confirmed' ? text.confirmedBy({ unit }) : text.refusedBy({ unit })}
      </Badge>
      <span class="block mt-1">{step.verdictReason}</span>
    </p>
  );
}
