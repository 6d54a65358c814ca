import { caseWords, clockText } from '#domain/attendance/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { civilDateIn, formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, Facts } from '#ui/parts.tsx';
import type { CaseRow } from '../cases.ts';
import { contestableUntil } from '../commands.ts';
import { isDecided } from '../days.ts';
import { text } from '../text.ts';
import { CaseState, type CasesView, type TracedCase } from './cases-page.tsx';
import { CaseContestForm, type ContestForm } from './contest-form.tsx';
import { ContestLine } from './day-page.tsx';
import { durationWords } from './durations.ts';
import { serviceName } from './words.ts';

/** Days of the trace that are shown one by one. */
const TRACED_DAYS = 31;

export interface CasePageView extends Omit<CasesView, 'cases' | 'shares' | 'plot'> {
  readonly shown: TracedCase;
  readonly history: readonly CaseRow[];
  readonly contestDays: number;
  readonly form: ContestForm | null;
}

/** One case: when the clock ran, whether the promise was kept, and the way to contest it. */
export function CasePage(props: CasePageView) {
  const { visit, one, component, shown, history } = props;
  const { row, trace } = shown;
  const contests = props.contests.filter(
    ({ subject }) => subject.kind === 'case' && subject.number === row.number,
  );
  const former = history.filter(({ supersededAt }) => supersededAt !== null);
  return (
    <AppraisalFrame
      visit={visit}
      view={one.view}
      current="progress"
      title={text.caseTitle({ number: row.number })}
      width="narrow"
    >
      <p>
        <a class="link" href={visit.path(`/appraisals/${one.view.participation.id}/cases/${component}`)}>
          {text.cases()}
        </a>
      </p>
      <Card
        title={serviceName(one.compiled, component, row.service)}
        aside={
          <span class="flex gap-1">
            <CaseState {...shown} />
            {isDecided(row) ? <Badge tone="info">{text.corrected()}</Badge> : null}
          </span>
        }
      >
        {trace ? <p class="max-w-prose text-lg">{inLocale(caseWords(row, trace))}</p> : null}
        {row.isCounted ? null : <p class="mt-2">{text.proposedNotMine()}</p>}
        <div class="mt-4">
          <Facts
            facts={[
              [
                text.source(),
                text.sourceOf({
                  note: row.note,
                  date: formatDate(civilDateIn(visit.agency.zone, row.recordedAt), 'short'),
                }),
              ],
            ]}
          />
        </div>
        {former.length > 0 ? (
          <details class="mt-3">
            <summary class="link cursor-pointer">{text.formerly()}</summary>
            <ul class="mt-2 grid gap-1 list-disc ps-5">
              {former.map((each) => (
                <li key={each.id}>
                  {each.start.replace('T', ' ')} – {each.end?.replace('T', ' ') ?? text.notFinished()} ·{' '}
                  {each.note}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Card>
      {trace && trace.days.length > 0 ? <Trace trace={trace} /> : null}
      {contests.map((contest) => (
        <ContestLine key={contest.id} visit={visit} contest={contest} />
      ))}
      <ContestCard {...props} isWaiting={contests.some(({ state }) => state === 'open')} />
    </AppraisalFrame>
  );
}

function Trace({ trace }: { trace: NonNullable<TracedCase['trace']> }) {
  const rest = trace.days.length - TRACED_DAYS;
  return (
    <Card title={text.trace()} padded={false}>
      <DataTable
        caption={text.trace()}
        rows={trace.days.slice(0, TRACED_DAYS)}
        rowKey={(day) => day.date}
        columns={[
          { key: 'day', heading: text.traceDay(), isTitle: true, cell: (day) => formatDate(day.date) },
          {
            key: 'spans',
            heading: text.traceSpan(),
            cell: (day) => day.spans.map(([from, to]) => `${clockText(from)}–${clockText(to)}`).join(', '),
          },
          {
            key: 'minutes',
            heading: text.traceMinutes(),
            align: 'right',
            cell: (day) => durationWords(day.minutes),
          },
        ]}
      />
      {rest > 0 ? <p class="p-5">{text.traceRest({ count: rest })}</p> : null}
    </Card>
  );
}

function ContestCard(props: CasePageView & { isWaiting: boolean }) {
  const { visit, one, shown, form, contestDays } = props;
  const { relations, participation } = one.view;
  if (!relations.has('employee') || participation.period.state !== 'open' || props.isWaiting) return null;
  const until = contestableUntil(shown.row.recordedAt, contestDays, visit.agency.zone);
  if (visit.today > until)
    return (
      <Card>
        <p class="max-w-prose">{text.windowOver({ date: formatDate(until) })}</p>
      </Card>
    );
  if (!form) return null;
  return (
    <Card title={text.contestCase()} id="contest">
      <p class="max-w-prose mb-4">{text.contestUntil({ date: formatDate(until) })}</p>
      <CaseContestForm {...form} />
    </Card>
  );
}
