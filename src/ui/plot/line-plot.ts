import { formatDecimal } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { COLOURS, draw, FONT_SIZE } from './engine.ts';

export interface DatedValue {
  /** Civil date. */
  readonly on: string;
  /** Decimal string. */
  readonly value: string;
}

export interface LinePlot {
  /** First and last civil date of the axis. */
  readonly from: string;
  readonly to: string;
  /** What was measured, by date. */
  readonly points: readonly DatedValue[];
  /** A level to reach, with its words. */
  readonly target?: { readonly value: string; readonly label: string };
  /** Where one would stand at an even pace: a thin broken line. */
  readonly pace?: readonly DatedValue[];
  /** Marks this day with an upright line. */
  readonly today?: string;
}

const HEIGHT = 170;
const instant = (civilDate: string) => Date.parse(`${civilDate}T00:00:00Z`);

/** Values over time against a target, as an SVG string that belongs into a `PlotFigure`. */
export function renderLinePlot(plot: LinePlot): Promise<string> {
  return draw(['line', plot], HEIGHT, () => ({
    grid: {
      left: 6,
      right: 14,
      top: 24,
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    xAxis: timeAxis(plot),
    yAxis: {
      type: 'value',
      max: (range: { max: number }) => Math.max(range.max, Number(plot.target?.value ?? range.max)),
      splitNumber: 3,
      axisLabel: {
        color: COLOURS.text,
        fontSize: FONT_SIZE,
        formatter: numberLabel,
        // The top of the axis is the target, which carries its own words.
        showMaxLabel: false,
      },
      splitLine: { lineStyle: { color: COLOURS.grid } },
    },
    series: [pace(plot), measured(plot)],
  }));
}

function timeAxis({ from, to }: LinePlot) {
  const month = new Intl.DateTimeFormat(currentLocale(), { month: 'short', timeZone: 'UTC' });
  const year = new Intl.DateTimeFormat(currentLocale(), { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  return {
    type: 'time',
    min: instant(from),
    max: instant(to),
    splitNumber: 4,
    axisLine: { lineStyle: { color: COLOURS.guide } },
    axisTick: { show: false },
    axisLabel: {
      color: COLOURS.text,
      fontSize: FONT_SIZE,
      hideOverlap: true,
      formatter: (value: number) => (isOneYear ? month : year).format(new Date(value)),
    },
  };
}

function measured({ points, target, today }: LinePlot) {
  const last = points.at(-1);
  return {
    type: 'line',
    silent: true,
    clip: false,
    data: points.map((point) => ({
      value: [instant(point.on), Number(point.value)],
      label: { show: point === last, formatter: formatDecimal(point.value) },
    })),
    symbol: 'circle',
    symbolSize: 6,
    itemStyle: { color: COLOURS.main, borderWidth: 0 },
    lineStyle: { color: COLOURS.main, width: 2.5 },
    label: { color: COLOURS.text, fontWeight: 'bold', fontSize: FONT_SIZE, position: 'bottom' },
    markLine: {
      silent: true,
      symbol: 'none',
      data: [
        ...(target ? [targetLine(target)] : []),
        ...(today
          ? [
              {
                xAxis: instant(today),
                label: { show: false },
                lineStyle: { color: COLOURS.guide, type: 'dotted', width: 1 },
              },
            ]
          : []),
      ],
    },
  };
}

function targetLine(target: { value: string; label: string }) {
  return {
    yAxis: Number(target.value),
    lineStyle: { color: COLOURS.target, type: 'dashed', width: 1.5 },
    label: {
      formatter: target.label,
      position: 'insideStartTop',
      color: COLOURS.text,
      fontSize: FONT_SIZE,
      distance: 4,
    },
  };
}

function pace({ pace: points = [] }: LinePlot) {
  return {
    type: 'line',
    silent: true,
    clip: false,
    data: points.map((point) => [instant(point.on), Number(point.value)]),
    symbol: 'none',
    lineStyle: { color: COLOURS.guide, width: 1, type: [2, 3] },
  };
}

function numberLabel(value: number): string {
  return new Intl.NumberFormat(currentLocale() === 'id' ? 'id-ID' : 'en-GB', {
    notation: Math.abs(value) >= 100_000 ? 'compact' : 'standard',
    maximumFractionDigits: 2,
  }).format(value);
}
