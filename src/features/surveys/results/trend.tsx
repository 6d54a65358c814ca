/** The index month by month with its interval, drawn here as plain SVG, and the same numbers as a table. */
import { QUALITY_BANDS } from '#domain/surveys/index.ts';
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { PlotFigure } from '#ui/plot/index.ts';
import { intervalWords } from './parts.tsx';
import { text } from './text.ts';

export interface MonthPoint {
  /** `2026-03`. */
  readonly month: string;
  readonly index: string;
  readonly answers: number;
  readonly interval?: { readonly from: string; readonly until: string; readonly method: 't' | 'all-alike' };
}

type Figures = {
  readonly index: string;
  readonly answers: number;
  readonly interval?: MonthPoint['interval'] | undefined;
};

export function monthsOf(
  months: readonly { readonly month: string; readonly figures: Figures }[],
): readonly MonthPoint[] {
  return months.map(({ month, figures: { index, answers, interval } }) => ({
    month,
    index,
    answers,
    ...(interval ? { interval } : {}),
  }));
}

function monthWords(month: string, length: 'long' | 'short'): string {
  const language = currentLocale() === 'id' ? 'id-ID' : 'en-GB';
  const year = length === 'long' ? ({ year: 'numeric' } as const) : {};
  const format = new Intl.DateTimeFormat(language, { month: length, ...year, timeZone: 'UTC' });
  return format.format(new Date(`${month}-15T00:00:00Z`));
}

const WIDTH = 400;
const HEIGHT = 190;
const LEFT = 34;
const BOTTOM = 164;
const TOP = 12;

const round = (value: number) => Math.round(value * 10) / 10;
const heightOf = (index: number) => round(BOTTOM - ((index - 25) / 75) * (BOTTOM - TOP));

/** Every label is made here: a month, a letter or a number. */
function trendSvg(months: readonly MonthPoint[]): string {
  const step = (WIDTH - LEFT - 16) / months.length;
  const x = (place: number) => round(LEFT + step * (place + 0.5));
  const bands = QUALITY_BANDS.map(({ letter, from }) => {
    const y = heightOf(Number(from));
    return (
      `<path d="M${LEFT} ${y}H${WIDTH - 8}" stroke="var(--color-base-300)"/>` +
      `<text x="${LEFT - 8}" y="${y - 5}" text-anchor="end">${letter}</text>`
    );
  });
  const marks = months.map(({ month, index, interval }, place) => {
    const y = heightOf(Number(index));
    const range = interval
      ? `<path d="M${x(place)} ${heightOf(Number(interval.from))}V${heightOf(Number(interval.until))}" stroke="currentColor" opacity="0.6" stroke-width="2"/>`
      : '';
    return (
      `${range}<circle cx="${x(place)}" cy="${y}" r="4.5" fill="var(--color-primary)"/>` +
      `<text x="${x(place) + 8}" y="${y - 8}">${formatDecimal(index)}</text>` +
      `<text x="${x(place)}" y="${HEIGHT - 6}" text-anchor="middle">${monthWords(month, 'short')}</text>`
    );
  });
  const line = months.map(({ index }, place) => `${x(place)},${heightOf(Number(index))}`).join(' ');
  return (
    `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" class="w-full h-auto" font-size="13" fill="currentColor">${bands.join('')}` +
    `<polyline points="${line}" fill="none" stroke="var(--color-primary)" stroke-width="2"/>${marks.join('')}</svg>`
  );
}

/** Nothing below two months: one point is no trend. */
export function TrendCard({ months }: { months: readonly MonthPoint[] }) {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last || months.length < 2) return null;
  return (
    <Card title={text.trend()}>
      <PlotFigure
        finding={text.trendFinding({
          last: formatDecimal(last.index),
          month: monthWords(last.month, 'long'),
          first: formatDecimal(first.index),
          start: monthWords(first.month, 'long'),
        })}
        svg={trendSvg(months)}
        legend={text.trendLegend()}
        table={{
          columns: [text.month(), text.index(), text.range(), text.answers()],
          rows: months.map(({ month, index, interval, answers }) => [
            monthWords(month, 'long'),
            formatDecimal(index),
            intervalWords(interval),
            formatNumber(answers),
          ]),
        }}
      />
    </Card>
  );
}
