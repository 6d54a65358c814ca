/** Figures as they are said: never finer than they are sure. */
import type { DetectorName } from '#domain/statistics/fairness/types.ts';
import type { NotEstimableReason } from '#domain/statistics/ratings.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { PATTERNS } from '../mirror/text-answers.ts';
import type { StoredFlag } from '../store/types.ts';
import { text as board } from './text.ts';
import { text } from './text-flags.ts';

/** Whole points where the standard deviation is a point or more, else one decimal. */
export function points(value: number, se: number | null): string {
  return withMinus(value, { maximumFractionDigits: se !== null && se < 1 ? 1 : 0 });
}

/** A true minus, which is as wide as a plus and no hyphen; none before a nought. */
function withMinus(value: number, options: Intl.NumberFormatOptions): string {
  return formatNumber(value, { signDisplay: 'negative', ...options }).replace('-', '−');
}

export function percent(share: number): string {
  return formatNumber(share * 100, { maximumFractionDigits: 0 });
}

export function twoDecimals(value: number): string {
  return formatNumber(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function patternName(detector: DetectorName): string {
  const name = PATTERNS[detector].name();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Effect = Pick<StoredFlag, 'detector' | 'effect' | 'unit'>;

export function effectWords({ detector, effect, unit }: Effect): string {
  switch (unit) {
    case 'points':
      if (detector === 'severity') return text.effectSevere({ effect: oneDecimal(Math.abs(effect)) });
      if (detector === 'leniency') return text.effectLenient({ effect: oneDecimal(Math.abs(effect)) });
      return text.effectPoints({ effect: signed(effect) });
    case 'points-per-year':
      return text.effectYear({ effect: signed(effect) });
    case 'slope':
      return text.effectSlope({ effect: twoDecimals(effect) });
    case 'variance-ratio':
      return text.effectRatio({ effect: twoDecimals(effect) });
    case 'share':
      return text.effectShare({ effect: percent(effect) });
  }
}

/** In the unit of the effect; severity and leniency as sizes, so that both ends are said as the effect is. */
export function intervalWords({
  detector,
  unit,
  interval,
}: Pick<StoredFlag, 'detector' | 'unit' | 'interval'>): string | null {
  if (!interval) return null;
  const [low, high] = detector === 'leniency' ? [-interval[1], -interval[0]] : interval;
  const say = {
    points: oneDecimal,
    'points-per-year': oneDecimal,
    slope: twoDecimals,
    'variance-ratio': twoDecimals,
    share: percentSign,
  }[unit];
  return text.interval({ low: say(low), high: say(high) });
}

export function detectableWords(unit: StoredFlag['unit'], value: number | null): string {
  if (value === null) return '–';
  if (unit === 'share') return `${percent(value)} %`;
  if (unit === 'slope' || unit === 'variance-ratio') return twoDecimals(value);
  return unit === 'points'
    ? text.effectPoints({ effect: oneDecimal(value) })
    : text.effectYear({ effect: oneDecimal(value) });
}

/** `q = 0,012`, or the probability where the pattern is judged by one. */
export function certaintyWords({ q, probability }: Pick<StoredFlag, 'q' | 'probability'>): string {
  if (q !== null) return q < 0.001 ? text.qLeast() : text.q({ q: threeDecimals(q) });
  if (probability === null) return '–';
  if (probability > 0.999) return text.probabilityMost();
  // Rounded down: 96.9 must not be read as 97.
  return text.probability({
    percent: formatNumber(Math.floor(probability * 1000) / 10, { maximumFractionDigits: 1 }),
  });
}

export function threeDecimals(value: number): string {
  return formatNumber(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

const WHY: Readonly<Record<NotEstimableReason, () => string>> = {
  'too-few': board.whyTooFew,
  'no-variation': board.whyNoVariation,
  'not-crossed': board.whyNotCrossed,
  'no-residual': board.whyNoResidual,
  'no-convergence': board.whyNoConvergence,
};

export function whyNot(reason: NotEstimableReason): string {
  return WHY[reason]();
}

const oneDecimal = (value: number) => withMinus(value, { maximumFractionDigits: 1 });
const signed = (value: number) => withMinus(value, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const percentSign = (value: number) => `${percent(value)} %`;
