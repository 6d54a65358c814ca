/**
 * One walk through the ratings: log likelihood, its gradient, and the curvature of each rating. All parameters stand
 * in one vector: ratees, raters, items, thresholds, intercept; η = intercept + ratee − rater − item, and the chance of
 * category k is proportional to exp(kη − τ_1 − … − τ_k).
 */
import type { Layout } from './layout.ts';

/** Where each kind of parameter begins in the vector. */
export interface Places {
  readonly rater: number;
  readonly item: number;
  readonly threshold: number;
  readonly intercept: number;
  readonly total: number;
}

export function placesOf({ sizes: [ratees, raters, items], steps }: Layout): Places {
  const threshold = ratees + raters + items;
  return {
    rater: ratees,
    item: ratees + raters,
    threshold,
    intercept: threshold + steps,
    total: threshold + steps + 1,
  };
}

/** 1/variance of each facet's prior; 0 without one. */
export type Precisions = readonly [number, number, number];

/** Room for what a walk finds. */
export interface Walk {
  readonly gradient: Float64Array;
  /** Per rating: variance of the category. */
  readonly variance: Float64Array;
  /** Per rating and step k: covariance of the category with having passed the step. */
  readonly coupling: Float64Array;
  /** steps × steps: Σ cov(passed k, passed l). */
  readonly thresholds: Float64Array;
  /** Diagonal of the information. */
  readonly diagonal: Float64Array;
}

export function roomFor(layout: Layout): Walk {
  const { total } = placesOf(layout);
  return {
    gradient: new Float64Array(total),
    variance: new Float64Array(layout.ratings),
    coupling: new Float64Array(layout.ratings * layout.steps),
    thresholds: new Float64Array(layout.steps * layout.steps),
    diagonal: new Float64Array(total),
  };
}

/** Chances of the categories at one η, written into `chances`; returns ln of their normaliser. */
export function categoryChances(eta: number, weights: Float64Array, chances: Float64Array): number {
  const steps = weights.length - 1;
  let sum = 0;
  // Powers of e^−|η|, from the end of the scale that η points to, never overflow.
  const factor = Math.exp(-Math.abs(eta));
  let power = 1;
  for (let place = 0; place <= steps; place += 1) {
    const category = eta > 0 ? steps - place : place;
    const value = weights[category]! * (eta > 0 ? power : 1);
    chances[category] = value;
    power *= factor;
  }
  if (eta <= 0) {
    power = 1;
    for (let category = 0; category <= steps; category += 1) {
      chances[category]! *= power;
      power *= factor;
    }
  }
  for (let category = 0; category <= steps; category += 1) sum += chances[category]!;
  const inverse = 1 / sum;
  for (let category = 0; category <= steps; category += 1) chances[category]! *= inverse;
  return Math.log(sum) + (eta > 0 ? steps * eta : 0);
}

/** exp(−τ_1 − … − τ_k) for k = 0 … steps. */
export function stepWeights(parameters: Float64Array, threshold: number, steps: number): Float64Array {
  const weights = new Float64Array(steps + 1);
  let sum = 0;
  weights[0] = 1;
  for (let step = 1; step <= steps; step += 1) {
    sum += parameters[threshold + step - 1]!;
    weights[step] = Math.exp(-sum);
  }
  return weights;
}

/** Fills `walk` at these parameters and returns the log likelihood, less the penalty of the priors. */
export function walkRatings(
  layout: Layout,
  parameters: Float64Array,
  precisions: Precisions,
  walk: Walk,
): number {
  const { ratings, ratee, rater, item, category, steps } = layout;
  const at = placesOf(layout);
  const { gradient, variance, coupling, thresholds, diagonal } = walk;
  const weights = stepWeights(parameters, at.threshold, steps);
  const logWeights = weights.map((weight) => Math.log(weight));
  const chances = new Float64Array(steps + 1);
  const passed = new Float64Array(steps + 1);
  gradient.fill(0);
  thresholds.fill(0);
  diagonal.fill(0);
  let logLikelihood = 0;
  for (let row = 0; row < ratings; row += 1) {
    const person = ratee[row]!;
    const by = at.rater + rater[row]!;
    const on = at.item + item[row]!;
    const eta = parameters[at.intercept]! + parameters[person]! - parameters[by]! - parameters[on]!;
    const logSum = categoryChances(eta, weights, chances);
    const value = category[row]!;
    logLikelihood += value * eta + logWeights[value]! - logSum;
    let mean = 0;
    for (let k = 1; k <= steps; k += 1) mean += k * chances[k]!;
    let spread = 0;
    for (let k = 0; k <= steps; k += 1) spread += (k - mean) * (k - mean) * chances[k]!;
    variance[row] = spread;
    const residual = value - mean;
    gradient[person]! += residual;
    gradient[by]! -= residual;
    gradient[on]! -= residual;
    gradient[at.intercept]! += residual;
    diagonal[person]! += spread;
    diagonal[by]! += spread;
    diagonal[on]! += spread;
    diagonal[at.intercept]! += spread;
    let [above, covariance] = [0, 0];
    for (let k = steps; k >= 1; k -= 1) {
      above += chances[k]!;
      covariance += (k - mean) * chances[k]!;
      passed[k] = above;
      coupling[row * steps + k - 1] = covariance;
      gradient[at.threshold + k - 1]! -= (value >= k ? 1 : 0) - above;
    }
    for (let k = 1; k <= steps; k += 1) {
      for (let l = 1; l <= k; l += 1) {
        thresholds[(k - 1) * steps + l - 1]! += passed[k]! * (1 - passed[l]!);
      }
    }
  }
  for (let k = 0; k < steps; k += 1) {
    diagonal[at.threshold + k] = thresholds[k * steps + k]!;
    for (let l = 0; l < k; l += 1) thresholds[l * steps + k] = thresholds[k * steps + l]!;
  }
  return logLikelihood - penalise(layout, parameters, precisions, walk);
}

function penalise(layout: Layout, parameters: Float64Array, precisions: Precisions, walk: Walk): number {
  let penalty = 0;
  let from = 0;
  for (const [facet, size] of layout.sizes.entries()) {
    const precision = precisions[facet]!;
    for (let level = from; level < from + size && precision > 0; level += 1) {
      const value = parameters[level]!;
      penalty += 0.5 * precision * value * value;
      walk.gradient[level]! -= precision * value;
      walk.diagonal[level]! += precision;
    }
    from += size;
  }
  return penalty;
}

/** out = information · v, from what the last walk left behind. */
export function timesInformation(
  layout: Layout,
  precisions: Precisions,
  { variance, coupling, thresholds }: Walk,
  v: Float64Array,
  out: Float64Array,
): void {
  const { ratings, ratee, rater, item, steps, sizes } = layout;
  const at = placesOf(layout);
  out.fill(0);
  const sums = new Float64Array(steps);
  const ofThresholds = v.subarray(at.threshold, at.threshold + steps);
  const intercept = v[at.intercept]!;
  let total = 0;
  for (let row = 0; row < ratings; row += 1) {
    const person = ratee[row]!;
    const by = at.rater + rater[row]!;
    const on = at.item + item[row]!;
    const eta = intercept + v[person]! - v[by]! - v[on]!;
    let weighted = variance[row]! * eta;
    const from = row * steps;
    for (let k = 0; k < steps; k += 1) {
      const covariance = coupling[from + k]!;
      weighted -= covariance * ofThresholds[k]!;
      sums[k]! += covariance * eta;
    }
    out[person]! += weighted;
    out[by]! -= weighted;
    out[on]! -= weighted;
    total += weighted;
  }
  out[at.intercept] = total;
  for (let k = 0; k < steps; k += 1) {
    let sum = -sums[k]!;
    for (let l = 0; l < steps; l += 1) sum += thresholds[k * steps + l]! * ofThresholds[l]!;
    out[at.threshold + k] = sum;
  }
  let from = 0;
  for (const [facet, size] of sizes.entries()) {
    const precision = precisions[facet]!;
    for (let level = from; level < from + size && precision > 0; level += 1)
      out[level]! += precision * v[level]!;
    from += size;
  }
}
