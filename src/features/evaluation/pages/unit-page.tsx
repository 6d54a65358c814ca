import {
  ORGANISATION_PREDICATES,
  organisationPredicateLabel,
  PREDICATES,
  percentText,
  predicateLabel,
} from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDecimal, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, SelectField, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { WORDS } from '../content.ts';
import { text } from '../text-unit.ts';
import type { UnitView } from '../unit-view.ts';
import { DistributionBars } from './distribution-bars.tsx';

interface Props {
  readonly visit: Visit;
  readonly view: UnitView;
  readonly evaluationId: string;
  readonly errors?: FieldErrors;
  readonly typed?: Readonly<Record<string, string>>;
}

export function UnitPage(props: Props) {
  const { visit, view, errors = {} } = props;
  return (
    <Layout chrome={visit.chrome} title={view.unit.name} current="organisation">
      <PageHeading
        title={view.unit.name}
        above={
          <>
            <a class="link" href={visit.path('/organisation')}>
              {text.organisation()}
            </a>{' '}
            · {view.period.name}
          </>
        }
        acts={
          <>
            {view.periods.length > 1 ? <PeriodChoice view={view} /> : null}
            {view.mayFix && view.period.state === 'open' ? (
              <LinkButton
                href={visit.path(`/calibration/new?period=${view.period.id}&unit=${view.unit.id}`)}
                icon="scale"
              >
                {text.calibrate()}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <ProblemSummary errors={errors} />
      <OwnPredicate visit={visit} view={view} />
      <DistributionCard view={view} />
      {view.mayFix && view.period.state === 'open' ? <FixForm {...props} /> : null}
      <History visit={visit} view={view} />
    </Layout>
  );
}

function PeriodChoice({ view }: { view: UnitView }) {
  return (
    <form method="get" class="flex items-end gap-2">
      <SelectField
        name="period"
        label={text.period()}
        hideLabel
        required
        value={view.period.id}
        options={view.periods.map((each) => ({ value: each.id, label: each.name }))}
      />
      <SubmitButton look="outline">{text.show()}</SubmitButton>
    </form>
  );
}

function OwnPredicate({ visit, view }: { visit: Visit; view: UnitView }) {
  const { evaluation, names } = view;
  if (!evaluation) {
    return (
      <Card>
        <EmptyState icon="scale" title={`${text.predicate()}: ${text.notFixed()}`}>
          {text.notFixedText()}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <h2 class="text-sm text-base-content/75">{text.predicate()}</h2>
      <p class="text-4xl md:text-5xl font-semibold tracking-tight text-primary mt-1">
        {inLocale(organisationPredicateLabel(evaluation.predicate))}
      </p>
      <p class="mt-3 max-w-prose whitespace-pre-line">{evaluation.reason}</p>
      <p class="mt-2 text-sm text-base-content/75">
        {text.fixedBy({
          name: names.get(evaluation.decidedBy) ?? '',
          when: formatInstant(evaluation.decidedAt, visit.agency.zone),
        })}
      </p>
    </Card>
  );
}

function DistributionCard({ view }: { view: UnitView }) {
  const { distribution, evaluation, check, patterns } = view;
  const { population, rated, ratified } = distribution;
  const label = evaluation ? inLocale(organisationPredicateLabel(evaluation.predicate)) : '';
  const finding = !check
    ? text.findingNone()
    : check.ok
      ? text.findingKept({ predicate: label })
      : text.findingBroken({ predicate: label });
  return (
    <Card title={text.distribution()}>
      <p class="text-sm text-base-content/75">{text.rated({ rated, population, ratified })}</p>
      {rated === 0 ? (
        <p class="mt-3">{text.nobodyRated()}</p>
      ) : (
        <div class="mt-4 grid gap-4">
          <DistributionBars
            title={finding}
            rated={rated}
            limits={evaluation ? patterns[evaluation.predicate].limits : []}
            rows={PREDICATES.map((predicate) => ({
              predicate,
              label: inLocale(predicateLabel(predicate)),
              count: distribution.counts[predicate],
              percent: formatDecimal(percentText(distribution.counts[predicate], rated)),
            }))}
          />
          {check && check.violations.length > 0 ? (
            <Notice tone="warning" title={text.warning()}>
              <ul class="list-disc pl-5">
                {check.violations.map((violation) => (
                  <li key={violation.limit}>{inLocale(violation.message)}</li>
                ))}
              </ul>
              <p class="mt-2">{text.warningText()}</p>
              {evaluation?.distributionReason ? (
                <p class="mt-2">
                  <span class="font-medium">{text.given()}:</span> {evaluation.distributionReason}
                </p>
              ) : null}
            </Notice>
          ) : null}
          {check?.notes.map((note) => (
            <Notice key={note.code} tone="neutral">
              {inLocale(note.message)}
            </Notice>
          ))}
          {rated < population ? <p class="text-sm text-base-content/75">{text.incomplete()}</p> : null}
        </div>
      )}
    </Card>
  );
}

function FixForm({ visit, view, evaluationId, errors = {}, typed }: Props) {
  const { evaluation, period } = view;
  const required = period.distributionPolicy === 'reason';
  return (
    <Card title={evaluation ? text.change() : text.fix()}>
      <form
        method="post"
        action={visit.path(`/organisation/units/${view.unit.id}/evaluations`)}
        class="grid gap-5 max-w-prose"
        data-controller="once"
      >
        <input type="hidden" name="periodId" value={period.id} />
        <input type="hidden" name="evaluationId" value={evaluationId} />
        <input type="hidden" name="seenId" value={evaluation?.id ?? ''} />
        {evaluation ? <p class="text-sm text-base-content/75">{text.changeHint()}</p> : null}
        <div id="predicate">
          <RadioGroup
            name="predicate"
            label={text.predicate()}
            required
            inline
            value={typed?.predicate ?? evaluation?.predicate}
            error={errors.predicate}
            choices={ORGANISATION_PREDICATES.map((predicate) => ({
              value: predicate,
              label: inLocale(organisationPredicateLabel(predicate)),
            }))}
          />
        </div>
        <TextArea
          name="reason"
          label={text.reason()}
          hint={text.reasonHint()}
          required
          value={typed?.reason ?? evaluation?.reason}
          error={errors.reason}
          maxLength={WORDS.reason}
        />
        <TextArea
          name="distributionReason"
          label={text.distributionReason()}
          hint={required ? text.distributionReasonRequired() : text.distributionReasonOptional()}
          value={typed?.distributionReason ?? evaluation?.distributionReason}
          error={errors.distributionReason}
          maxLength={WORDS.reason}
        />
        <div>
          <SubmitButton icon="check">{evaluation ? text.change() : text.fix()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function History({ visit, view }: { visit: Visit; view: UnitView }) {
  const earlier = view.history.filter((each) => each.supersededAt !== null);
  if (earlier.length === 0) return null;
  return (
    <Card title={text.history()}>
      <ol class="grid gap-4 text-sm">
        {earlier.map((each) => (
          <li key={each.id}>
            <Badge>{inLocale(organisationPredicateLabel(each.predicate))}</Badge>{' '}
            <span class="text-base-content/75">
              {text.fixedBy({
                name: view.names.get(each.decidedBy) ?? '',
                when: formatInstant(each.decidedAt, visit.agency.zone),
              })}
            </span>
            <p class="mt-1 whitespace-pre-line max-w-prose">{each.reason}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
