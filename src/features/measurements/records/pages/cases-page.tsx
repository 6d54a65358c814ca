import type { CaseTrace } from '#domain/attendance/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, type Tone } from '#ui/parts.tsx';
import { PlotFigure } from '#ui/plot/index.ts';
import type { CaseRow } from '../cases.ts';
import type { Contest } from '../contests.ts';
import { isDecided } from '../days.ts';
import { monthName } from '../months.ts';
import { text } from '../text.ts';
import type { OfOne } from '../view.ts';
import { durationWords } from './durations.ts';
import { momentWords, serviceName } from './words.ts';

export interface TracedCase {
  readonly row: CaseRow;
  readonly trace: CaseTrace | undefined;
}

export interface MonthShare {
  readonly month: string;
  readonly closed: number;
  readonly onTime: number;
  /** Whole percent. */
  readonly share: number;
}

export interface CasesView {
  readonly visit: Visit;
  readonly one: OfOne;
  readonly component: string;
  readonly cases: readonly TracedCase[];
  readonly contests: readonly Contest[];
  readonly shares: readonly MonthShare[];
  readonly plot: string;
}

/** The cases somebody answers for, each in time or not, with the share by month. */
export function CasesPage(props: CasesView) {
  const { visit, one, component, cases, contests } = props;
  const { participation } = one.view;
  const isOwn = one.view.relations.has('employee');
  const path = visit.path(`/appraisals/${participation.id}/cases/${component}`);
  const open = new Set(
    contests.flatMap(({ state, subject }) =>
      state === 'open' && subject.kind === 'case' ? [subject.number] : [],
    ),
  );
  return (
    <AppraisalFrame
      visit={visit}
      view={one.view}
      current="progress"
      title={isOwn ? text.cases() : text.casesOf({ name: participation.person.name })}
    >
      <p class="max-w-prose">{text.casesIntro()}</p>
      {cases.length === 0 ? (
        <Card>
          <EmptyState icon="file" title={text.noCases()}>
            {text.noCasesHint()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Shares {...props} />
          <Card title={text.cases()} padded={false}>
            <DataTable
              caption={text.cases()}
              rows={cases}
              rowKey={({ row }) => row.id}
              columns={[
                {
                  key: 'number',
                  heading: text.caseNumber(),
                  isTitle: true,
                  cell: ({ row }) => (
                    <a class="link" href={`${path}/${row.id}`}>
                      {row.number}
                    </a>
                  ),
                },
                {
                  key: 'service',
                  heading: text.service(),
                  cell: ({ row }) => serviceName(one.compiled, component, row.service),
                },
                { key: 'start', heading: text.started(), cell: ({ row }) => momentWords(row.start) },
                {
                  key: 'end',
                  heading: text.finished(),
                  cell: ({ row }) => (row.end ? momentWords(row.end) : '–'),
                },
                {
                  key: 'took',
                  heading: text.took(),
                  cell: ({ row, trace }) => (row.end && trace ? durationWords(trace.minutes) : '–'),
                },
                {
                  key: 'state',
                  heading: text.state(),
                  cell: (each) => (
                    <span class="flex flex-wrap gap-1">
                      <CaseState {...each} />
                      {open.has(each.row.number) ? <Badge tone="warning">{text.contested()}</Badge> : null}
                      {isDecided(each.row) ? <Badge tone="info">{text.corrected()}</Badge> : null}
                    </span>
                  ),
                },
              ]}
            />
          </Card>
        </>
      )}
    </AppraisalFrame>
  );
}

export function CaseState({ row, trace }: TracedCase) {
  const [tone, word]: [Tone, string] = !row.isCounted
    ? ['neutral', text.notCounted()]
    : trace?.onTime === undefined
      ? ['neutral', text.openCase()]
      : trace.onTime
        ? ['success', text.onTime()]
        : ['warning', text.lateCase()];
  return <Badge tone={tone}>{word}</Badge>;
}

function Shares({ shares, plot, one, component }: CasesView) {
  const closed = shares.reduce((sum, each) => sum + each.closed, 0);
  if (closed === 0) return null;
  const onTime = shares.reduce((sum, each) => sum + each.onTime, 0);
  const label = one.compiled.scheme.components[component]?.label;
  return (
    <Card title={label ? inLocale(label) : text.cases()}>
      <PlotFigure
        finding={text.shareByMonth({
          share: formatNumber(Math.round((onTime / closed) * 100)),
          onTime,
          closed,
        })}
        svg={plot}
        table={{
          columns: [text.monthColumn(), text.shareColumn(), text.countColumn()],
          rows: shares.map((each) => [
            monthName(each.month),
            each.closed === 0 ? '–' : `${each.share} %`,
            String(each.closed),
          ]),
        }}
      />
    </Card>
  );
}
