/**
 * Achievement against a target in the space of one line, for lists: a bar, an upright stroke for the target and a
 * thinner one for what this moment of the period asks. Plain SVG of a few hundred bytes.
 */
const WIDTH = 200;
const HEIGHT = 14;
/** The bar ends at 125 % of the target; whatever is beyond shows as full, with the number beside it. */
const FULL_PERCENT = 125;

export function TargetBar(props: {
  /** Percent of the target; null draws an empty bar. */
  percent: number | null;
  /** Percent of the target due now. */
  due?: number | null;
  /** The same in words. */
  label: string;
}) {
  const at = (percent: number) => (Math.min(Math.max(percent, 0), FULL_PERCENT) / FULL_PERCENT) * WIDTH;
  const width = props.percent === null ? 0 : at(props.percent);
  const due = props.due === undefined || props.due === null ? null : at(props.due);
  const target = at(100);
  return (
    <svg
      class="w-full max-w-52 h-3.5"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={props.label}
    >
      <rect x="0" y="4" width={WIDTH} height="6" rx="3" fill="var(--color-base-300)" />
      {width > 0 ? (
        <rect x="0" y="4" width={round(width)} height="6" rx="3" fill="var(--color-primary)" />
      ) : null}
      {due === null ? null : (
        <rect x={round(due - 0.75)} y="2" width="1.5" height="10" fill="currentColor" opacity="0.6" />
      )}
      <rect x={round(target - 1.25)} y="0" width="2.5" height={HEIGHT} fill="currentColor" />
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
