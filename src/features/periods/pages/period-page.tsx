import type { Scheme } from '#domain/schemes/index.ts';
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatDate, formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Period } from '../queries.ts';
import { text } from '../text.ts';
import { openPeriodActs, type PeriodAct } from '../transitions.ts';
import { ACT_LABELS, PeriodBadge, span } from './labels.tsx';

export interface HistoryLine {
  readonly id: string;
  readonly act: PeriodAct;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly at: Date;
}

export interface PeriodView {
  readonly visit: Visit;
  readonly period: Period;
  readonly scheme: Scheme | undefined;
  readonly counts: { readonly active: number; readonly moved: number; readonly excluded: number };
  readonly history: readonly HistoryLine[];
  readonly mayAct: boolean;
  readonly reopenError?: string | undefined;
}

export function PeriodPage(view: PeriodView) {
  const { visit, period, mayAct } = view;
  const base = visit.path(`/periods/${period.id}`);
  return (
    <Layout chrome={visit.chrome} title={period.name} current="periods">
      <PageHeading
        title={period.name}
        above={
          <>
            <a class="link" href={visit.path('/periods')}>
              {text.periods()}
            </a>{' '}
            · {span(period.startsOn, period.endsOn)} · <PeriodBadge state={period.state} />
          </>
        }
        acts={
          mayAct && period.state !== 'closed' ? (
            <LinkButton href={`${base}/edit`} icon="edit">
              {text.editPeriod()}
            </LinkButton>
          ) : null
        }
      />
      <NextStep {...view} base={base} />
      <div class="grid lg:grid-cols-[6fr_5fr] gap-6 items-start">
        <Card title={text.basics()}>
          <PeriodFacts {...view} />
        </Card>
        <Card title={text.checkpoints()} padded={false}>
          <DataTable
            caption={text.checkpoints()}
            rows={period.checkpoints}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', heading: text.checkpoint(), isTitle: true, cell: (row) => row.name },
              { key: 'span', heading: text.span(), cell: (row) => span(row.startsOn, row.endsOn) },
              { key: 'due', heading: text.dueOn(), cell: (row) => formatDate(row.dueOn, 'short') },
            ]}
          />
        </Card>
      </div>
      <Card title={text.history()}>
        <History {...view} />
      </Card>
    </Layout>
  );
}

function NextStep({ visit, period, mayAct, counts, reopenError, base }: PeriodView & { base: string }) {
  const acts = new Set(openPeriodActs(period.state, visit.actor).map((row) => row.act));
  const words = {
    draft: text.draftNext(),
    open: text.openNext(),
    closed: text.closedNext({
      date: period.closedAt ? formatInstant(period.closedAt, visit.agency.zone) : '–',
    }),
  }[period.state];
  return (
    <Card
      title={text.nextStep()}
      aside={
        period.state === 'draft' ? null : (
          <a class="link" href={`${base}/participants`}>
            {text.participants()}: {formatNumber(counts.active + counts.moved)}
          </a>
        )
      }
    >
      <p class="max-w-prose">{words}</p>
      <div class="flex flex-wrap gap-2 mt-4">
        {period.state === 'draft' ? (
          <LinkButton href={`${base}/preflight`} look="primary" icon="checkCircle">
            {text.checkReadiness()}
          </LinkButton>
        ) : null}
        {period.state === 'open' && mayAct ? (
          <LinkButton href={`${base}/changes`} look="primary" icon="rotate">
            {text.updateParticipants()}
          </LinkButton>
        ) : null}
        <LinkButton href={`${base}/participants`} icon="users">
          {text.seeParticipants()}
        </LinkButton>
        <LinkButton href={`${base}/criteria`} icon="file">
          {text.criteria()}
        </LinkButton>
        {period.state === 'draft' ? null : (
          <>
            <LinkButton href={`${base}/measurements`} icon="chart">
              {text.measurements()}
            </LinkButton>
            <LinkButton href={`${base}/second-looks`} icon="users">
              {text.secondLooks()}
            </LinkButton>
            <LinkButton href={visit.path(`/calibration?period=${period.id}`)} icon="scale">
              {text.calibration()}
            </LinkButton>
            <LinkButton href={`${base}/voices`} icon="message">
              {text.otherVoices()}
            </LinkButton>
            <LinkButton href={`${base}/innovations`} icon="trending">
              {text.innovations()}
            </LinkButton>
          </>
        )}
        <LinkButton href={`${base}/schemes`} icon="list">
          {text.schemesByUnit()}
        </LinkButton>
        {period.state === 'closed' && isAgencyOfficer(visit.actor) ? (
          <LinkButton href={visit.path(`/scheme-trials?period=${period.id}`)} icon="calculator">
            {text.tryScheme()}
          </LinkButton>
        ) : null}
        {acts.has('close') ? (
          <LinkButton href={`${base}/closing`} icon="lock">
            {text.closePeriod()}
          </LinkButton>
        ) : null}
      </div>
      {acts.has('reopen') ? (
        <form
          method="post"
          action={`${base}/reopening`}
          class="grid gap-3 mt-5 max-w-prose"
          data-controller="once"
        >
          <TextArea name="reason" label={text.reopenReason()} required maxLength={2000} error={reopenError} />
          <div>
            <SubmitButton look="outline" icon="rotate">
              {text.reopenPeriod()}
            </SubmitButton>
          </div>
        </form>
      ) : null}
    </Card>
  );
}

function PeriodFacts({ period, scheme, counts }: PeriodView) {
  const title = scheme ? inLocale(scheme.title) : period.schemeId;
  return (
    <Facts
      facts={[
        [text.scheme(), text.schemeVersion({ title, version: String(period.schemeVersion) })],
        [text.checkInEvery(), text[period.checkInEvery]()],
        [
          text.units(),
          period.unitIds.length === 0
            ? text.wholeAgency()
            : text.countUnits({ count: period.unitIds.length }),
        ],
        [text.planDueOn(), formatDate(period.planDueOn)],
        [text.selfAssessmentDueOn(), formatDate(period.selfAssessmentDueOn)],
        [text.ratingDueOn(), formatDate(period.ratingDueOn)],
        [text.ratificationDueOn(), formatDate(period.ratificationDueOn)],
        [text.objectionDays(), text.days({ count: period.objectionDays })],
        [text.explanationDays(), text.days({ count: period.explanationDays })],
        [text.decisionDays(), text.days({ count: period.decisionDays })],
        [text.distributionPolicy(), text[period.distributionPolicy]()],
        [text.stateExcluded(), formatNumber(counts.excluded)],
      ]}
    />
  );
}

function History({ visit, history }: PeriodView) {
  if (history.length === 0) return <p class="text-base-content/75">{text.noHistory()}</p>;
  return (
    <ol class="grid gap-3">
      {history.map((line) => (
        <li key={line.id}>
          <p class="font-medium">
            {text.historyAct({ act: ACT_LABELS[line.act](), name: line.actorName ?? 'Tera' })}
          </p>
          <p class="text-sm text-base-content/75">{formatInstant(line.at, visit.agency.zone)}</p>
          {line.reason ? <p class="mt-1 whitespace-pre-line">{line.reason}</p> : null}
        </li>
      ))}
    </ol>
  );
}
