/**
 * Levels around a circle, drawn on the server: dashed what the post asks for, filled what was achieved. Axes carry the
 * numbers of the table beside, so that nothing depends on room for long names, on colour or on a script.
 */
import { formatNumber } from '#platform/locale/format.ts';
import { HIGHEST, HUNDREDTHS } from '../../levels.ts';
import type { ProfileRow } from '../model.ts';
import { text } from '../text.ts';

const SIZE = 300;
const CENTRE = SIZE / 2;
const RADIUS = 122;
/** Two axes make no shape. */
export const FEWEST_AXES = 3;
const RINGS = [1, 2, 3, 4, HIGHEST];

export interface Axis {
  /** Number in the table, from 1. */
  readonly number: number;
  readonly required: number;
  readonly achieved: number;
}

/** Only what can be compared is drawn: what is missing is not zero, and stands in the table alone. */
export function axesOf(rows: readonly ProfileRow[]): readonly Axis[] {
  return rows.flatMap(({ required, achieved }, index) =>
    required === null || achieved === null
      ? []
      : [{ number: index + 1, required: required * HUNDREDTHS, achieved }],
  );
}

export function Radar({ axes, label }: { axes: readonly Axis[]; label: string }) {
  if (axes.length < FEWEST_AXES) return null;
  return (
    <figure class="grid gap-3 justify-items-center">
      <svg
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-label={label}
        class="w-full max-w-sm text-base-content"
        fill="none"
      >
        <Grid axes={axes} />
        <polygon
          points={shape(axes, ({ achieved }) => achieved)}
          class="fill-primary/20 stroke-primary"
          stroke-width={2}
          stroke-linejoin="round"
        />
        <polygon
          points={shape(axes, ({ required }) => required)}
          class="stroke-base-content"
          stroke-width={1.5}
          stroke-dasharray="5 4"
          stroke-linejoin="round"
        />
        {axes.map((axis, index) => (
          <Mark key={axis.number} at={point(index, axes.length, axis.achieved)} />
        ))}
      </svg>
      <figcaption class="text-sm grid gap-1 justify-items-center">
        <span class="flex flex-wrap gap-x-5 gap-y-1 justify-center">
          <Legend dash={undefined} tone="stroke-primary">
            {text.achieved()}
          </Legend>
          <Legend dash="5 4" tone="stroke-base-content">
            {text.required()}
          </Legend>
        </span>
        <span class="text-base-content/75 text-center max-w-xs">{text.plotHint()}</span>
      </figcaption>
    </figure>
  );
}

function Grid({ axes }: { axes: readonly Axis[] }) {
  return (
    <g>
      {RINGS.map((level) => (
        <polygon
          key={level}
          points={shape(axes, () => level * HUNDREDTHS)}
          class="stroke-base-content/25"
          stroke-width={level === HIGHEST ? 1.5 : 0.75}
        />
      ))}
      {axes.map((axis, index) => {
        const [x, y] = point(index, axes.length, HIGHEST * HUNDREDTHS);
        const [labelX, labelY] = point(index, axes.length, (HIGHEST + 0.55) * HUNDREDTHS);
        return (
          <g key={axis.number}>
            <line x1={CENTRE} y1={CENTRE} x2={x} y2={y} class="stroke-base-content/25" stroke-width={0.75} />
            <text
              x={labelX}
              y={labelY}
              dy="0.35em"
              text-anchor="middle"
              fill="currentColor"
              class="text-[0.8rem] num"
            >
              {formatNumber(axis.number)}
            </text>
          </g>
        );
      })}
      {RINGS.map((level) => (
        <text
          key={level}
          x={CENTRE + 4}
          y={CENTRE - (RADIUS * level) / HIGHEST}
          dy="0.9em"
          fill="currentColor"
          class="text-[0.55rem] num opacity-80"
        >
          {formatNumber(level)}
        </text>
      ))}
    </g>
  );
}

function Mark({ at: [x, y] }: { at: readonly [number, number] }) {
  return <circle cx={x} cy={y} r={3.5} class="fill-primary stroke-base-100" stroke-width={1} />;
}

function Legend({ dash, tone, children }: { dash: string | undefined; tone: string; children: string }) {
  return (
    <span class="flex items-center gap-2">
      <svg width="28" height="8" aria-hidden="true">
        <line x1="0" y1="4" x2="28" y2="4" class={tone} stroke-width={2} stroke-dasharray={dash} />
      </svg>
      {children}
    </span>
  );
}

/** From the top, clockwise. */
function point(index: number, count: number, hundredths: number): readonly [number, number] {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const distance = (RADIUS * hundredths) / (HIGHEST * HUNDREDTHS);
  return [round(CENTRE + Math.cos(angle) * distance), round(CENTRE + Math.sin(angle) * distance)];
}

function shape(axes: readonly Axis[], of: (axis: Axis) => number): string {
  return axes.map((axis, index) => point(index, axes.length, of(axis)).join(',')).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
