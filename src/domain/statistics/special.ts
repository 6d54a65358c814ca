/**
 * Distribution functions and quantiles that every test and interval of this folder rests on: normal, Student's t, F,
 * chi-square, binomial. `…Cdf` is P(X ≤ x), `…Upper` is P(X ≥ x) and stays exact where 1 − cdf would be zero.
 *
 * Accuracy: about 1e-13 relative for probabilities, 1e-12 for quantiles (special.test.ts, against SciPy and tables of 30
 * digits). Degrees of freedom are positive and need not be whole. No library kept by the project offers these.
 * Not to be used to decide anything about a person: a small probability is a reason to look, never a finding.
 */
import { betaShares } from './special-beta.ts';
import { deviance, gammaLower, gammaUpper, stirlingError } from './special-gamma.ts';

export { incompleteBeta } from './special-beta.ts';
export { gammaLower, gammaUpper, logGamma } from './special-gamma.ts';
export { normalCdf, normalDensity, normalQuantile, normalUpper } from './special-normal.ts';

/** P(T ≤ t). */
export function studentCdf(t: number, degrees: number): number {
  return studentUpper(-t, degrees);
}

/** P(T ≥ t). */
export function studentUpper(t: number, degrees: number): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
  const sum = degrees + square;
  const tail = betaShares(degrees / sum, square / sum, degrees / 2, 0.5).lower / 2;
  return t > 0 ? tail : 1 - tail;
}

/** The t below which a share of `probability` lies. */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability === 0.5) return 0;
  if (probability < 0.5) return -upperStudentQuantile(probability, degrees);
  return upperStudentQuantile(1 - probability, degrees);
}

function upperStudentQuantile(tail: number, degrees: number): number {
  return positiveQuantile(tail, false, (t) => ({ lower: 1, upper: studentUpper(t, degrees) }));
}

/** P(F ≤ f) with `first` and `second` degrees of freedom. */
export function fCdf(f: number, first: number, second: number): number {
  return fShares(f, first, second).lower;
}

/** P(F ≥ f). */
export function fUpper(f: number, first: number, second: number): number {
  return fShares(f, first, second).upper;
}

function fShares(f: number, first: number, second: number) {
  if (!(f > 0)) return { lower: 0, upper: 1 };
  if (f === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const sum = first * f + second;
  return betaShares((first * f) / sum, second / sum, first / 2, second / 2);
}

/** The f below which a share of `probability` lies. */
export function fQuantile(probability: number, first: number, second: number): number {
  return quantile(probability, (f) => fShares(f, first, second));
}

/** P(X ≤ x) of the chi-square distribution. */
export function chiSquareCdf(x: number, degrees: number): number {
  return gammaLower(degrees / 2, x / 2);
}

/** P(X ≥ x). */
export function chiSquareUpper(x: number, degrees: number): number {
  return gammaUpper(degrees / 2, x / 2);
}

/** The x below which a share of `probability` lies. */
export function chiSquareQuantile(probability: number, degrees: number): number {
  return quantile(probability, (x) => ({
    lower: chiSquareCdf(x, degrees),
    upper: chiSquareUpper(x, degrees),
  }));
}

/** P(X = count) of `trials` with chance `chance` each. */
export function binomialMass(count: number, trials: number, chance: number): number {
  if (count < 0 || count > trials) return 0;
  if (chance <= 0) return count === 0 ? 1 : 0;
  if (chance >= 1) return count === trials ? 1 : 0;
  if (count === 0) return Math.exp(trials * Math.log1p(-chance));
  if (count === trials) return Math.exp(trials * Math.log(chance));
  const rest = trials - count;
  const exponent =
    stirlingError(trials) -
    stirlingError(count) -
    stirlingError(rest) -
    deviance(count, trials * chance) -
    deviance(rest, trials * (1 - chance));
  return Math.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * count * rest));
}

/** P(X ≤ count). */
export function binomialCdf(count: number, trials: number, chance: number): number {
  const whole = Math.floor(count);
  if (whole < 0) return 0;
  if (whole >= trials) return 1;
  return betaShares(1 - chance, chance, trials - whole, whole + 1).lower;
}

/** P(X ≥ count): the chance of so many or more. */
export function binomialUpper(count: number, trials: number, chance: number): number {
  const whole = Math.ceil(count);
  if (whole <= 0) return 1;
  if (whole > trials) return 0;
  return betaShares(chance, 1 - chance, whole, trials - whole + 1).lower;
}

type Shares = (x: number) => { readonly lower: number; readonly upper: number };

function quantile(probability: number, shares: Shares): number {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN;
  if (probability === 0) return 0;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  return probability < 0.5
    ? positiveQuantile(probability, true, shares)
    : positiveQuantile(1 - probability, false, shares);
}

/** The x > 0 whose lower (or upper) share is `share`: bracketed by doubling, then closed in on by the Illinois rule. */
function positiveQuantile(share: number, isLower: boolean, shares: Shares): number {
  if (!(share >= 0 && share <= 1)) return Number.NaN;
  if (share === 0) return isLower ? 0 : Number.POSITIVE_INFINITY;
  const target = Math.log(share);
  // In logarithms, where tails are nearly straight. Rises with log x.
  const distance = (logX: number) => {
    const { lower, upper } = shares(Math.exp(logX));
    return isLower ? Math.log(lower) - target : target - Math.log(upper);
  };
  let low = 0;
  let high = 0;
  while (distance(low) > 0 && low > -700) low -= 2 - low;
  while (distance(high) < 0 && high < 700) high += 2 + high;
  return Math.exp(rootBetween(distance, low, high));
}

const MAXIMUM_STEPS = 200;

/** A root of a rising function between two points: false position, halved where it stalls or a value is infinite. */
function rootBetween(distance: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [atLow, atHigh] = [distance(low), distance(high)];
  if (atLow === 0) return low;
  let side = 0;
  for (let step = 0; step < MAXIMUM_STEPS && high - low > 1e-15 * Math.max(1, Math.abs(low)); step += 1) {
    const isSlow = !Number.isFinite(atLow) || !Number.isFinite(atHigh) || step % 4 === 3;
    const secant = isSlow ? Number.NaN : (low * atHigh - high * atLow) / (atHigh - atLow);
    const middle = secant > low && secant < high ? secant : (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const value = distance(middle);
    if (value === 0) return middle;
    if (value < 0) {
      low = middle;
      atLow = value;
      if (side === -1) atHigh /= 2;
      side = -1;
    } else {
      high = middle;
      atHigh = value;
      if (side === 1) atLow /= 2;
      side = 1;
    }
  }
  return (low + high) / 2;
}
