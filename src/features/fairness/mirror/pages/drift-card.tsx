import type { DriftFigure, FairnessSettings } from '#domain/statistics/fairness/types.ts';
import { daysBetween } from '#platform/clock/clock.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { Card } from '#ui/parts.tsx';
import { DatedDots, IntervalRows, PlotFigure } from '#ui/plot/index.ts';
import { type Change, changeSince, changeWithin, noSeverity } from '../figures.ts';
import type { EarlierFigures } from '../queries.ts';
import { text } from '../text.ts';
import { text as compareText } from '../text-compare.ts';
import type { MirrorSection } from '../view.ts';
import { lowerOrHigher, signed, stricterOrLooser } from './words.ts';

interface Props {
  readonly section: MirrorSection;
  readonly settings: FairnessSettings;
}

/** Stricter or more lenient than in the period before, and from date to date within this one. */
export function DriftCard(props: Props) {
  return (
    <Card title={compareText.drift()}>
      <div class="grid gap-6 lg:grid-cols-2 lg:gap-8 items-start">
        <SinceLast {...props} />
        <Within section={props.section} />
      </div>
    </Card>
  );
}

function SinceLast({ section, settings }: Props) {
  const { rater, earlier, model } = section;
  const before = earlier.find((each) => each.schemeId === model.scheme.id && isEstimated(each));
  const isEstimable = noSeverity(rater.link, model.report.model) === null;
  if (!before || !isEstimable || rater.severity === null || rater.se === null || !rater.interval) {
    const other = earlier.find((each) => each.schemeId !== model.scheme.id);
    const why = !isEstimable
      ? compareText.driftUnlinked()
      : other
        ? compareText.driftOther({ period: other.periodName })
        : compareText.driftNoBefore();
    return <p class="text-base-content/85">{why}</p>;
  }
  const { figures, periodName } = before;
  const then = { severity: figures.severity ?? 0, se: figures.se ?? 0 };
  const change = changeSince(then, { severity: rater.severity, se: rater.se });
  const rows = [
    rowOf(periodName, then.severity, figures.interval),
    rowOf(text.thisPeriodRow(), rater.severity, rater.interval),
  ];
  return (
    <div class="grid gap-3 min-w-0">
      <p class="text-lg font-medium text-balance">
        {compareText.driftSince({ period: periodName, words: stricterOrLooser(change.value) })}
      </p>
      <p>
        <Range change={change} /> {compareText.driftCommon()}
      </p>
      <PlotFigure
        finding={text.severityPlot()}
        legend={text.severityLegend({ threshold: formatNumber(settings.severityThreshold) })}
        table={{
          columns: [text.columnWhat(), text.columnEstimate(), text.columnInterval()],
          rows: rows.map((row) => [row.label, signed(row.value), `${signed(row.low)} … ${signed(row.high)}`]),
        }}
      >
        <IntervalRows
          rows={rows}
          band={settings.severityThreshold}
          ends={[text.axisLow(), text.axisHigh()]}
        />
      </PlotFigure>
    </div>
  );
}

function isEstimated({ figures }: EarlierFigures): boolean {
  return figures.link !== 'unlinked' && figures.severity !== null && figures.se !== null;
}

/** Severity as the difference of scores: what is stricter stands at the left. */
function rowOf(label: string, severity: number, interval: readonly [number, number] | null) {
  const [low, high] = interval ?? [severity, severity];
  return { label, value: -severity, low: -high, high: -low };
}

function Range({ change }: { change: Change }) {
  const [low, high] = change.interval;
  return (
    <>
      {compareText.driftRange({ low: stricterOrLooser(low), high: stricterOrLooser(high) })}{' '}
      <strong class="font-medium">
        {change.isClear ? compareText.driftClear() : compareText.driftUnclear()}
      </strong>
    </>
  );
}

/** From the first rating to the last: by the year it would be drawn far beyond what was seen. */
function Within({ section }: { section: MirrorSection }) {
  const { rater } = section;
  const dots = section.forms
    .flatMap(({ participantId, role, on, name, score, fair }) =>
      fair === null ? [] : [{ key: `${participantId} ${role}`, on, name, value: score - fair }],
    )
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  const [first, last] = [dots[0], dots.at(-1)];
  if (!rater.drift || rater.link === 'unlinked' || !first || !last || first.on === last.on)
    return <p class="text-base-content/85">{compareText.driftWithinNone()}</p>;
  return (
    <div class="grid gap-3 min-w-0">
      <p>
        <WithinWords drift={rater.drift} days={daysBetween(first.on, last.on)} />
      </p>
      <PlotFigure
        finding={compareText.driftPlot()}
        legend={compareText.driftLegend()}
        table={{
          columns: [text.person(), compareText.date(), compareText.deviation()],
          rows: dots.map((dot) => [dot.name, formatDate(dot.on, 'short'), signed(dot.value)]),
        }}
      >
        <DatedDots dots={dots} from={first.on} to={last.on} label={(on) => formatDate(on, 'short')} />
      </PlotFigure>
    </div>
  );
}

const DAYS_A_YEAR = 365.25;
/** Half the scale to either side: an interval as wide as the scale tells nothing. */
const WIDEST = 100;

function WithinWords({ drift, days }: { drift: DriftFigure; days: number }) {
  const years = days / DAYS_A_YEAR;
  const change = changeWithin(drift.perYear * years, drift.se * years);
  const [low, high] = change.interval;
  if (high - low > WIDEST) return <>{compareText.driftTooWide({ count: drift.n, days })}</>;
  const words = lowerOrHigher(change.value);
  return (
    <>
      {compareText.driftWithin({ days, words, low: signed(low), high: signed(high), count: drift.n })}{' '}
      <strong class="font-medium">
        {change.isClear ? compareText.driftClear() : compareText.driftUnclear()}
      </strong>
    </>
  );
}
