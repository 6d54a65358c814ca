/** Shares as lying bars with their interval as a whisker, the name above and the number at the end. */
import type { Share } from '#domain/laboratory/index.ts';
import { percent } from '../words.ts';

export interface ShareBar {
  readonly label: string;
  readonly share: Share;
}

const WIDTH = 300;
const ROW = 42;
const VALUE = 52;

export function ShareBars({ bars }: { bars: readonly ShareBar[] }) {
  const top = Math.max(0.02, ...bars.map(({ share }) => share.high));
  const x = (share: number) => Math.round((share / top) * (WIDTH - VALUE) * 10) / 10;
  return (
    <svg
      class="w-full h-auto text-primary"
      viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
      font-size="12"
      aria-hidden="true"
    >
      {bars.map(({ label, share }, index) => {
        const y = index * ROW + 18;
        return (
          <g key={label}>
            <text x="0" y={y - 4} fill="var(--color-base-content)">
              {label}
            </text>
            <rect x="0" y={y} width={WIDTH - VALUE} height="14" fill="var(--color-base-300)" opacity="0.5" />
            <rect x="0" y={y} width={x(share.share)} height="14" fill="currentColor" />
            <path
              d={`M${x(share.low)} ${y + 7}H${x(share.high)}M${x(share.low)} ${y + 3}v8M${x(share.high)} ${y + 3}v8`}
              stroke="var(--color-base-content)"
              stroke-width="1.5"
              fill="none"
            />
            <text x={WIDTH} y={y + 11} text-anchor="end" font-weight="600" fill="var(--color-base-content)">
              {percent(share.share)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
