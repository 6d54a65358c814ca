/** The score on its track: what stands, what it would be without each voice, where other officials would mostly put it. */
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { text } from './text.ts';

const WIDTH = 320;
const EDGE = 10;
const SHAPES = { band: 28, marks: 28, axis: 46 } as const;

export interface StripMarks {
  readonly score: number;
  readonly without: readonly number[];
  readonly others: readonly [number, number] | null;
}

export function DependenceStrip({ scheme, marks }: { scheme: Scheme; marks: StripMarks }) {
  const { combination } = scheme;
  if (combination.mechanism !== 'weighted-mean') return null;
  const borders = combination.bands.filter((band) => band.when === undefined);
  const all = [marks.score, ...marks.without, ...(marks.others ?? [])];
  const cuts = borders.map((band) => Number(band.from)).filter((from) => from > 0);
  const { low, high } = windowOf(all, cuts);
  const x = (value: number) =>
    Math.round(
      (EDGE + ((Math.min(Math.max(value, low), high) - low) / (high - low)) * (WIDTH - 2 * EDGE)) * 10,
    ) / 10;
  const name = (code: string) => {
    const found = scheme.categories.find((each) => each.code === code);
    return found ? inLocale(found.label) : code;
  };
  const zones = borders
    .map((band, index) => ({
      name: name(band.category),
      from: Math.max(Number(band.from), low),
      to: Math.min(Number(borders[index - 1]?.from ?? high), high),
    }))
    .filter(({ from, to }) => to > from);
  return (
    <svg
      class="w-full h-auto max-w-[30rem] text-primary"
      viewBox={`0 0 ${WIDTH} 66`}
      font-size="11"
      aria-hidden="true"
    >
      {zones.map((zone, index) => (
        <g key={zone.name}>
          <rect
            x={x(zone.from)}
            y="16"
            width={Math.max(0, x(zone.to) - x(zone.from))}
            height="24"
            fill="var(--color-base-300)"
            opacity={index % 2 === 0 ? 1 : 0.5}
          />
          {x(zone.to) - x(zone.from) >= zone.name.length * 5.6 ? (
            <text
              x={(x(zone.from) + x(zone.to)) / 2}
              y="11"
              text-anchor="middle"
              fill="var(--color-base-content)"
            >
              {zone.name}
            </text>
          ) : null}
        </g>
      ))}
      {marks.others ? (
        <rect
          x={x(marks.others[0])}
          y={SHAPES.band - 4}
          width={Math.max(2, x(marks.others[1]) - x(marks.others[0]))}
          height="8"
          rx="4"
          fill="currentColor"
          opacity="0.35"
        />
      ) : null}
      {marks.without.map((value, index) => (
        <path
          key={index}
          d={`M${x(value)} ${SHAPES.marks - 7}l5 7l-5 7l-5 -7z`}
          fill="var(--color-base-100)"
          stroke="currentColor"
          stroke-width="2"
        />
      ))}
      <circle cx={x(marks.score)} cy={SHAPES.marks} r="6" fill="currentColor" />
      {cuts
        .filter((cut) => cut > low && cut < high)
        .map((cut) => (
          <g key={cut}>
            <path d={`M${x(cut)} 14V44`} stroke="var(--color-base-content)" stroke-dasharray="3 2" />
            <text x={x(cut)} y="56" text-anchor="middle" fill="var(--color-base-content)">
              {formatNumber(cut)}
            </text>
          </g>
        ))}
    </svg>
  );
}

/** The category in which a score lies on its track; undefined where the scheme has no such track. */
export function bandOf({ combination }: Scheme, score: string): string | undefined {
  if (combination.mechanism !== 'weighted-mean') return undefined;
  const bands = combination.bands.filter((band) => band.when === undefined);
  return bands.find((band) => Number(score) >= Number(band.from))?.category;
}

/** What is drawn, the nearest border on either side, and some room; never the whole track where little happens. */
function windowOf(
  values: readonly number[],
  cuts: readonly number[],
): { readonly low: number; readonly high: number } {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const below = Math.max(0, ...cuts.filter((cut) => cut <= least));
  const above = Math.min(100, ...cuts.filter((cut) => cut > most));
  const room = Math.max(2, (above - below) * 0.15);
  return {
    low: Math.max(0, Math.min(least, below) - room),
    high: Math.max(most, Math.min(above + room, 100)),
  };
}

/** What the marks mean; the shapes tell them apart without colour. */
export function StripKey({ hasWithout, hasOthers }: { hasWithout: boolean; hasOthers: boolean }) {
  return (
    <p class="flex flex-wrap gap-x-5 gap-y-1 text-sm text-base-content/75">
      <span>
        <Mark>
          <circle cx="8" cy="8" r="6" fill="currentColor" />
        </Mark>
        {text.keyResult()}
      </span>
      {hasWithout ? (
        <span>
          <Mark>
            <path
              d="M8 1l5 7l-5 7l-5 -7z"
              fill="var(--color-base-100)"
              stroke="currentColor"
              stroke-width="2"
            />
          </Mark>
          {text.keyWithout()}
        </span>
      ) : null}
      {hasOthers ? (
        <span>
          <Mark>
            <rect x="0" y="4" width="16" height="8" rx="4" fill="currentColor" opacity="0.35" />
          </Mark>
          {text.keyOthers()}
        </span>
      ) : null}
    </p>
  );
}

function Mark({ children }: { children: preact.ComponentChildren }) {
  return (
    <svg
      class="inline-block align-[-3px] mr-1.5 text-primary"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export interface CategoryShare {
  readonly code: string;
  readonly name: string;
  /** Out of twenty. */
  readonly count: number;
  readonly isResult: boolean;
}

/** Twenty imagined officials as twenty squares, by the category that would come of their rating. */
export function TwentySquares({ rows }: { rows: readonly CategoryShare[] }) {
  return (
    <table class="text-sm w-full max-w-[30rem]">
      <caption class="text-left pb-1 text-base-content/75">{text.shares()}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{text.category()}</th>
          <th scope="col">{text.share()}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th
              scope="row"
              class={`text-left pr-3 py-1 wrap-anywhere ${row.isResult ? 'font-medium' : 'font-normal'}`}
            >
              {row.name.replace('/', '/\u200b')}
            </th>
            <td class="py-1">
              <span class="grid sm:grid-cols-[10.5rem_auto] sm:items-center gap-x-3 sm:justify-start">
                <svg
                  class="w-full max-w-[10.5rem] h-auto text-primary"
                  viewBox="0 0 210 12"
                  aria-hidden="true"
                >
                  {Array.from({ length: row.count }, (_, index) => (
                    <rect
                      key={index}
                      x={index * 10.5}
                      y="1"
                      width="9"
                      height="10"
                      rx="1.5"
                      fill={row.isResult ? 'currentColor' : 'none'}
                      stroke="currentColor"
                      stroke-width="1.5"
                    />
                  ))}
                </svg>
                <span class="num whitespace-nowrap">{text.outOf({ count: row.count })}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function scoreWords(score: string | null): string {
  return score === null ? '–' : formatDecimal(score);
}
