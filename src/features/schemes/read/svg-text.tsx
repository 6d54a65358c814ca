/** Words inside a drawing: SVG breaks no lines by itself. */

/** Breaks at spaces and after slashes and hyphens; what is beyond the last line is cut with an ellipsis. */
export function wrap(text: string, width: number, lines = 3): readonly string[] {
  const parts = text.split(/(?<=[/-])|\s+/).filter(Boolean);
  const found: string[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const glue = last === undefined || /[/-]$/.test(last) ? '' : ' ';
    if (last !== undefined && last.length + glue.length + part.length <= width)
      found[found.length - 1] = last + glue + part;
    else found.push(part);
  }
  if (found.length <= lines) return found;
  const kept = found.slice(0, lines);
  kept[lines - 1] = `${(kept[lines - 1] ?? '').slice(0, width - 1).trimEnd()}…`;
  return kept;
}

export function TextLines(props: {
  lines: readonly string[];
  x: number;
  /** Baseline of the first line. */
  y: number;
  size: number;
  leading?: number;
  anchor?: 'start' | 'middle' | 'end';
  bold?: boolean;
  quiet?: boolean;
}) {
  const { lines, x, y, size, leading = size * 1.25, anchor = 'start', bold = false, quiet = false } = props;
  return (
    <text
      font-size={size}
      text-anchor={anchor}
      font-weight={bold ? 600 : undefined}
      fill="currentColor"
      fill-opacity={quiet ? 0.75 : undefined}
    >
      {lines.map((line, index) => (
        <tspan key={`${index}${line}`} x={x} y={round(y + index * leading)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
