import type { DetectorFigure } from '#domain/statistics/fairness/types.ts';
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice } from '#ui/parts.tsx';
import type { StoredFlag, StoredReport } from '../store/types.ts';
import { Note, type NoteContext } from './note.tsx';
import { text as board } from './text.ts';
import { NOT_TESTED, POWER, POWER_FORMS, text } from './text-flags.ts';
import type { BoardView } from './view.ts';
import {
  certaintyWords,
  detectableWords,
  effectWords,
  intervalWords,
  patternName,
  percent,
  twoDecimals,
} from './words.ts';

const SHORT_LIST = 15;

interface Props {
  readonly visit: Visit;
  readonly view: BoardView;
  readonly note: NoteContext;
  readonly isComplete: boolean;
  readonly href: (parameters: Readonly<Record<string, string>>) => string;
}

export function FlagsCard({ visit, view, note, isComplete, href }: Props) {
  const { flags, summary, run } = view;
  const shown = isComplete ? flags : flags.slice(0, SHORT_LIST);
  return (
    <Card id="patterns" title={text.title()}>
      {flags.length === 0 ? (
        <EmptyState icon="checkCircle" title={text.none()}>
          {text.noProof()} {text.noProofBody()}
        </EmptyState>
      ) : (
        <div class="grid grid-cols-[minmax(0,1fr)] gap-3">
          <p class="font-medium">
            {text.finding({ patterns: summary.patterns, raters: summary.patternRaters })}
          </p>
          <p class="text-sm text-base-content/85 max-w-prose">
            {text.intro({ rate: percent(run.settings.falseDiscoveryRate) })}
          </p>
          <div class="max-sm:-mx-5">
            <FlagTable visit={visit} flags={shown} />
          </div>
          {shown.length < flags.length ? (
            <p class="print:hidden">
              <LinkButton href={href({ patterns: 'all' })} small>
                {text.showAll()}
              </LinkButton>
            </p>
          ) : null}
        </div>
      )}
      <Note
        note={note}
        figure="patterns"
        title={text.title()}
        basis={board.basisForms({ count: view.model.report.counts.forms })}
        model={view.model.report.model.kind === 'estimated' ? board.modelCrossed() : board.modelNone()}
        mustNot={board.mustNotFlags()}
      />
    </Card>
  );
}

function FlagTable({ visit, flags }: { visit: Visit; flags: readonly StoredFlag[] }) {
  return (
    <DataTable
      caption={text.title()}
      rows={flags}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'pattern',
          heading: text.pattern(),
          isTitle: true,
          cell: ({ id, detector, raterName }) => (
            <>
              <a class="link" href={visit.path(`/fairness/flags/${id}`)}>
                {patternName(detector)}
              </a>
              <span class="block font-normal">{raterName}</span>
            </>
          ),
        },
        {
          key: 'size',
          heading: text.size(),
          isWide: true,
          cell: (flag) => {
            const interval = intervalWords(flag);
            return (
              <>
                {effectWords(flag)}
                {interval ? <span class="text-base-content/75"> ({interval})</span> : null}
              </>
            );
          },
        },
        { key: 'n', heading: text.forms(), align: 'right', cell: ({ n }) => formatNumber(n) },
        { key: 'evidence', heading: text.evidence(), cell: certaintyWords },
        {
          key: 'answer',
          heading: text.answered(),
          cell: ({ answer }) =>
            answer ? <Badge tone="success">{text.isAnswered()}</Badge> : <Badge>{text.notAnswered()}</Badge>,
        },
      ]}
    />
  );
}

export function DetectorsCard({ view, note }: { view: BoardView; note: NoteContext }) {
  const { report } = view.model;
  return (
    <Card id="tests" title={text.detectorsTitle()}>
      <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
        {view.isWhole ? null : <p class="text-sm text-base-content/85">{text.detectorsWhole()}</p>}
        <div class="max-sm:-mx-5">
          <DetectorTable report={report} />
        </div>
        <Notice tone="warning" title={text.noProof()}>
          <p class="max-w-prose">{text.noProofBody()}</p>
        </Notice>
        <PowerTable />
      </div>
      <Note
        note={note}
        figure="tests"
        title={text.detectorsTitle()}
        basis={board.basisForms({ count: report.counts.forms })}
        model={report.model.kind === 'estimated' ? board.modelCrossed() : board.modelNone()}
        mustNot={board.mustNotFlags()}
      />
    </Card>
  );
}

function DetectorTable({ report }: { report: StoredReport }) {
  return (
    <DataTable
      caption={text.detectorsTitle()}
      rows={report.detectors}
      rowKey={({ detector }) => detector}
      columns={[
        {
          key: 'name',
          heading: text.detector(),
          isTitle: true,
          cell: ({ detector }) => patternName(detector),
        },
        { key: 'tested', heading: text.tested(), align: 'right', cell: ({ tested }) => formatNumber(tested) },
        {
          key: 'flagged',
          heading: text.flagged(),
          align: 'right',
          cell: ({ flagged }) => formatNumber(flagged),
        },
        { key: 'not', heading: text.notTested(), isWide: true, cell: notTestedWords },
        {
          key: 'detectable',
          heading: text.detectable(),
          cell: ({ unit, minimumDetectable }) => detectableWords(unit, minimumDetectable),
        },
        {
          key: 'calibration',
          heading: text.calibration(),
          cell: ({ calibration, tested, detector }) =>
            tested === 0 || detector === 'severity' || detector === 'leniency'
              ? '–'
              : calibration
                ? text.calibrated({
                    centre: twoDecimals(calibration.centre),
                    scale: twoDecimals(calibration.scale),
                  })
                : text.notCalibrated(),
        },
      ]}
    />
  );
}

type Tested = Omit<DetectorFigure, 'results'>;

export function notTestedWords({ unavailable, notTested }: Tested): string {
  if (unavailable) return text.unavailable({ why: text[unavailable]() });
  const reasons = NOT_TESTED.filter((reason) => notTested[reason] > 0);
  return reasons.map((reason) => text[reason]({ count: notTested[reason] })).join('; ') || '–';
}

function PowerTable() {
  return (
    <div>
      <h3 class="font-medium">{text.powerTable()}</h3>
      <div class="max-sm:-mx-5">
        <DataTable
          caption={text.powerTable()}
          rows={POWER}
          rowKey={([detector]) => detector}
          columns={[
            {
              key: 'name',
              heading: text.detector(),
              isTitle: true,
              cell: ([detector]) => patternName(detector),
            },
            ...POWER_FORMS.map((count, index) => ({
              key: String(count),
              heading: text.powerForms({ count }),
              align: 'right' as const,
              cell: ([, powers]: (typeof POWER)[number]) =>
                text.ofHundred({ count: Math.round((powers[index] ?? 0) * 100) }),
            })),
          ]}
        />
      </div>
      <p class="text-xs text-base-content/75 mt-1">{text.powerSource()}</p>
    </div>
  );
}
