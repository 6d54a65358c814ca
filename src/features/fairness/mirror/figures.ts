/**
 * What an appraiser may read from their own figures, and what the data cannot tell. Pure.
 *
 * Model: the crossed random-effects fit of the run (`#domain/statistics`); everything here only reads its results.
 * Assumptions: severities of two periods are estimated apart from one another, so that their variances add; a
 * severity is a posterior mean and therefore drawn towards zero, more so with few ratings: differences are understated.
 * Not to be used to correct a score, to judge an appraiser, or as proof that nothing is the matter.
 */

import type { Interval, Link } from '#domain/statistics/fairness/types.ts';
import type { NotEstimableReason } from '#domain/statistics/ratings.ts';
import { normalQuantile, studentQuantile } from '#domain/statistics/special.ts';

/** Why there is no severity, from what is missing most. */
export type NoSeverity = 'unlinked' | NotEstimableReason;

export type Verdict =
  /** With the registered probability beyond the policy's threshold. */
  | 'severe'
  | 'lenient'
  /** The whole interval lies within the threshold on both sides. */
  | 'within'
  /** Neither can be said. */
  | 'open';

/** What the run itself has named is named here, and nothing else: the page never judges by another rule. */
export function verdictOf(
  rater: { readonly interval: Interval; readonly flags: readonly string[] },
  threshold: number,
): Verdict {
  if (rater.flags.includes('severity')) return 'severe';
  if (rater.flags.includes('leniency')) return 'lenient';
  const [low, high] = rater.interval;
  return low >= -threshold && high <= threshold ? 'within' : 'open';
}

export function noSeverity(
  link: Link,
  model:
    | { readonly kind: 'estimated' }
    | { readonly kind: 'not-estimable'; readonly reason: NotEstimableReason },
): NoSeverity | null {
  if (model.kind === 'not-estimable') return model.reason;
  return link === 'unlinked' ? 'unlinked' : null;
}

/** Four times in five. */
const POWER = 0.8;
const HALF = 97.5 / 100;

/**
 * The smallest true severity that would be named with this much data four times in five: the posterior mean of a rater
 * at ρ lies around λρ with variance λ·se² (λ = 1 − se²/σ²r), and is named from Δ + z·se upwards. Null where no severity
 * on the scale would be.
 */
export function smallestVisible(figure: {
  readonly se: number;
  readonly raterVariance: number;
  readonly severityThreshold: number;
  readonly severityProbability: number;
  /** Width of the scale in points. */
  readonly range: number;
}): number | null {
  const { se, raterVariance, severityThreshold, severityProbability, range } = figure;
  if (!(raterVariance > 0)) return null;
  const shrinkage = 1 - (se * se) / raterVariance;
  if (!(shrinkage > 0)) return null;
  const named = severityThreshold + normalQuantile(severityProbability) * se;
  const visible = (named + normalQuantile(POWER) * Math.sqrt(shrinkage) * se) / shrinkage;
  return visible <= range ? visible : null;
}

export interface Change {
  readonly value: number;
  readonly interval: Interval;
  /** Whether the interval leaves out zero. */
  readonly isClear: boolean;
}

interface Estimated {
  readonly severity: number;
  readonly se: number;
}

/** By how much the severity rose (positive: stricter now) from one period to the next. */
export function changeSince(before: Estimated, now: Estimated): Change {
  const value = now.severity - before.severity;
  return changeWithin(value, Math.sqrt(before.se ** 2 + now.se ** 2));
}

export function changeWithin(value: number, se: number): Change {
  const half = normalQuantile(HALF) * se;
  const interval: Interval = [value - half, value + half];
  return { value, interval, isClear: interval[0] > 0 || interval[1] < 0 };
}

/** One rater's test with its calibrated interval, 95 %. */
export interface TestedEffect {
  readonly effect: number;
  readonly interval: Interval;
  readonly n: number;
}

interface Tested {
  readonly effect: number;
  readonly se: number;
  readonly n: number;
}

/** Around the effect itself: slopes, points. `scale` is the spread of all raters' z values, 1 where not calibrated. */
export function testedEffect({ effect, se, n }: Tested, scale: number): TestedEffect {
  const half = normalQuantile(HALF) * se * scale;
  return { effect, n, interval: [effect - half, effect + half] };
}

/** Ratios have their interval on the scale of logarithms. */
export function testedRatio({ effect, se, n }: Tested, scale: number): TestedEffect {
  const factor = Math.exp(normalQuantile(HALF) * se * scale);
  return { effect, n, interval: [effect / factor, effect * factor] };
}

/** Whether the data tell the effect from what is usual. */
export function differsFrom(
  usual: number,
  { interval: [low, high] }: Pick<TestedEffect, 'interval'>,
): boolean {
  return high < usual || low > usual;
}

export interface PlacedItem {
  readonly firstAt: number | null;
  readonly secondAt: number | null;
  readonly first: { readonly id: string };
  readonly second: { readonly id: string };
}

export interface LookFigure {
  readonly items: number;
  readonly equal: number;
  /** Own mean place less that of the second appraiser; null where no item has a place. */
  readonly difference: number | null;
  readonly own: number | null;
  readonly other: number | null;
}

export function lookFigure(items: readonly PlacedItem[]): LookFigure {
  const placed = items.flatMap(({ firstAt, secondAt }) =>
    firstAt === null || secondAt === null ? [] : [[firstAt, secondAt] as const],
  );
  const own = meanOf(placed.map(([at]) => at));
  const other = meanOf(placed.map(([, at]) => at));
  return {
    items: items.length,
    equal: items.filter(({ first, second }) => first.id === second.id).length,
    difference: own === null || other === null ? null : own - other,
    own,
    other,
  };
}

export interface Agreement {
  readonly looks: number;
  readonly items: number;
  readonly equal: number;
  /** Mean over second looks; positive: gave more than the second appraisers. */
  readonly difference: number | null;
  /** 95 % by Student's t over second looks; null below three of them, or where all differ alike. */
  readonly interval: Interval | null;
}

const FEWEST_LOOKS = 3;
const FARTHEST = 100;

export function agreementOf(looks: readonly LookFigure[]): Agreement {
  const differences = looks.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const mean = meanOf(differences);
  return {
    looks: looks.length,
    items: looks.reduce((total, look) => total + look.items, 0),
    equal: looks.reduce((total, look) => total + look.equal, 0),
    difference: mean,
    interval: mean === null ? null : intervalOf(differences, mean),
  };
}

function intervalOf(values: readonly number[], mean: number): Interval | null {
  const n = values.length;
  if (n < FEWEST_LOOKS) return null;
  const variance = values.reduce((total, value) => total + (value - mean) ** 2, 0) / (n - 1);
  if (variance === 0) return null;
  const half = studentQuantile(HALF, n - 1) * Math.sqrt(variance / n);
  // Places lie between 0 and 100, so that no difference is larger.
  return [Math.max(-FARTHEST, mean - half), Math.min(FARTHEST, mean + half)];
}

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

/** Sample variance of the places within a form; null below two items. */
export function spreadOf(places: readonly number[]): number | null {
  const mean = meanOf(places);
  if (mean === null || places.length < 2) return null;
  return places.reduce((total, at) => total + (at - mean) ** 2, 0) / (places.length - 1);
}
