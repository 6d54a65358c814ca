import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { Badge, Card, EmptyState, LinkButton } from '#ui/parts.tsx';
import { PlotFigure } from '#ui/plot/index.ts';
import { finding, shown, standing, targetWords, withUnit } from '../finding.ts';
import type { Entry, Evidence, IndicatorProgress } from '../model.ts';
import { type Blocked, feedbackRole, mayAskLinkAgain, mayRecord } from '../policy.ts';
import { course } from '../realisation.ts';
import { text } from '../text.ts';
import { accumulationWords } from './entry-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FeedbackList } from './feedback-list.tsx';

export interface IndicatorView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly progress: IndicatorProgress;
  readonly blocked: Blocked;
  readonly elapsed: string;
  /** Drawn by `renderLinePlot`; null where nothing was measured. */
  readonly plot: string | null;
}

export function IndicatorPage(props: IndicatorView) {
  const { visit, view, progress, blocked, elapsed } = props;
  const base = visit.path(`/appraisals/${view.participation.id}`);
  const { indicator } = progress;
  const { track, tone } = standing(progress, elapsed);
  const records = mayRecord(view.relations) && blocked === null;
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={indicator.statement}
      acts={
        records ? (
          <LinkButton href={`${base}/progress/new?indicator=${indicator.id}`} look="primary" icon="plus">
            {text.recordAct()}
          </LinkButton>
        ) : feedbackRole(view.relations) ? (
          <LinkButton href={`${base}/feedback?line=indicator:${indicator.id}`} look="primary" icon="message">
            {text.giveFeedback()}
          </LinkButton>
        ) : null
      }
    >
      <Card>
        <div class="grid md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-6">
          <div class="grid gap-3 content-start">
            <p class="text-sm text-base-content/75">{progress.result.statement}</p>
            <p>
              <Badge tone={tone}>{text[track]()}</Badge>
            </p>
            <Numbers progress={progress} />
            <p class="text-sm text-base-content/75">
              {accumulationWords(indicator)}.
              {indicator.target.direction === 'lower' && indicator.target.value !== null ? (
                <span class="block mt-1">{text.formulaLower()}</span>
              ) : null}
            </p>
          </div>
          <Plot {...props} />
        </div>
      </Card>
      <History {...props} base={base} records={records} />
      <Card title={text.feedback()} id="feedback">
        <FeedbackList feedback={progress.feedback} visit={visit} lineNames={null} />
        {progress.feedback.length === 0 ? <p class="text-base-content/75">{text.none()}</p> : null}
      </Card>
    </AppraisalFrame>
  );
}

function Numbers({ progress }: { progress: IndicatorProgress }) {
  const { indicator, realisation } = progress;
  return (
    <dl class="grid grid-cols-2 gap-4">
      <div>
        <dt class="text-sm text-base-content/75">{text.realisation()}</dt>
        <dd class="text-2xl font-semibold num">
          {realisation === null ? '–' : withUnit(realisation, indicator.target.unit)}
        </dd>
      </div>
      <div>
        <dt class="text-sm text-base-content/75">{text.target()}</dt>
        <dd class="text-2xl font-semibold num">{targetWords(indicator)}</dd>
      </div>
    </dl>
  );
}

function Plot({ progress, elapsed, plot }: IndicatorView) {
  const { target } = progress.indicator;
  if (plot === null) return <p class="font-medium">{finding(progress, elapsed)}</p>;
  return (
    <PlotFigure
      finding={finding(progress, elapsed)}
      svg={plot}
      legend={target.accumulation === 'sum' ? text.legendPlot() : text.legendPlain()}
      table={{
        columns: [text.date(), text.realisation()],
        rows: course(progress.entries, target.accumulation).map((point) => [
          formatDate(point.onDate),
          shown(point.value),
        ]),
      }}
    />
  );
}

function History(props: IndicatorView & { base: string; records: boolean }) {
  const { progress, view, records } = props;
  const newestFirst = [...progress.entries].reverse();
  return (
    <Card title={text.history()} padded={false} id="history">
      {newestFirst.length === 0 ? (
        <EmptyState icon="trending" title={text.noEntries()}>
          {view.relations.has('employee') ? (records ? text.noEntriesHint() : null) : text.noEntriesReader()}
        </EmptyState>
      ) : (
        <ol class="divide-y divide-base-300">
          {newestFirst.map((entry) => (
            <EntryItem key={entry.id} {...props} entry={entry} />
          ))}
        </ol>
      )}
      {progress.withdrawnEntries.length > 0 ? (
        <details class="border-t border-base-300 px-5 py-3">
          <summary class="cursor-pointer link py-1">
            {text.withdrawnEntries({ count: progress.withdrawnEntries.length })}
          </summary>
          <ol class="grid gap-3 mt-2">
            {progress.withdrawnEntries.map((entry) => (
              <WithdrawnItem key={entry.id} {...props} entry={entry} />
            ))}
          </ol>
        </details>
      ) : null}
    </Card>
  );
}

function EntryItem(props: IndicatorView & { base: string; records: boolean; entry: Entry }) {
  const { entry, progress, base, records, view, visit } = props;
  const evidence = progress.evidence.filter((each: Evidence) => each.entryId === entry.id);
  return (
    <li class="px-5 py-4 grid gap-2" id={`entry-${entry.id}`}>
      <div class="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span class="font-medium">{formatDate(entry.onDate)}</span>
        {entry.value === null ? null : (
          <span class="font-semibold num">{withUnit(entry.value, progress.indicator.target.unit)}</span>
        )}
        <span class="text-sm text-base-content/75">
          {text.recordedAt({ at: formatInstant(entry.createdAt, visit.agency.zone) })}
        </span>
      </div>
      {entry.narrative ? <p class="max-w-prose whitespace-pre-line break-words">{entry.narrative}</p> : null}
      {evidence.length === 0 ? <p class="text-sm text-base-content/75">{text.noEvidence()}</p> : null}
      <EvidenceList
        evidence={evidence}
        acts={{
          base: `${base}/evidence`,
          mayWithdraw: records,
          mayAskAgain: mayAskLinkAgain(view.relations) && props.blocked === null,
        }}
      />
      {records ? <EntryActs entry={entry} base={base} indicatorId={progress.indicator.id} /> : null}
    </li>
  );
}

function EntryActs({ entry, base, indicatorId }: { entry: Entry; base: string; indicatorId: string }) {
  const on = <span class="sr-only"> {formatDate(entry.onDate)}</span>;
  return (
    <p class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <a class="link py-1" href={`${base}/progress/entries/${entry.id}/evidence`}>
        {text.addEvidence()}
        {on}
      </a>
      <a class="link py-1" href={`${base}/progress/new?indicator=${indicatorId}&replaces=${entry.id}`}>
        {text.change()}
        {on}
      </a>
      <a class="link py-1" href={`${base}/progress/entries/${entry.id}/withdrawal`}>
        {text.withdraw()}
        {on}
      </a>
    </p>
  );
}

function WithdrawnItem({ entry, progress, visit }: IndicatorView & { entry: Entry }) {
  return (
    <li class="text-sm">
      <s>
        {formatDate(entry.onDate)}
        {entry.value === null ? '' : ` · ${withUnit(entry.value, progress.indicator.target.unit)}`}
        {entry.narrative ? ` · ${entry.narrative}` : ''}
      </s>
      {entry.withdrawn ? (
        <span class="block text-base-content/75">
          {text.withdrawnOn({
            at: formatInstant(entry.withdrawn.at, visit.agency.zone),
            reason: entry.withdrawn.reason ?? '–',
          })}
        </span>
      ) : null}
    </li>
  );
}
