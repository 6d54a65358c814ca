/** The index month by month, as a plot with its table. */
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { PlotFigure, renderLinePlot } from '#ui/plot/index.ts';
import { text } from './text.ts';

/** A month's index; the day is its last, where the point of the plot stands. */
export interface MonthPoint {
  readonly month: string;
  readonly index: string;
  readonly answers: number;
}

export function monthsOf(
  months: readonly { readonly month: string; readonly figures: { index: string; answers: number } }[],
): readonly MonthPoint[] {
  return months.map(({ month, figures: { index, answers } }) => ({ month, index, answers }));
}

/** Made before the page, because plots are drawn asynchronously; empty below two months. */
export async function trendPlot(months: readonly MonthPoint[], from: string, until: string): Promise<string> {
  if (months.length < 2) return '';
  const points = months.map(({ month, index }) => ({ on: middleOf(month), value: index }));
  return renderLinePlot({ from, to: until, points });
}

const middleOf = (month: string) => `${month}-15`;

export function monthWords(month: string): string {
  const language = currentLocale() === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${middleOf(month)}T00:00:00Z`),
  );
}

export function TrendCard({ months, svg }: { months: readonly MonthPoint[]; svg: string }) {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  return (
    <Card title={text.trend()}>
      <PlotFigure
        finding={text.trendFinding({
          last: formatDecimal(last.index),
          month: monthWords(last.month),
          first: formatDecimal(first.index),
          start: monthWords(first.month),
        })}
        svg={svg}
        table={{
          columns: [text.month(), text.index(), text.answers()],
          rows: months.map(({ month, index, answers }) => [
            monthWords(month),
            formatDecimal(index),
            formatNumber(answers),
          ]),
        }}
      />
    </Card>
  );
}
