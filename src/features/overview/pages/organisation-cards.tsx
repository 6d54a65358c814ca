/** How far an organisation is: steps as bars, who is late, how predicates spread, the dates ahead. */
import { PREDICATES } from '#domain/rules/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { Card, LinkButton, ProgressBar } from '#ui/parts.tsx';
import { PlotFigure, renderBarPlot } from '#ui/plot/index.ts';
import type { OrganisationView } from '../home.ts';
import { LATE_LABELS, predicateText } from '../labels.ts';
import type { Progress, UnitProgress } from '../queries/progress.ts';
import type { PeriodFacts } from '../stages.ts';
import { daysLeft } from '../task-text.ts';
import { text } from '../text.ts';

export function ProgressCard({ visit, view }: { visit: Visit; view: OrganisationView }) {
  const { total, period } = view;
  const steps = [
    [text.planned(), total.planned],
    [text.selfAssessed(), total.selfAssessed],
    [text.rated(), total.rated],
    [text.ratified(), total.ratified],
    [text.accepted(), total.accepted],
  ] as const;
  return (
    <Card
      title={text.progress({ period: period.name })}
      aside={text.participants({ count: total.participants })}
    >
      <div class="grid gap-3.5">
        {steps.map(([label, done]) => (
          <ProgressBar key={label} label={label} done={done} total={total.participants} />
        ))}
        <div class="flex flex-wrap items-center justify-between gap-3 mt-1">
          <LinkButton href={visit.path('/organisation')} icon="chart">
            {text.byUnit()}
          </LinkButton>
          {view.canAct ? null : <p class="text-sm text-base-content/75">{text.readOnly()}</p>}
        </div>
      </div>
    </Card>
  );
}

export function LateCard({ visit, view }: { visit: Visit; view: OrganisationView }) {
  return (
    <Card title={text.late()}>
      {view.late.length === 0 ? <p class="text-base-content/75">{text.nobodyLate()}</p> : null}
      <ul class="divide-y divide-base-300 -my-2">
        {view.late.map(({ step, dueOn, count }) => (
          <li key={step} class="py-2.5">
            <a class="link font-medium" href={visit.path(`/organisation/late?step=${step}`)}>
              {LATE_LABELS[step]()}
            </a>
            <p class="text-sm text-base-content/75 num">
              {text.lateRow({ count, date: formatDate(dueOn, 'short') })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function FlagsCard({ visit, openFlags }: { visit: Visit; openFlags: number }) {
  if (openFlags === 0) return null;
  return (
    <Card title={text.flags()}>
      <p>{text.flagsCount({ count: openFlags })}</p>
      <div class="mt-3">
        <LinkButton small href={visit.path('/people/appraisers')} icon="flag">
          {text.handleFlags()}
        </LinkButton>
      </div>
    </Card>
  );
}

export function DeadlinesCard({ visit, period }: { visit: Visit; period: PeriodFacts }) {
  const dates = [
    [text.duePlan(), period.planDueOn],
    [text.dueSelf(), period.selfAssessmentDueOn],
    [text.dueRating(), period.ratingDueOn],
    [text.dueRatification(), period.ratificationDueOn],
  ] as const;
  return (
    <Card title={text.deadlines()}>
      <dl class="grid gap-2.5 text-sm">
        {dates.map(([label, dueOn]) => (
          <div key={label} class="flex flex-wrap justify-between gap-x-4">
            <dt>{label}</dt>
            <dd class="num">
              {formatDate(dueOn, 'short')}
              {dueOn >= visit.today && period.state === 'open' ? (
                <span class="text-base-content/75"> · {daysLeft(dueOn, visit.today)}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The drawing of how predicates spread; made before the page, because plots are drawn asynchronously. */
export function distributionPlot(progress: Progress): Promise<string> {
  return renderBarPlot({
    shape: 'columns',
    bars: PREDICATES.map((code) => ({
      // `Kurang/Misconduct` is too wide for a column; the table below says it in full.
      label: predicateText(code).split('/')[0] ?? '',
      value: String(progress.predicates[code]),
    })),
  });
}

export function DistributionCard({ progress, svg }: { progress: Progress; svg: string }) {
  const counted = progress.rated;
  const most = [...PREDICATES].sort((a, b) => progress.predicates[b] - progress.predicates[a])[0];
  const share = (count: number) => formatNumber((count / counted) * 100, { maximumFractionDigits: 0 });
  return (
    <Card title={text.distributionOf()}>
      {counted === 0 || !most ? (
        <p class="text-base-content/75">{text.noResults()}</p>
      ) : (
        <PlotFigure
          finding={text.distributionFinding({
            predicate: predicateText(most),
            share: share(progress.predicates[most]),
            count: counted,
          })}
          svg={svg}
          table={{
            columns: [text.predicate(), text.people(), text.share()],
            rows: PREDICATES.map((code) => [
              predicateText(code),
              formatNumber(progress.predicates[code]),
              `${share(progress.predicates[code])} %`,
            ]),
          }}
        />
      )}
    </Card>
  );
}

/** The least advanced units, with the step that most people have still to do. */
export function UnitsCard({ visit, units }: { visit: Visit; units: readonly UnitProgress[] }) {
  const slowest = [...units].sort((one, other) => share(one.progress) - share(other.progress)).slice(0, 6);
  if (units.length < 2) return null;
  return (
    <Card title={text.byUnit()}>
      <ul class="grid gap-3">
        {slowest.map(({ unit, progress }) => (
          <li key={unit.id}>
            <a class="link text-sm" href={visit.path(`/organisation?unit=${unit.id}`)}>
              {unit.name}
            </a>
            <ProgressBar label={text.planned()} done={progress.planned} total={progress.participants} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function share(progress: Progress): number {
  const { participants, planned, rated, ratified } = progress;
  return (planned + rated + ratified) / Math.max(participants, 1);
}
