/**
 * Where one's own rating and the experts' mean stand on the scale of an item, in the space of a line. Plain SVG of a
 * few hundred bytes (docs/decisions/0006); two shapes, so that nothing is told by colour alone.
 */
const WIDTH = 240;
const HEIGHT = 22;
const EDGE = 10;

export function ScaleLine(props: {
  /** 0 (worst) to 1 (best). */
  own: number | null;
  experts: number;
  /** Where the levels of the scale stand. */
  levels: readonly number[];
  label: string;
}) {
  const at = (place: number) => Math.round((EDGE + place * (WIDTH - 2 * EDGE)) * 10) / 10;
  const middle = HEIGHT / 2;
  const diamond = at(props.experts);
  return (
    <svg class="w-full max-w-72 h-6" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.label}>
      <line x1={EDGE} y1={middle} x2={WIDTH - EDGE} y2={middle} stroke="currentColor" opacity="0.35" />
      {props.levels.map((place) => (
        <line
          key={place}
          x1={at(place)}
          y1={middle - 4}
          x2={at(place)}
          y2={middle + 4}
          stroke="currentColor"
          opacity="0.35"
        />
      ))}
      {props.own === null ? null : (
        <circle
          cx={at(props.own)}
          cy={middle}
          r="7.5"
          fill="var(--color-base-100)"
          stroke="var(--color-primary)"
          stroke-width="3"
        />
      )}
      <path d={`M${diamond} ${middle - 5.5} l5.5 5.5 l-5.5 5.5 l-5.5 -5.5 z`} fill="var(--color-secondary)" />
    </svg>
  );
}
