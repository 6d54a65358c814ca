/**
 * Gamma functions: ln Γ, the shares of the incomplete gamma function, and two small parts (Stirling's error and the
 * deviance) from which probabilities of large counts are put together without losing digits.
 *
 * Method: Stirling's series after shifting the argument above 15; series and continued fraction (Lentz) for the
 * incomplete function; Loader 2000, "Fast and accurate computation of binomial probabilities" for the parts. Relative
 * accuracy about 1e-13. Arguments must be finite; nothing here judges anybody.
 */

const HALF_LOG_TWO_PI = 0.9189385332046728;
const TINY = 1e-300;
const EPSILON = 1e-16;
const MAXIMUM_STEPS = 1_000_000;

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x <= 0) return Number.POSITIVE_INFINITY;
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted) - Math.log(product)
  );
}

/** The tail of Stirling's series: ln Γ(x) less its leading terms, for x ≥ 15. */
function series(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return (
    inverse *
    (1 / 12 -
      square *
        (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360))))))
  );
}

/** ln Γ(x + 1) less Stirling's approximation (x + ½) ln x − x + ½ ln 2π, for x > 0. */
export function stirlingError(x: number): number {
  if (x >= 15) return series(x);
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI;
}

/** x ln(x/mean) + mean − x ≥ 0, without cancellation where x is close to the mean. */
export function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  const square = ratio * ratio;
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  for (let power = 3; power < 2000; power += 2) {
    term *= square;
    const next = sum + term / power;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** P(a, x), the lower share of the incomplete gamma function; a > 0, x ≥ 0. */
export function gammaLower(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), exact in its own tail too. */
export function gammaUpper(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x);
}

/** x^a e^−x / Γ(a + 1). */
function front(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; step < MAXIMUM_STEPS; step += 1) {
    term *= x / (a + step);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return Math.min(1, front(a, x) * sum);
}

function upperFraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let step = 1; step < MAXIMUM_STEPS; step += 1) {
    const numerator = -step * (step - a);
    b += 2;
    d = numerator * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + numerator / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    value *= factor;
    if (Math.abs(factor - 1) < EPSILON * 2) break;
  }
  return Math.min(1, front(a, x) * a * value);
}
