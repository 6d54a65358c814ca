import { formatNumber } from '#platform/locale/format.ts';
import { FONT_SIZE, PLOT_WIDTH } from './engine.ts';
import { tenth } from './scale.ts';

export interface CurveMark {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

const EDGE = { left: 30, right: 12, top: 10, bottom: 38 };
const WIDTH = PLOT_WIDTH - EDGE.left - EDGE.right;
const HEIGHT = 150;

/** A share (0 to 1) that grows with a whole number: how reliable by how many. The picture alone, for a figure. */
export function Curve(props: {
  /** Value at 1, 2, 3 … */
  values: readonly number[];
  /** Where a target is reached: a dropped line with its label. */
  marks: readonly CurveMark[];
  labels: { readonly x: string; readonly y: string };
}) {
  const last = props.values.length;
  const x = (count: number) => tenth(EDGE.left + ((count - 1) / Math.max(last - 1, 1)) * WIDTH);
  const y = (value: number) => tenth(EDGE.top + HEIGHT - value * HEIGHT);
  const every = last <= 12 ? 2 : last <= 30 ? 5 : 10;
  const counts = props.values
    .map((_, index) => index + 1)
    .filter((count) => count === 1 || count % every === 0);
  const bottom = EDGE.top + HEIGHT;
  const isLate = (mark: CurveMark) => mark.x > last * 0.8;
  return (
    <svg
      class="w-full h-auto"
      viewBox={`0 0 ${PLOT_WIDTH} ${bottom + EDGE.bottom}`}
      font-size={FONT_SIZE}
      aria-hidden="true"
    >
      <g stroke="var(--color-base-300)" fill="none">
        {[0, 0.25, 0.5, 0.75, 1].map((value) => (
          <path key={value} d={`M${EDGE.left} ${y(value)}h${WIDTH}`} />
        ))}
      </g>
      <g fill="currentColor">
        {[0, 0.5, 1].map((value) => (
          <text key={value} x={EDGE.left - 4} y={y(value) + 4} text-anchor="end">
            {formatNumber(value)}
          </text>
        ))}
        {counts.map((count) => (
          <text key={count} x={x(count)} y={bottom + 15} text-anchor="middle">
            {formatNumber(count)}
          </text>
        ))}
        <text x={EDGE.left + WIDTH / 2} y={bottom + 32} text-anchor="middle">
          {props.labels.x}
        </text>
      </g>
      <path
        d={`M${props.values.map((value, index) => `${x(index + 1)} ${y(value)}`).join('L')}`}
        fill="none"
        stroke="var(--color-primary)"
        stroke-width="2.5"
        stroke-linejoin="round"
      />
      {props.marks
        .filter((mark) => mark.x <= last)
        .map((mark) => (
          <g key={mark.label}>
            <path
              d={`M${x(mark.x)} ${bottom}V${y(mark.y)}`}
              stroke="currentColor"
              stroke-dasharray="3 3"
              fill="none"
            />
            <path d={`M${x(mark.x)} ${y(mark.y)}m0-5l5 5l-5 5l-5-5z`} fill="var(--color-base-content)" />
            <text
              x={x(mark.x) + (isLate(mark) ? -6 : 6)}
              y={y(mark.y) + 18}
              text-anchor={isLate(mark) ? 'end' : 'start'}
              fill="currentColor"
            >
              {mark.label}
            </text>
          </g>
        ))}
    </svg>
  );
}
