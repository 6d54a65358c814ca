import { formatDecimal } from '#platform/locale/format.ts';
import { COLOURS, draw, FONT_SIZE, PLOT_WIDTH } from './engine.ts';

export interface Bar {
  readonly label: string;
  /** Decimal string; the bar's length. */
  readonly value: string;
  /** What stands at the end of the bar; the value itself where left out. */
  readonly valueLabel?: string;
  /** What the bar is compared with, such as the guideline of a distribution; decimal string. */
  readonly reference?: string | null;
}

export interface BarPlot {
  readonly bars: readonly Bar[];
  /** Upright columns suit an ordered scale (predicates); lying bars suit long names (units). */
  readonly shape?: 'columns' | 'rows';
  /** Upper end of the axis, such as `100` for shares. */
  readonly max?: string;
}

const COLUMN_HEIGHT = 190;
const ROW_HEIGHT = 34;

/** Amounts by category, with what they are compared with as a broken line of diamonds. */
export function renderBarPlot(plot: BarPlot): Promise<string> {
  const lying = plot.shape === 'rows';
  const bars = lying ? [...plot.bars].reverse() : plot.bars;
  const height = lying ? 16 + ROW_HEIGHT * bars.length : COLUMN_HEIGHT;
  return draw(['bar', plot], height, () => {
    const [categories, values] = [categoryAxis(bars, lying), valueAxis(plot)];
    return {
      grid: {
        left: 8,
        right: lying ? 44 : 4,
        top: lying ? 4 : 18,
        bottom: 4,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: lying ? values : categories,
      yAxis: lying ? categories : values,
      series: [amounts(bars, lying), references(bars, lying)],
    };
  });
}

function valueWords(bar: Bar): string {
  return bar.valueLabel ?? formatDecimal(bar.value);
}

/** Where a reference runs through the plot, values stand with the names of the bars: at their ends they would be struck through. */
function valuesInAxis(bars: readonly Bar[]): boolean {
  return bars.some((bar) => bar.reference != null);
}

function categoryAxis(bars: readonly Bar[], lying: boolean) {
  return {
    type: 'category',
    data: bars.map((bar) => (valuesInAxis(bars) ? `${valueWords(bar)}\n${bar.label}` : bar.label)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: COLOURS.guide } },
    axisLabel: {
      color: COLOURS.text,
      fontSize: FONT_SIZE,
      interval: 0,
      overflow: 'break',
      width: lying ? 100 : Math.floor((PLOT_WIDTH - 16) / Math.max(bars.length, 1)),
    },
  };
}

function valueAxis({ max }: BarPlot) {
  return {
    type: 'value',
    max: max === undefined ? undefined : Number(max),
    splitNumber: 3,
    axisLabel: { show: false },
    splitLine: { lineStyle: { color: COLOURS.grid } },
  };
}

function amounts(bars: readonly Bar[], lying: boolean) {
  return {
    type: 'bar',
    silent: true,
    clip: false,
    barWidth: '55%',
    itemStyle: { color: COLOURS.main },
    data: bars.map((bar) => ({
      value: Number(bar.value),
      label: { formatter: valueWords(bar) },
    })),
    label: {
      show: !valuesInAxis(bars),
      position: lying ? 'right' : 'top',
      color: COLOURS.text,
      fontSize: FONT_SIZE,
      fontWeight: 'bold',
    },
  };
}

function references(bars: readonly Bar[], lying: boolean) {
  const place = (bar: Bar, index: number) => {
    const value = bar.reference == null ? null : Number(bar.reference);
    return lying ? [value, index] : [index, value];
  };
  return {
    type: 'line',
    silent: true,
    clip: false,
    z: 5,
    data: valuesInAxis(bars) ? bars.map(place) : [],
    symbol: 'diamond',
    symbolSize: 9,
    itemStyle: { color: COLOURS.surface, borderColor: COLOURS.target, borderWidth: 1.5 },
    lineStyle: { color: COLOURS.target, type: 'dashed', width: 1.5 },
  };
}
