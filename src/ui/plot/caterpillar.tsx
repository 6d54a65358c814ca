import type { ComponentChildren } from 'preact';
import { formatNumber } from '#platform/locale/format.ts';
import { type Axis, axisOver, percentAt } from './scale.ts';

/** How a row is drawn; the shape says it, the colour only repeats it. */
export type CaterpillarMark =
  /** A dot: within the band, or not surely beyond it. */
  | 'usual'
  /** A filled diamond: beyond the band. */
  | 'beyond'
  /** A hollow square on a dotted line: there is no number to show. */
  | 'unknown';

export interface CaterpillarRow {
  readonly key: string;
  readonly name: ComponentChildren;
  /** The estimate with its interval, or why there is none. */
  readonly words: ComponentChildren;
  readonly n: number;
  readonly estimate: number | null;
  readonly interval: readonly [number, number] | null;
  readonly mark: CaterpillarMark;
}

interface CaterpillarProps {
  readonly caption: string;
  readonly headings: {
    readonly name: string;
    readonly plot: string;
    readonly words: string;
    readonly n: string;
  };
  readonly rows: readonly CaterpillarRow[];
  /** Half width of the band around nought within which a difference does not matter. */
  readonly band: number;
  readonly axis: Axis;
  /** What lies at the left and at the right of nought. */
  readonly ends: readonly [string, string];
}

/** One axis for all rows, symmetric around nought, wide enough for the band and every interval. */
export function caterpillarAxis(
  rows: readonly Pick<CaterpillarRow, 'estimate' | 'interval'>[],
  band: number,
): Axis {
  const values = rows.flatMap(({ estimate, interval }) => [estimate ?? 0, ...(interval ?? [])]);
  return axisOver([band * 1.3, ...values], { symmetric: true });
}

/**
 * Estimates with their intervals, one row each, around a band that does not matter. A table in itself: the drawing
 * repeats what the cells say, so that nothing is lost in print or to a screen reader. Marks are placed in percent of
 * the width and keep their shape on every screen.
 */
export function Caterpillar({ caption, headings, rows, band, axis, ends }: CaterpillarProps) {
  return (
    <table class="w-full text-sm max-sm:block">
      <caption class="sr-only">{caption}</caption>
      <thead class="max-sm:block">
        <tr class="align-bottom text-base-content/75 max-sm:block">
          <th scope="col" class="text-left font-medium pb-1 pr-3 max-sm:sr-only sm:w-[32%]">
            {headings.name}
          </th>
          <th scope="col" class="font-normal pb-1 max-sm:block sm:w-[38%]">
            <span class="sr-only">{headings.plot}</span>
            <AxisLine axis={axis} ends={ends} />
          </th>
          <th scope="col" class="text-right font-medium pb-1 pl-3 max-sm:sr-only">
            {headings.words}
          </th>
          <th scope="col" class="text-right font-medium pb-1 pl-3 max-sm:sr-only">
            {headings.n}
          </th>
        </tr>
      </thead>
      <tbody class="max-sm:block">
        {rows.map((row) => (
          <tr
            key={row.key}
            class="border-t border-base-300 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:py-2 break-inside-avoid"
          >
            <th
              scope="row"
              class="font-normal text-left py-1 pr-3 align-middle max-sm:p-0 max-sm:col-span-2 wrap-anywhere"
            >
              {row.name}
            </th>
            <td class="align-middle p-0 max-sm:col-span-2">
              <Row row={row} band={band} axis={axis} />
            </td>
            <td class="num sm:text-right sm:whitespace-nowrap pl-3 align-middle max-sm:p-0">{row.words}</td>
            <td class="num text-right whitespace-nowrap pl-3 align-middle max-sm:p-0">
              <span class="sm:hidden" aria-hidden="true">
                {headings.n}{' '}
              </span>
              {formatNumber(row.n)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AxisLine({ axis, ends }: { axis: Axis; ends: readonly [string, string] }) {
  return (
    <span class="block" aria-hidden="true">
      <span class="flex justify-between text-xs">
        <span>← {ends[0]}</span>
        <span class="text-right">{ends[1]} →</span>
      </span>
      <svg class="block w-full h-4 overflow-visible text-xs" height="16" aria-hidden="true">
        {axis.ticks.map((tick) => (
          <text
            key={tick}
            x={`${percentAt(axis, tick)}%`}
            y="12"
            text-anchor={tick === axis.from ? 'start' : tick === axis.to ? 'end' : 'middle'}
            fill="currentColor"
          >
            {formatNumber(tick)}
          </text>
        ))}
      </svg>
    </span>
  );
}

const MIDDLE = 12;

function Row({ row, band, axis }: { row: CaterpillarRow; band: number; axis: Axis }) {
  const at = (value: number) => `${percentAt(axis, value)}%`;
  const left = percentAt(axis, -band);
  const line = { y1: MIDDLE, y2: MIDDLE, stroke: 'currentColor' };
  return (
    <svg class="block w-full h-6 overflow-visible" height="24" aria-hidden="true">
      <rect
        x={`${left}%`}
        width={`${percentAt(axis, band) - left}%`}
        height="24"
        fill="var(--color-base-300)"
      />
      <line x1={at(0)} x2={at(0)} y1="0" y2="24" stroke="currentColor" opacity="0.6" />
      {row.mark === 'unknown' || row.estimate === null ? (
        <>
          <line x1="0" x2="100%" {...line} opacity="0.6" stroke-dasharray="1 5" />
          <svg x={at(0)} y={MIDDLE} overflow="visible" aria-hidden="true">
            <path d="M-5-5H5V5H-5Z" fill="var(--color-base-100)" stroke="currentColor" opacity="0.75" />
          </svg>
        </>
      ) : (
        <>
          {row.interval ? (
            <line x1={at(row.interval[0])} x2={at(row.interval[1])} {...line} stroke-width="2" />
          ) : null}
          <svg x={at(row.estimate)} y={MIDDLE} overflow="visible" aria-hidden="true">
            {row.mark === 'beyond' ? (
              <path d="M0-7L7 0L0 7L-7 0Z" fill="var(--color-base-content)" />
            ) : (
              <circle r="4.5" fill="var(--color-primary)" stroke="var(--color-base-100)" />
            )}
          </svg>
        </>
      )}
    </svg>
  );
}

/** The marks in words, for the line under the plot. */
export function CaterpillarKey(props: { usual: string; beyond: string; unknown: string; band: string }) {
  const shapes: readonly (readonly [string, ComponentChildren])[] = [
    [props.usual, <circle key="usual" r="4.5" fill="var(--color-primary)" />],
    [props.beyond, <path key="beyond" d="M0-7L7 0L0 7L-7 0Z" fill="var(--color-base-content)" />],
    [props.unknown, <path key="unknown" d="M-5-5H5V5H-5Z" fill="none" stroke="currentColor" />],
    [props.band, <path key="band" d="M-7-7H7V7H-7Z" fill="var(--color-base-300)" />],
  ];
  return (
    <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm text-base-content/85">
      {shapes.map(([words, shape]) => (
        <li key={words} class="flex items-center gap-2">
          <svg viewBox="-8 -8 16 16" class="size-4 shrink-0" aria-hidden="true">
            {shape}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
