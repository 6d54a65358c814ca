import { ONE_DECIMAL, PLOT_WIDTH, rounded } from './measures.ts';

export interface DatedDot {
  readonly key: string;
  /** Civil date. */
  readonly on: string;
  readonly value: number;
}

const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 8;
const BOTTOM = 22;
const TOP = 8;

/** Differences around zero by date: dots, no line, because each is another person. */
export function DatedDots(props: {
  dots: readonly DatedDot[];
  from: string;
  to: string;
  label: (on: string) => string;
}) {
  const { dots, from, to, label } = props;
  const instant = (on: string) => Date.parse(`${on}T00:00:00Z`);
  const span = Math.max(instant(to) - instant(from), 1);
  const reach = Math.ceil(Math.max(5, ...dots.map(({ value }) => Math.abs(value))) / 5) * 5;
  const x = (on: string) =>
    rounded(LEFT + 8 + ((instant(on) - instant(from)) / span) * (PLOT_WIDTH - LEFT - RIGHT - 16));
  const y = (value: number) => rounded(TOP + ((reach - value) / (2 * reach)) * (HEIGHT - TOP - BOTTOM));
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${PLOT_WIDTH} ${HEIGHT}`}
      font-size="12"
      aria-hidden="true"
    >
      <g stroke="var(--color-base-300)" fill="none">
        <path d={`M${LEFT} ${y(reach)}H${PLOT_WIDTH - RIGHT}M${LEFT} ${y(-reach)}H${PLOT_WIDTH - RIGHT}`} />
      </g>
      <path
        d={`M${LEFT} ${y(0)}H${PLOT_WIDTH - RIGHT}`}
        stroke="var(--color-base-content)"
        stroke-dasharray="3 3"
        fill="none"
      />
      {dots.map((dot) => (
        <circle
          key={dot.key}
          cx={x(dot.on)}
          cy={y(dot.value)}
          r="5"
          fill="currentColor"
          fill-opacity="0.85"
        />
      ))}
      <g fill="var(--color-base-content)" text-anchor="end">
        {[reach, 0, -reach].map((tick) => (
          <text key={tick} x={LEFT - 5} y={y(tick) + 4}>
            {ONE_DECIMAL(tick)}
          </text>
        ))}
      </g>
      <g fill="var(--color-base-content)">
        <text x={LEFT} y={HEIGHT - 5}>
          {label(from)}
        </text>
        <text x={PLOT_WIDTH - RIGHT} y={HEIGHT - 5} text-anchor="end">
          {label(to)}
        </text>
      </g>
    </svg>
  );
}
