import { PLOT_WIDTH, rounded } from './measures.ts';

export interface PlaceRow {
  readonly key: string;
  readonly label: string;
  /** Full dots: places from 0 to 100 and how many coincide there. */
  readonly dots: readonly { readonly at: number; readonly count: number }[];
  /** Empty circle: what the dots are compared with. */
  readonly circle?: number | null;
  /** Upright stroke: the mean. */
  readonly stroke?: number | null;
}

const ROW = 38;
const EDGE = 12;
const TICKS = [0, 25, 50, 75, 100];

/** Places from 0 to 100 on one line a row, the name above it: dots, an empty circle beside them, a stroke for the mean. */
export function PlaceRows({ rows }: { rows: readonly PlaceRow[] }) {
  const x = (at: number) => rounded(EDGE + (at / 100) * (PLOT_WIDTH - 2 * EDGE));
  const bottom = rows.length * ROW;
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${PLOT_WIDTH} ${bottom + 20}`}
      font-size="12"
      aria-hidden="true"
    >
      {rows.map((row, index) => {
        const y = index * ROW + 26;
        const dots = row.dots.map(({ at }) => at);
        const ends = row.circle == null ? dots : [...dots, row.circle];
        return (
          <g key={row.key}>
            <text x={EDGE - 4} y={y - 12} fill="var(--color-base-content)">
              {row.label}
            </text>
            <path
              d={`M${x(0)} ${y}H${x(100)}`}
              stroke="var(--color-base-content)"
              stroke-opacity="0.3"
              stroke-width="2"
              fill="none"
            />
            {ends.length > 1 ? (
              <path
                d={`M${x(Math.min(...ends))} ${y}H${x(Math.max(...ends))}`}
                stroke="currentColor"
                stroke-width="3"
                fill="none"
              />
            ) : null}
            {row.dots.map(({ at, count }) => (
              <circle
                key={at}
                cx={x(at)}
                cy={y}
                r={rounded(3 + Math.min(5, Math.sqrt(count)))}
                fill="currentColor"
              />
            ))}
            {row.circle == null ? null : (
              <circle
                cx={x(row.circle)}
                cy={y}
                r="7"
                fill="none"
                stroke="var(--color-base-content)"
                stroke-width="2"
              />
            )}
            {row.stroke == null ? null : (
              <path
                d={`M${x(row.stroke)} ${y - 9}v18`}
                stroke="var(--color-base-content)"
                stroke-width="2"
                fill="none"
              />
            )}
          </g>
        );
      })}
      <g fill="var(--color-base-content)" text-anchor="middle">
        {TICKS.map((tick) => (
          <text key={tick} x={x(tick)} y={bottom + 14}>
            {tick}
          </text>
        ))}
      </g>
    </svg>
  );
}
