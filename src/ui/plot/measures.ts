/** What the plain SVG plots share. */
import { formatNumber } from '#platform/locale/format.ts';

/** Drawn for the width of a phone and scaled up a little on a desk, so that words stay readable on both. */
export const PLOT_WIDTH = 300;

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `−6`, `2,5`. */
export const ONE_DECIMAL = (value: number) =>
  formatNumber(value, { maximumFractionDigits: 1 }).replace('-', '−');
