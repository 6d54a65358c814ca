/**
 * The marginal likelihood of a panel: each ratee's ratings averaged over where on the scale they may stand, by a sum
 * over evenly spaced nodes of the normal distribution. Parameters: raters, items, thresholds, and the logarithm of the
 * ratees' standard deviation.
 */
import type { Layout } from './layout.ts';
import { categoryChances, stepWeights } from './likelihood.ts';

/** Raters, items, thresholds, logarithm of the ratees' deviation. */
export function marginalPlaces({ sizes: [, raters, items], steps }: Layout) {
  return { item: raters, threshold: raters + items, deviation: raters + items + steps };
}

export interface Nodes {
  /** Standard normal places, and the logarithm of their shares. */
  readonly place: Float64Array;
  readonly logShare: Float64Array;
}

/** So close together that even the ratee with the most ratings is seen by several. */
export function nodesFor({ ratee, steps, sizes }: Layout): Nodes {
  const counts = new Int32Array(sizes[0]);
  for (const level of ratee) counts[level]! += 1;
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  const count = Math.min(
    301,
    Math.max(61, 2 * Math.ceil(4 * Math.sqrt(1 + (most * steps * (steps + 2)) / 12)) + 1),
  );
  const reach = 6;
  const place = Float64Array.from({ length: count }, (_, node) => reach * ((2 * node) / (count - 1) - 1));
  const total = place.reduce((sum, z) => sum + Math.exp(-0.5 * z * z), 0);
  return { place, logShare: place.map((z) => -0.5 * z * z - Math.log(total)) };
}

/** What one walk over a ratee's ratings needs, kept for the next ratee. */
interface Scratch {
  readonly weights: Float64Array;
  readonly logWeights: Float64Array;
  readonly chances: Float64Array;
  /** Per node: logarithm, then share of what is known of the ratee. */
  readonly posterior: Float64Array;
}

function scratchFor({ steps }: Layout, nodes: Nodes, x: Float64Array, threshold: number): Scratch {
  const weights = stepWeights(x, threshold, steps);
  return {
    weights,
    logWeights: weights.map((weight) => Math.log(weight)),
    chances: new Float64Array(steps + 1),
    posterior: new Float64Array(nodes.place.length),
  };
}

/** Fills the posterior of the ratee whose rows run from `start`; returns where they end and the log likelihood. */
function posteriorOf(layout: Layout, nodes: Nodes, x: Float64Array, start: number, scratch: Scratch) {
  const { ratee, rater, item, category, ratings } = layout;
  const at = marginalPlaces(layout);
  const deviation = Math.exp(x[at.deviation]!);
  const { weights, logWeights, chances, posterior } = scratch;
  posterior.set(nodes.logShare);
  let end = start;
  for (; end < ratings && ratee[end] === ratee[start]; end += 1) {
    const against = x[rater[end]!]! + x[at.item + item[end]!]!;
    const value = category[end]!;
    for (let node = 0; node < posterior.length; node += 1) {
      const eta = deviation * nodes.place[node]! - against;
      posterior[node]! += value * eta + logWeights[value]! - categoryChances(eta, weights, chances);
    }
  }
  const highest = posterior.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let node = 0; node < posterior.length; node += 1) {
    posterior[node] = Math.exp(posterior[node]! - highest);
    total += posterior[node]!;
  }
  for (let node = 0; node < posterior.length; node += 1) posterior[node]! /= total;
  return { end, logLikelihood: highest + Math.log(total) };
}

/** Minus the marginal log likelihood and its gradient: the expected gradient of the complete one (Fisher's identity). */
export function walkMarginal(layout: Layout, nodes: Nodes, x: Float64Array) {
  const { rater, item, category, steps, ratings } = layout;
  const at = marginalPlaces(layout);
  const deviation = Math.exp(x[at.deviation]!);
  const gradient = new Float64Array(x.length);
  const scratch = scratchFor(layout, nodes, x, at.threshold);
  const { weights, chances, posterior } = scratch;
  const expected = new Float64Array(steps + 1);
  let value = 0;
  for (let start = 0; start < ratings; ) {
    const { end, logLikelihood } = posteriorOf(layout, nodes, x, start, scratch);
    value -= logLikelihood;
    for (let row = start; row < end; row += 1) {
      const against = x[rater[row]!]! + x[at.item + item[row]!]!;
      const given = category[row]!;
      expected.fill(0);
      for (let node = 0; node < posterior.length; node += 1) {
        const share = posterior[node]!;
        if (share < 1e-17) continue;
        const theta = deviation * nodes.place[node]!;
        categoryChances(theta - against, weights, chances);
        let mean = 0;
        for (let k = 1; k <= steps; k += 1) {
          mean += k * chances[k]!;
          expected[k]! += share * chances[k]!;
        }
        gradient[at.deviation]! -= share * theta * (given - mean);
      }
      let mean = 0;
      let above = 0;
      for (let k = steps; k >= 1; k -= 1) {
        mean += k * expected[k]!;
        above += expected[k]!;
        gradient[at.threshold + k - 1]! += (given >= k ? 1 : 0) - above;
      }
      gradient[rater[row]!]! += given - mean;
      gradient[at.item + item[row]!]! += given - mean;
    }
    start = end;
  }
  return { value, gradient };
}

/** Mean and standard deviation of what is known of each ratee. */
export function walkRatees(layout: Layout, nodes: Nodes, x: Float64Array) {
  const at = marginalPlaces(layout);
  const scratch = scratchFor(layout, nodes, x, at.threshold);
  const sigma = Math.exp(x[at.deviation]!);
  const mean = new Float64Array(layout.sizes[0]);
  const deviation = new Float64Array(layout.sizes[0]);
  for (let start = 0; start < layout.ratings; ) {
    const { end } = posteriorOf(layout, nodes, x, start, scratch);
    let [first, second] = [0, 0];
    for (const [node, share] of scratch.posterior.entries()) {
      const theta = sigma * nodes.place[node]!;
      first += share * theta;
      second += share * theta * theta;
    }
    mean[layout.ratee[start]!] = first;
    deviation[layout.ratee[start]!] = Math.sqrt(Math.max(0, second - first * first));
    start = end;
  }
  return { mean, deviation };
}
