import { ONE_DECIMAL, PLOT_WIDTH, rounded } from './measures.ts';

export interface IntervalRow {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const ROW = 44;
const TOP = 6;
const AXIS = 34;
const EDGE = 16;

/**
 * Estimates with their intervals on one axis around zero, and the band within which a difference does not matter.
 * Plain SVG drawn for the width of a phone; the words at the ends of the axis say what left and right mean.
 */
export function IntervalRows(props: {
  rows: readonly IntervalRow[];
  /** Half the width of the band around zero. */
  band: number;
  ends: readonly [left: string, right: string];
}) {
  const { rows, band, ends } = props;
  const reach = niceReach(Math.max(band * 1.5, ...rows.flatMap(({ low, high }) => [-low, high])));
  const x = (value: number) => rounded(EDGE + ((value + reach) / (2 * reach)) * (PLOT_WIDTH - 2 * EDGE));
  const bottom = TOP + rows.length * ROW;
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${PLOT_WIDTH} ${bottom + AXIS}`}
      font-size="12"
      aria-hidden="true"
    >
      <rect
        x={x(-band)}
        y={TOP}
        width={rounded(x(band) - x(-band))}
        height={rows.length * ROW}
        fill="var(--color-base-300)"
      />
      <g stroke="var(--color-base-content)">
        <path d={`M${x(0)} ${TOP}V${bottom}`} stroke-dasharray="3 3" fill="none" />
        <path d={`M${EDGE} ${bottom}H${PLOT_WIDTH - EDGE}`} opacity="0.5" fill="none" />
      </g>
      {rows.map((row, index) => {
        const y = TOP + index * ROW + 28;
        return (
          <g key={row.label}>
            <text x={EDGE} y={y - 14} fill="var(--color-base-content)">
              {row.label}
            </text>
            <path
              d={`M${x(row.low)} ${y}H${x(row.high)}M${x(row.low)} ${y - 5}v10M${x(row.high)} ${y - 5}v10`}
              stroke="currentColor"
              stroke-width="2.5"
              fill="none"
            />
            <circle cx={x(row.value)} cy={y} r="6" fill="currentColor" />
          </g>
        );
      })}
      <g fill="var(--color-base-content)" text-anchor="middle">
        {[-reach, -reach / 2, 0, reach / 2, reach].map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 14}>
            {ONE_DECIMAL(tick)}
          </text>
        ))}
      </g>
      <g fill="var(--color-base-content)">
        <text x={EDGE} y={bottom + 29}>
          ← {ends[0]}
        </text>
        <text x={PLOT_WIDTH - EDGE} y={bottom + 29} text-anchor="end">
          {ends[1]} →
        </text>
      </g>
    </svg>
  );
}

/** A round end of the axis that leaves the marks inside. */
function niceReach(largest: number): number {
  const steps = [2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100];
  return steps.find((step) => step >= largest) ?? Math.ceil(largest / 50) * 50;
}
