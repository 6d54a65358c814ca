import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame, type ParticipationView } from '#features/periods/index.ts';
import type { PlanContent, PlanResult } from '#features/planning/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Badge, Card, EmptyState, LinkButton, Notice } from '#ui/parts.tsx';
import { Sparkline } from '#ui/plot/index.ts';
import { earlier } from '../days.ts';
import { diaryText } from '../diary/text.ts';
import { finding, shown, shownPercent, standing, targetWords, withUnit } from '../finding.ts';
import type { Feedback, IndicatorProgress } from '../model.ts';
import { type Blocked, feedbackRole, mayRecord } from '../policy.ts';
import type { CheckpointState } from '../queries-check-ins.ts';
import type { FormerLine } from '../queries-former.ts';
import { course, recentPercent } from '../realisation.ts';
import { text } from '../text.ts';
import { blockedWords } from '../words.ts';
import { CheckpointList } from './checkpoint-list.tsx';

export interface ProgressView {
  readonly visit: Visit;
  readonly view: ParticipationView;
  readonly content: PlanContent | null;
  readonly indicators: readonly IndicatorProgress[];
  readonly feedback: readonly Feedback[];
  readonly checkpoints: readonly CheckpointState[];
  /** What was recorded on indicators that a revision has taken out. */
  readonly former: readonly FormerLine[];
  readonly blocked: Blocked;
  /** Percent of the participant's time that has passed. */
  readonly elapsed: string;
}

export function ProgressPage(props: ProgressView) {
  const { visit, view, content, blocked } = props;
  const base = visit.path(`/appraisals/${view.participation.id}`);
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={text.title()}
      acts={<Acts {...props} base={base} />}
    >
      {blocked === null || blocked === 'plan-not-agreed' ? null : <Notice>{blockedWords(blocked)}</Notice>}
      {content ? (
        <>
          <Summary {...props} />
          {content.results.map((result) => (
            <ResultCard key={result.id} {...props} result={result} base={base} />
          ))}
          <FormerLines lines={props.former} />
        </>
      ) : (
        <Card>
          <EmptyState
            icon="target"
            title={text.noPlanTitle()}
            act={
              <LinkButton href={`${base}/plan`} look="primary">
                {text.toPlan()}
              </LinkButton>
            }
          >
            {blockedWords('plan-not-agreed')}
          </EmptyState>
        </Card>
      )}
      <CheckpointList
        checkpoints={props.checkpoints}
        relations={view.relations}
        today={visit.today}
        base={`${base}/check-ins`}
        isOpen={blocked === null || blocked === 'plan-not-agreed'}
      />
    </AppraisalFrame>
  );
}

function Acts({ view, blocked, feedback, base }: ProgressView & { base: string }) {
  const records = mayRecord(view.relations);
  const gives = feedbackRole(view.relations) !== null;
  return (
    <div class="flex flex-wrap-reverse gap-2">
      <LinkButton href={`${base}/diary`} icon="edit">
        {diaryText.open()}
      </LinkButton>
      <LinkButton href={`${base}/feedback`} look={gives && !records ? 'primary' : 'outline'} icon="message">
        {gives ? text.giveFeedback() : text.feedbackCount({ count: feedback.length })}
      </LinkButton>
      {records && blocked === null ? (
        <LinkButton href={`${base}/progress/new`} look="primary" icon="plus">
          {text.recordAct()}
        </LinkButton>
      ) : null}
    </div>
  );
}

function Summary({ indicators, elapsed, view, visit }: ProgressView) {
  const tracks = indicators.map((each) => standing(each, elapsed).track);
  const needing = tracks.filter((track) => track === 'behind' || track === 'missing').length;
  const evidence = indicators.flatMap((each) => each.evidence);
  const dates = evidence.map((each) => {
    const entry = indicators.flatMap((one) => one.entries).find((one) => one.id === each.entryId);
    return entry?.onDate ?? todayIn(visit.agency.zone, each.createdAt);
  });
  const until = earlier(visit.today, view.participation.endsOn);
  const recent = recentPercent(dates, view.participation.startsOn, until);
  return (
    <div class="grid gap-1">
      <p class="text-lg font-medium">
        {needing > 0
          ? text.attention({ count: needing, total: indicators.length })
          : indicators.length > 0
            ? text.allWell()
            : text.nothingYet()}
      </p>
      <p class="text-sm text-base-content/75">
        {text.elapsedShare({ percent: shownPercent(elapsed) })} ·{' '}
        {text.evidenceCount({ count: evidence.length })}
        {recent === null ? null : <> · {text.recent({ percent: shown(recent) })}</>}
      </p>
    </div>
  );
}

function ResultCard(props: ProgressView & { result: PlanResult; base: string }) {
  const { result, indicators, feedback } = props;
  const own = indicators.filter((each) => each.result.id === result.id);
  const said = feedback.filter((each) => each.target === 'result' && each.lineId === result.id).length;
  return (
    <Card
      id={`result-${result.id}`}
      padded={false}
      title={result.statement}
      aside={
        <span class="flex flex-wrap gap-2 items-center">
          {said > 0 ? <span>{text.feedbackCount({ count: said })}</span> : null}
          <Badge>{result.kind === 'main' ? text.main() : text.additional()}</Badge>
        </span>
      }
    >
      <ul class="divide-y divide-base-300">
        {own.map((each) => (
          <IndicatorRow key={each.indicator.id} {...props} progress={each} />
        ))}
      </ul>
    </Card>
  );
}

function IndicatorRow(props: ProgressView & { progress: IndicatorProgress; base: string }) {
  const { progress, base, elapsed, view, blocked } = props;
  const { indicator, entries, realisation } = progress;
  const { track, tone } = standing(progress, elapsed);
  const last = entries.at(-1);
  return (
    <li
      class="px-5 py-4 grid md:grid-cols-[minmax(0,1fr)_15rem] gap-x-8 gap-y-3"
      id={`indicator-${indicator.id}`}
    >
      <div class="grid gap-2 min-w-0 content-start">
        <h3 class="font-medium">
          <a class="hover:underline" href={`${base}/progress/${indicator.id}`}>
            {indicator.statement}
          </a>
        </h3>
        <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Badge tone={tone}>{text[track]()}</Badge>
          <span class="text-sm">{finding(progress, elapsed)}</span>
        </p>
        <dl class="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <Fact label={text.target()} value={targetWords(indicator)} />
          <Fact
            label={text.realisation()}
            value={realisation === null ? text.none() : withUnit(realisation, indicator.target.unit)}
          />
          <Fact label={text.lastEntry()} value={last ? formatDate(last.onDate, 'short') : text.none()} />
        </dl>
        <p class="flex flex-wrap gap-x-4 gap-y-1 text-sm items-center">
          {mayRecord(view.relations) && blocked === null ? (
            <a class="btn btn-sm btn-outline" href={`${base}/progress/new?indicator=${indicator.id}`}>
              {text.recordAct()}
              <span class="sr-only">: {indicator.statement}</span>
            </a>
          ) : null}
          <a class="link py-1" href={`${base}/progress/${indicator.id}`}>
            {text.evidenceCount({ count: progress.evidence.length })},{' '}
            {text.feedbackCount({ count: progress.feedback.length })}
            <span class="sr-only">: {indicator.statement}</span>
          </a>
        </p>
      </div>
      <SmallPlot {...props} />
    </li>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div class="flex gap-1.5">
      <dt class="text-base-content/75">{label}</dt>
      <dd class="num font-medium">{value}</dd>
    </div>
  );
}

function FormerLines({ lines }: { lines: readonly FormerLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Card title={text.formerTitle()} id="former">
      <p class="text-sm text-base-content/75">{text.formerHint()}</p>
      <ul class="grid gap-3 mt-3">
        {lines.map((line) => (
          <li key={line.indicatorId}>
            <p class="font-medium">{line.statement}</p>
            <ul class="text-sm">
              {line.entries.map((entry) => (
                <li key={entry.id}>
                  {formatDate(entry.onDate)}
                  {entry.value === null ? '' : ` · ${shown(entry.value)}`}
                  {entry.narrative ? ` · ${entry.narrative}` : ''}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Realisation over the year against the target; the page of the indicator shows the same as a table. */
function SmallPlot({ progress, elapsed, view, visit }: ProgressView & { progress: IndicatorProgress }) {
  const { target } = progress.indicator;
  const points = course(progress.entries, target.accumulation);
  if (target.value === null || points.length === 0) return null;
  return (
    <div>
      <Sparkline
        label={finding(progress, elapsed)}
        from={view.participation.startsOn}
        to={view.participation.endsOn}
        today={visit.today}
        points={points.map((point) => ({ on: point.onDate, value: point.value }))}
        target={target.value}
        pace={target.accumulation === 'sum'}
      />
      <details class="text-sm mt-1">
        <summary class="cursor-pointer py-1 link">{text.asTable()}</summary>
        <table class="table table-xs">
          <caption class="sr-only">{progress.indicator.statement}</caption>
          <thead>
            <tr>
              <th scope="col">{text.date()}</th>
              <th scope="col" class="text-right">
                {text.realisation()}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.onDate}>
                <th scope="row" class="font-normal">
                  {formatDate(point.onDate, 'short')}
                </th>
                <td class="text-right num">{shown(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
