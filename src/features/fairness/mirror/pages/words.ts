/** Figures in words: never finer than their uncertainty, never a bare number. */
import type { DetectorName } from '#domain/statistics/fairness/types.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { text } from '../text.ts';
import { text as compareText } from '../text-compare.ts';
import type { MirrorSection } from '../view.ts';

/** `6`, `0,4`: whole points from ten on, a decimal below. */
export function points(value: number): string {
  const size = Math.abs(value);
  return formatNumber(size, { maximumFractionDigits: size < 9.95 ? 1 : 0 });
}

/** `−6,2`, with a proper minus. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  return `${sign}${formatNumber(Math.abs(rounded), { minimumFractionDigits: 1, maximumFractionDigits: 1 })}`;
}

export function percent(share: number): string {
  return formatNumber(Math.round(share * 100));
}

/** Spread of all raters' z values, by which intervals of that detector are widened. */
export function scaleOf({ model }: Pick<MirrorSection, 'model'>, detector: DetectorName): number {
  const found = model.report.detectors.find((each) => each.detector === detector);
  return found?.calibration?.scale ?? 1;
}

const LEAST_RATIO = 0.1;

/** How many times: `0,78`; below a tenth only that it is. */
export function times(ratio: number): string {
  if (ratio < LEAST_RATIO) return `< ${formatNumber(LEAST_RATIO)}`;
  return formatNumber(ratio, { maximumSignificantDigits: 2 });
}

export const NEGLIGIBLE = 0.05;

/** A difference from others: negative is lower. */
export function lowerOrHigher(difference: number): string {
  if (Math.abs(difference) < NEGLIGIBLE) return text.pointsSame();
  const words = { points: points(difference) };
  return difference < 0 ? text.pointsLower(words) : text.pointsHigher(words);
}

/** A change of severity: positive is stricter. */
export function stricterOrLooser(change: number): string {
  if (Math.abs(change) < NEGLIGIBLE) return compareText.driftSame();
  const words = { points: points(change) };
  return change > 0 ? compareText.stricter(words) : compareText.looser(words);
}

export function levelName(section: Pick<MirrorSection, 'levelNames'>, at: number): string {
  const named = section.levelNames.get(at);
  if (named) return inLocale(named);
  if (at === 0) return text.levelLowest();
  if (at === 100) return text.levelHighest();
  return text.levelAt({ at: Math.round(at) });
}
