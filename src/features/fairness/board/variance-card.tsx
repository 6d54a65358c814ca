import type { FittedModel, Reliability } from '#domain/statistics/fairness/types.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, Facts } from '#ui/parts.tsx';
import { Curve, FillPatterns, type Share, ShareStrip } from '#ui/plot/index.ts';
import type { StoredReport } from '../store/types.ts';
import { Note, type NoteContext } from './note.tsx';
import { dependabilityCurve, singleFormInterval } from './reliability.ts';
import { sharesOf } from './summary.ts';
import { text as board } from './text.ts';
import { text } from './text-variance.ts';
import type { BoardView } from './view.ts';
import { percent, twoDecimals, whyNot } from './words.ts';

const ID = 'variance';
const LONGEST_CURVE = 40;
const SHORTEST_CURVE = 10;
const WISHED = 0.8;

export function VarianceCard({ view, note }: { view: BoardView; note: NoteContext }) {
  const { report } = view.model;
  const { model } = report;
  return (
    <Card id="variance" title={text.title()}>
      {model.kind === 'estimated' ? (
        <Found model={model} report={report} isWhole={view.isWhole} />
      ) : (
        <p>{whyNot(model.reason)}</p>
      )}
      <Note
        note={note}
        figure="variance"
        title={text.title()}
        basis={board.basisForms({ count: report.counts.forms })}
        model={model.kind === 'estimated' ? board.modelCrossed() : board.modelNone()}
        mustNot={board.mustNotVariance()}
      />
    </Card>
  );
}

function Found(props: { model: FittedModel; report: StoredReport; isWhole: boolean }) {
  const { model, report, isWhole } = props;
  const shares = sharesOf(model);
  const parts: readonly Share[] = [
    { key: 'ratee', label: text.ratee(), value: shares.ratee, fill: 'plain' },
    { key: 'rater', label: text.rater(), value: shares.rater, fill: 'stripes' },
    { key: 'residual', label: text.residual(), value: shares.residual, fill: 'light' },
  ];
  const finding = text.finding({ ratee: percent(shares.ratee), rater: percent(shares.rater) });
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3">
        <p class="font-medium text-balance">{finding}</p>
        {isWhole ? null : <p class="text-sm text-base-content/85">{text.whole()}</p>}
        <FillPatterns id={ID} />
        <ShareStrip id={ID} label={finding} shares={parts} withKey />
      </div>
      {report.reliability ? (
        <Dependability model={model} report={report} reliability={report.reliability} />
      ) : null}
    </div>
  );
}

function Dependability(props: { model: FittedModel; report: StoredReport; reliability: Reliability }) {
  const { model, report, reliability } = props;
  const needed = reliability.ratersNeeded;
  const most = Math.max(SHORTEST_CURVE, ...needed.map(({ raw }) => raw ?? 0));
  const values = dependabilityCurve(model, Math.min(most, LONGEST_CURVE));
  const wished = needed.find(({ target }) => target === WISHED)?.raw;
  const finding = wished ? text.curveTitle({ raters: wished }) : text.curveNone();
  return (
    <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_25rem] items-start">
      <div class="grid grid-cols-[minmax(0,1fr)] gap-3">
        <h3 class="font-medium">{text.reliabilityTitle()}</h3>
        <Facts
          facts={[
            [text.single(), singleWords(model, report, reliability.single)],
            [
              text.mean({ forms: formatNumber(reliability.formsPerRatee, { maximumFractionDigits: 1 }) }),
              twoDecimals(reliability.rawMean),
            ],
            [text.adjusted(), twoDecimals(reliability.adjusted)],
          ]}
        />
        <p class="text-sm text-base-content/85 max-w-prose">{text.reliabilityHint()}</p>
        <NeededTable reliability={reliability} />
      </div>
      <figure class="grid grid-cols-[minmax(0,1fr)] gap-2 max-w-[25rem]">
        <figcaption class="font-medium text-balance">{finding}</figcaption>
        <div role="img" aria-label={finding}>
          <Curve
            values={values}
            marks={needed.flatMap(({ target, raw }) =>
              raw === null || raw > values.length
                ? []
                : [{ x: raw, y: values[raw - 1] ?? 0, label: formatNumber(target) }],
            )}
            labels={{ x: text.raters(), y: text.reliability() }}
          />
        </div>
      </figure>
    </div>
  );
}

function singleWords(model: FittedModel, { counts }: StoredReport, single: number): string {
  const interval = singleFormInterval(model, {
    perRatee: counts.forms / Math.max(counts.ratees, 1),
    perRater: counts.forms / Math.max(counts.raters, 1),
  });
  if (!interval) return twoDecimals(single);
  return text.withInterval({
    value: twoDecimals(single),
    low: twoDecimals(interval[0]),
    high: twoDecimals(interval[1]),
  });
}

function NeededTable({ reliability }: { reliability: Reliability }) {
  const count = (value: number | null) => (value === null ? text.never() : formatNumber(value));
  return (
    <div>
      <h4 class="font-medium">{text.curveNone()}</h4>
      <div class="max-sm:-mx-5">
        <DataTable
          caption={text.curveNone()}
          rows={reliability.ratersNeeded}
          rowKey={({ target }) => String(target)}
          columns={[
            {
              key: 'target',
              heading: text.target(),
              isTitle: true,
              cell: ({ target }) => formatNumber(target),
            },
            { key: 'raw', heading: text.needRaw(), align: 'right', cell: ({ raw }) => count(raw) },
            {
              key: 'adjusted',
              heading: text.needAdjusted(),
              align: 'right',
              cell: ({ adjusted }) => count(adjusted),
            },
          ]}
        />
      </div>
    </div>
  );
}
