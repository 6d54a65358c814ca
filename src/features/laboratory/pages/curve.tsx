/** A share with its interval against a number that can be chosen: plain SVG for the width of a phone. */
import type { Share } from '#domain/laboratory/index.ts';
import { formatNumber } from '#platform/locale/format.ts';

export interface CurvePoint {
  readonly at: number;
  readonly share: Share;
}

const WIDTH = 300;
const LEFT = 40;
const RIGHT = 14;
const TOP = 10;
const HEIGHT = 150;
const BOTTOM = 36;

/** Places are spaced evenly: the values tried grow by ever larger steps. */
export function Curve({ points, axis }: { points: readonly CurvePoint[]; axis: string }) {
  const top = niceTop(Math.max(0.01, ...points.map(({ share }) => share.high)));
  const x = (place: number) =>
    round(LEFT + (points.length < 2 ? 0.5 : place / (points.length - 1)) * (WIDTH - LEFT - RIGHT));
  const y = (share: number) => round(TOP + (1 - share / top) * HEIGHT);
  const edge = (read: (share: Share) => number, order: readonly CurvePoint[]) =>
    order.map((point) => `${x(points.indexOf(point))} ${y(read(point.share))}`);
  const band = [...edge(({ high }) => high, points), ...edge(({ low }) => low, points.toReversed())];
  const line = edge(({ share }) => share, points);
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + BOTTOM}`}
      font-size="12"
      aria-hidden="true"
    >
      {[0, top / 2, top].map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${y(tick)}H${WIDTH - RIGHT + 6}`} stroke="var(--color-base-300)" fill="none" />
          <text x={LEFT - 8} y={y(tick) + 4} text-anchor="end" fill="var(--color-base-content)">
            {formatNumber(Math.round(tick * 1000) / 10)} %
          </text>
        </g>
      ))}
      <path d={`M${band.join('L')}Z`} fill="currentColor" opacity="0.2" />
      <path d={`M${line.join('L')}`} stroke="currentColor" stroke-width="2.5" fill="none" />
      {points.map(({ at, share }, place) => (
        <g key={at}>
          <path
            d={`M${x(place)} ${y(share.low)}V${y(share.high)}`}
            stroke="currentColor"
            stroke-width="1.5"
            fill="none"
          />
          <circle
            cx={x(place)}
            cy={y(share.share)}
            r="4.5"
            fill="currentColor"
            stroke="var(--color-base-100)"
            stroke-width="1.5"
          />
          <text x={x(place)} y={TOP + HEIGHT + 17} text-anchor="middle" fill="var(--color-base-content)">
            {formatNumber(at)}
          </text>
        </g>
      ))}
      <text
        x={(LEFT + WIDTH - RIGHT) / 2}
        y={TOP + HEIGHT + 33}
        text-anchor="middle"
        fill="var(--color-base-content)"
      >
        {axis}
      </text>
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A round top of the axis just above the highest mark, as a share. */
function niceTop(highest: number): number {
  const tops = [0.02, 0.04, 0.06, 0.1, 0.16, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8];
  return tops.find((each) => each >= highest) ?? 1;
}
