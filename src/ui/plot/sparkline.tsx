import type { DatedValue } from './line-plot.ts';

const WIDTH = 240;
const HEIGHT = 64;
const EDGE = 5;

/**
 * A line over time against its target, small enough for every row of a list: plain SVG of about one kilobyte, no
 * engine. The broken line is the target, the dotted ones an even pace and today.
 */
export function Sparkline(props: {
  /** What it shows, in a sentence. */
  label: string;
  from: string;
  to: string;
  today: string;
  points: readonly DatedValue[];
  target: string;
  /** Draws an even pace from zero to the target. */
  pace?: boolean;
}) {
  const instant = (civilDate: string) => Date.parse(`${civilDate}T00:00:00Z`);
  const [start, end] = [instant(props.from), instant(props.to)];
  const target = Number(props.target);
  const values = props.points.map((point) => Number(point.value));
  const top = Math.max(target, ...values, 0) * 1.06 || 1;
  const bottom = Math.min(0, ...values);
  const x = (civilDate: string) =>
    round(EDGE + Math.min(Math.max((instant(civilDate) - start) / (end - start), 0), 1) * (WIDTH - 2 * EDGE));
  const y = (value: number) =>
    round(HEIGHT - EDGE - ((value - bottom) / (top - bottom)) * (HEIGHT - 2 * EDGE));
  const dots = props.points.map((point, index) => [x(point.on), y(values[index] ?? 0)] as const);
  return (
    <svg
      class="w-full max-w-60 h-auto"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={props.label}
    >
      <path d={`M${EDGE} ${y(0)}H${WIDTH - EDGE}`} stroke="var(--color-base-300)" fill="none" />
      <g stroke="currentColor" fill="none">
        <path d={`M${x(props.today)} ${EDGE}V${HEIGHT - EDGE}`} opacity="0.6" stroke-dasharray="1 3" />
        {props.pace ? (
          <path
            d={`M${x(props.from)} ${y(0)}L${x(props.to)} ${y(target)}`}
            opacity="0.6"
            stroke-dasharray="1 3"
          />
        ) : null}
        <path d={`M${EDGE} ${y(target)}H${WIDTH - EDGE}`} stroke-width="1.5" stroke-dasharray="6 3" />
      </g>
      {dots.length > 1 ? (
        <polyline
          points={dots.map((dot) => dot.join(',')).join(' ')}
          fill="none"
          stroke="var(--color-primary)"
          stroke-width="2.5"
          stroke-linejoin="round"
        />
      ) : null}
      {dots.map(([cx, cy]) => (
        <circle key={`${cx} ${cy}`} cx={cx} cy={cy} r="3" fill="var(--color-primary)" />
      ))}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
