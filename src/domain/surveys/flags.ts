/**
 * What looks unusual about the answers of one day at one counter. A flag is a reason to look, never a verdict: the
 * answers stay until an officer decides with a reason, and both results are shown.
 *
 * - `burst`: many answers within ten minutes, against the counter's usual day. Under the usual rate the number in ten
 *   minutes is taken as Poisson; the chance is for any of the windows of a day of eight hours (Bonferroni).
 * - `copies`: the same answers to all nine again and again, where the answers are not all of one step.
 * - `one-step`: the share who gave one step throughout, against what is usual here (binomial).
 * - `token-run`: consecutive tokens all used, against the usual share of tokens that are used: the expected number of
 *   runs at least so long among as many tokens.
 *
 * Few answers are never flagged: what eight people did together is hardly more than a family at the counter.
 */
import { binomialTail, poissonTail } from './chances.ts';
import { answersIn, type Tally } from './figures.ts';

export const BURST_MINUTES = 10;
/** A counter is open for about eight hours. */
const WINDOWS_A_DAY = (8 * 60) / BURST_MINUTES;
const LEAST_BURST = 8;
const LEAST_COPIES = 5;
const COPIES_SHARE = 0.25;
const LEAST_ONE_STEP = 10;
const LEAST_RUN = 8;
/** How small a chance must be before something is called unusual. */
export const UNUSUAL = 0.001;
/** The smallest rate that a counter is thought to have, so that its second day is not a burst. */
const SLOWEST_WINDOW = 0.5;

export type Flag =
  | {
      readonly kind: 'burst';
      readonly answers: number;
      /** How many would be usual in that time, to one decimal. */
      readonly usual: string;
      readonly minutes: number;
    }
  | { readonly kind: 'copies'; readonly answers: number; readonly of: number }
  | {
      readonly kind: 'one-step';
      readonly answers: number;
      readonly of: number;
      readonly usualPercent: number;
    }
  | { readonly kind: 'token-run'; readonly tokens: number; readonly from: number; readonly until: number };

export type Minute = { readonly minute: number; readonly answers: number };

/** The busiest ten minutes, where there are too many for chance; `usualPerDay` is what other days brought. */
export function burstOf(minutes: readonly Minute[], usualPerDay: number): Flag | undefined {
  const sorted = [...minutes].sort((a, b) => a.minute - b.minute);
  let most = 0;
  for (const { minute } of sorted) {
    const inside = sorted.filter((each) => each.minute >= minute && each.minute < minute + BURST_MINUTES);
    most = Math.max(
      most,
      inside.reduce((sum, each) => sum + each.answers, 0),
    );
  }
  const usual = Math.max(SLOWEST_WINDOW, usualPerDay / WINDOWS_A_DAY);
  if (most < LEAST_BURST || poissonTail(most, usual) * WINDOWS_A_DAY >= UNUSUAL) return undefined;
  return { kind: 'burst', answers: most, usual: usual.toFixed(1), minutes: BURST_MINUTES };
}

/** Whether all nine answers are one step: `333333333`. */
export function isOneStep(pattern: string): boolean {
  return new Set(pattern).size === 1;
}

/** The commonest answers that are not of one step, where at least a quarter of the day gave exactly them. */
export function copiesOf(tally: Tally): Flag | undefined {
  const all = answersIn(tally);
  const most = Math.max(
    0,
    ...[...tally].filter(([pattern]) => !isOneStep(pattern)).map(([, count]) => count),
  );
  return most >= LEAST_COPIES && most >= all * COPIES_SHARE
    ? { kind: 'copies', answers: most, of: all }
    : undefined;
}

/** Where more gave one step throughout than is usual; `usualShare` is between 0 and 1. */
export function oneStepOf(tally: Tally, usualShare: number): Flag | undefined {
  const all = answersIn(tally);
  const alike = [...tally].reduce((sum, [pattern, count]) => (isOneStep(pattern) ? sum + count : sum), 0);
  if (all < LEAST_ONE_STEP || binomialTail(alike, all, usualShare) >= UNUSUAL) return undefined;
  return { kind: 'one-step', answers: alike, of: all, usualPercent: Math.round(usualShare * 100) };
}

/**
 * The longest run of consecutive numbers among the tokens used on a day. `given` is how many tokens had been given out
 * by then, `usualShare` the share of tokens that is usually used. The expected number of runs at least L long among n
 * is s^L ((n − L)(1 − s) + 1).
 */
export function tokenRunOf(used: readonly number[], given: number, usualShare: number): Flag | undefined {
  const sorted = [...new Set(used)].sort((a, b) => a - b);
  let best = { from: 0, until: -1 };
  let from = 0;
  for (const [index, number] of sorted.entries()) {
    if (index === 0 || sorted[index - 1] !== number - 1) from = number;
    if (number - from > best.until - best.from) best = { from, until: number };
  }
  const length = sorted.length === 0 ? 0 : best.until - best.from + 1;
  if (length < LEAST_RUN || length > given) return undefined;
  const expected = usualShare ** length * ((given - length) * (1 - usualShare) + 1);
  if (expected >= UNUSUAL) return undefined;
  return { kind: 'token-run', tokens: length, ...best };
}
