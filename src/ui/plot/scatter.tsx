import { formatNumber } from '#platform/locale/format.ts';
import { FONT_SIZE, PLOT_WIDTH } from './engine.ts';
import { type Axis, axisOver, tenth } from './scale.ts';

export interface ScatterPoint {
  readonly x: number;
  readonly y: number;
  /** Drawn as a diamond above the others. */
  readonly isMarked: boolean;
}

const EDGE = { left: 34, right: 14, top: 8, bottom: 40 };
const SIDE = PLOT_WIDTH - EDGE.left - EDGE.right;
const HEIGHT = SIDE + EDGE.top + EDGE.bottom;
/** More points than this are drawn as squares whose size is their number. */
const MOST_POINTS = 400;
const CELLS = 24;

/**
 * Two measures of the same thing against each other: on the slanting line they agree. `cuts` are drawn on both axes.
 * The picture alone; it stands in a figure that says the finding and holds the table.
 */
export function Scatter(props: {
  points: readonly ScatterPoint[];
  cuts: readonly number[];
  labels: { readonly x: string; readonly y: string };
}) {
  const axis = axisOver(props.points.flatMap(({ x, y }) => [x, y]));
  const span = axis.to - axis.from;
  const x = (value: number) => tenth(EDGE.left + ((value - axis.from) / span) * SIDE);
  const y = (value: number) => tenth(EDGE.top + SIDE - ((value - axis.from) / span) * SIDE);
  const cuts = props.cuts.filter((cut) => cut > axis.from && cut < axis.to);
  return (
    <svg
      class="w-full h-auto"
      viewBox={`0 0 ${PLOT_WIDTH} ${HEIGHT}`}
      font-size={FONT_SIZE}
      aria-hidden="true"
    >
      <Frame axis={axis} x={x} y={y} labels={props.labels} />
      <g stroke="currentColor" stroke-dasharray="4 3" opacity="0.6">
        {cuts.map((cut) => (
          <path key={cut} d={`M${x(cut)} ${EDGE.top}v${SIDE}M${EDGE.left} ${y(cut)}h${SIDE}`} fill="none" />
        ))}
      </g>
      <path
        d={`M${x(axis.from)} ${y(axis.from)}L${x(axis.to)} ${y(axis.to)}`}
        stroke="currentColor"
        fill="none"
      />
      <Points points={props.points} axis={axis} x={x} y={y} />
    </svg>
  );
}

type Place = (value: number) => number;

function Frame(props: { axis: Axis; x: Place; y: Place; labels: { x: string; y: string } }) {
  const { axis, x, y, labels } = props;
  return (
    <>
      <g stroke="var(--color-base-300)" fill="none">
        {axis.ticks.map((tick) => (
          <path key={tick} d={`M${x(tick)} ${EDGE.top}v${SIDE}M${EDGE.left} ${y(tick)}h${SIDE}`} />
        ))}
      </g>
      <g fill="currentColor">
        {axis.ticks.map((tick) => (
          <text key={`x${tick}`} x={x(tick)} y={EDGE.top + SIDE + 16} text-anchor="middle">
            {formatNumber(tick)}
          </text>
        ))}
        {axis.ticks.map((tick) => (
          <text key={`y${tick}`} x={EDGE.left - 5} y={y(tick) + 4} text-anchor="end">
            {formatNumber(tick)}
          </text>
        ))}
        <text x={EDGE.left + SIDE / 2} y={HEIGHT - 6} text-anchor="middle">
          {labels.x}
        </text>
        <text transform={`translate(10 ${EDGE.top + SIDE / 2}) rotate(-90)`} text-anchor="middle">
          {labels.y}
        </text>
      </g>
    </>
  );
}

function Points(props: { points: readonly ScatterPoint[]; axis: Axis; x: Place; y: Place }) {
  const { points, axis, x, y } = props;
  const marked = points.filter((point) => point.isMarked);
  const others = points.filter((point) => !point.isMarked);
  const diamonds = marked.map((point) => `M${x(point.x)} ${y(point.y)}m0-5l5 5l-5 5l-5-5z`).join('');
  return (
    <>
      {others.length <= MOST_POINTS ? (
        // Rounded ends of lines of no length: dots of a few bytes each.
        <path
          d={others.map((point) => `M${x(point.x)} ${y(point.y)}h0`).join('')}
          stroke="var(--color-primary)"
          stroke-width="6"
          stroke-linecap="round"
          opacity="0.7"
        />
      ) : (
        <path d={squares(others, axis, x, y)} fill="var(--color-primary)" />
      )}
      {marked.length > 0 ? (
        <path
          d={diamonds}
          fill="var(--color-base-content)"
          stroke="var(--color-base-100)"
          stroke-width="0.75"
        />
      ) : null}
    </>
  );
}

/** Counts in a grid; the area of a square is the count. */
function squares(points: readonly ScatterPoint[], axis: Axis, x: Place, y: Place): string {
  const cell = (axis.to - axis.from) / CELLS;
  const counts = new Map<number, number>();
  for (const point of points) {
    const at = (value: number) => Math.min(CELLS - 1, Math.floor((value - axis.from) / cell));
    const key = at(point.x) * CELLS + at(point.y);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const paths: string[] = [];
  for (const [key, count] of counts) {
    const half = tenth((Math.sqrt(count / most) * SIDE) / CELLS / 2 + 0.4);
    const left = x(axis.from + (Math.floor(key / CELLS) + 0.5) * cell) - half;
    const top = y(axis.from + ((key % CELLS) + 0.5) * cell) - half;
    paths.push(`M${tenth(left)} ${tenth(top)}h${tenth(half * 2)}v${tenth(half * 2)}h${tenth(-half * 2)}z`);
  }
  return paths.join('');
}
