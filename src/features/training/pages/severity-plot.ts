/**
 * One dot a case on a line from "lower than the experts" to "higher", with the band that counts as in line. Drawn as
 * plain SVG (docs/decisions/0006): colours are those of the page, and it needs no library.
 */
import { SEVERITY_BAND } from '../habits.ts';

const WIDTH = 360;
const ROW = 26;
const TOP = 26;
const EDGE = 16;
/** The line ends at this difference in percent of the range; what is beyond stands at its end. */
const END = 50;

export function severityPlot(
  cases: readonly { readonly name: string; readonly severity: number }[],
  words: { readonly lower: string; readonly higher: string },
): string {
  const height = TOP + ROW * cases.length + 6;
  const at = (value: number) => {
    const inside = Math.max(-END, Math.min(END, value));
    return Math.round((WIDTH / 2 + (inside / END) * (WIDTH / 2 - EDGE)) * 10) / 10;
  };
  const [left, right] = [at(-SEVERITY_BAND), at(SEVERITY_BAND)];
  const rows = cases.map(({ severity }, index) => {
    const y = TOP + ROW * index + ROW / 2;
    return [
      `<line x1="${EDGE}" y1="${y}" x2="${WIDTH - EDGE}" y2="${y}" stroke="currentColor" opacity="0.15"/>`,
      `<circle cx="${at(severity)}" cy="${y}" r="6.5" fill="var(--color-primary)"/>`,
    ].join('');
  });
  const label = (x: number, anchor: string, value: string) =>
    `<text x="${x}" y="15" font-size="13" text-anchor="${anchor}" fill="currentColor">${escaped(value)}</text>`;
  return [
    `<svg viewBox="0 0 ${WIDTH} ${height}" class="w-full">`,
    `<rect x="${left}" y="${TOP}" width="${right - left}" height="${height - TOP}" fill="currentColor" opacity="0.08"/>`,
    `<line x1="${at(0)}" y1="${TOP}" x2="${at(0)}" y2="${height}" stroke="currentColor" opacity="0.5"/>`,
    label(EDGE, 'start', `← ${words.lower}`),
    label(WIDTH - EDGE, 'end', `${words.higher} →`),
    ...rows,
    '</svg>',
  ].join('');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
