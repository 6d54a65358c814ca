/**
 * The years on the five steps, one row a year, the latest above. Places are percents and letters are not scaled, so
 * that it is read as well on a phone as on a desk. Filled: appraised in Tera; hollow: from a file.
 */
import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import { text } from '../text.ts';
import { shortSpan, stepInWords } from '../words.ts';
import type { Year } from '../years.ts';

const ROW = 38;
const TOP = 26;
const LEFT = 32;
const RIGHT = 96;

/** Worst at the left, as a scale is read. */
const STEPS = PREDICATES.toReversed();

export function YearPlot({ years }: { years: readonly Year[] }) {
  if (years.length === 0) return null;
  const height = TOP + years.length * ROW + 6;
  return (
    <Card title={findingOf(years)}>
      <p class="text-sm text-base-content/75 max-w-prose">{text.plotNote()}</p>
      <svg
        width="100%"
        height={height}
        role="img"
        aria-label={findingOf(years)}
        class="mt-4 text-base-content text-[0.8125rem]"
        fill="currentColor"
      >
        <Scale height={height} />
        {years.map((year, index) => (
          <YearRow
            key={`${year.from}${year.startsOn}${year.endsOn}`}
            year={year}
            y={TOP + index * ROW + ROW / 2}
          />
        ))}
      </svg>
      <p class="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-base-content/75">
        <LegendItem isHollow={false}>{text.legendTera()}</LegendItem>
        <LegendItem isHollow>{text.legendImported()}</LegendItem>
      </p>
    </Card>
  );
}

function placeOf(step: Year['step']): number {
  return LEFT + ((RIGHT - LEFT) * STEPS.indexOf(step)) / (STEPS.length - 1);
}

/** Only the ends are named: each mark carries its own word. */
function Scale({ height }: { height: number }) {
  const ends = [STEPS[0], STEPS.at(-1)].filter((step) => step !== undefined);
  return (
    <g>
      {STEPS.map((step) => (
        <line
          key={step}
          x1={`${placeOf(step)}%`}
          x2={`${placeOf(step)}%`}
          y1={TOP - 6}
          y2={height}
          class="stroke-base-300"
        />
      ))}
      {ends.map((step, index) => (
        <text
          key={step}
          x={index === 0 ? `${LEFT}%` : '100%'}
          y={13}
          text-anchor={index === 0 ? 'start' : 'end'}
          class="fill-base-content/75"
        >
          {inLocale(predicateLabel(step))}
        </text>
      ))}
    </g>
  );
}

/** The word stands where there is room: right of a mark on the left half, left of one on the right half. */
function YearRow({ year, y }: { year: Year; y: number }) {
  const place = placeOf(year.step);
  const isLeft = place < (LEFT + RIGHT) / 2;
  return (
    <g>
      <line x1={`${LEFT}%`} x2={`${place}%`} y1={y} y2={y} class="stroke-primary/40" stroke-width={2} />
      <text x="0" y={y + 4.5} class="num">
        {shortSpan(year)}
      </text>
      <circle
        cx={`${place}%`}
        cy={y}
        r={7}
        class={year.from === 'file' ? 'fill-base-100 stroke-primary' : 'fill-primary stroke-primary'}
        stroke-width={3}
      />
      <text
        x={`${place}%`}
        y={y - 4}
        dx={isLeft ? 13 : -13}
        text-anchor={isLeft ? 'start' : 'end'}
        class="font-medium"
      >
        {stepInWords(year)}
      </text>
    </g>
  );
}

function LegendItem({ isHollow, children }: { isHollow: boolean; children: string }) {
  return (
    <span class="flex items-center gap-2">
      <span
        class={`inline-block size-3.5 rounded-full border-[3px] border-primary ${isHollow ? '' : 'bg-primary'}`}
        aria-hidden="true"
      />
      {children}
    </span>
  );
}

/** The title says what is seen. */
function findingOf(years: readonly Year[]): string {
  const [last, first] = [years[0], years.at(-1)];
  if (!last || !first) return '';
  const named = {
    first: shortSpan(first),
    last: shortSpan(last),
    from: stepInWords(first),
    to: stepInWords(last),
  };
  if (years.length === 1) return text.plotOne({ year: named.last, predicate: named.to });
  if (years.every((year) => year.step === last.step))
    return text.plotSame({ predicate: named.to, first: named.first });
  return first.step === last.step ? text.plotBetween(named) : text.plotSpan(named);
}
