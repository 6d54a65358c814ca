import { formatNumber } from '#platform/locale/format.ts';
import { PLOT_WIDTH, rounded } from './measures.ts';

export interface ShareRow {
  readonly label: string;
  /** From 0 to 1. */
  readonly share: number;
  /** What it is compared with; null where nothing may be shown. */
  readonly reference: number | null;
}

const ROW = 40;
const EDGE = 2;
const VALUE = 44;

/** Shares as lying bars with the name above, and a diamond for what each is compared with. */
export function ShareRows({ rows }: { rows: readonly ShareRow[] }) {
  const x = (share: number) => rounded(EDGE + share * (PLOT_WIDTH - EDGE - VALUE));
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${PLOT_WIDTH} ${rows.length * ROW}`}
      font-size="12"
      aria-hidden="true"
    >
      {rows.map((row, index) => {
        const y = index * ROW + 18;
        return (
          <g key={row.label}>
            <text x={EDGE} y={y - 5} fill="var(--color-base-content)">
              {row.label}
            </text>
            <rect x={EDGE} y={y} width={rounded(x(1) - EDGE)} height="14" fill="var(--color-base-300)" />
            <rect x={EDGE} y={y} width={rounded(x(row.share) - EDGE)} height="14" fill="currentColor" />
            {row.reference === null ? null : (
              <path
                d={`M${x(row.reference)} ${y - 1}l6 8l-6 8l-6-8z`}
                fill="var(--color-base-100)"
                stroke="var(--color-base-content)"
                stroke-width="1.5"
              />
            )}
            <text
              x={PLOT_WIDTH - EDGE}
              y={y + 11}
              text-anchor="end"
              font-weight="600"
              fill="var(--color-base-content)"
            >
              {formatNumber(Math.round(row.share * 100))} %
            </text>
          </g>
        );
      })}
    </svg>
  );
}
