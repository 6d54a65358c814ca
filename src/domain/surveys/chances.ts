/** How likely so many would be by chance alone: upper tails of two distributions, summed term by term. */

/** P(X ≥ count) where X is Poisson with this mean. Exact for the small means of counters. */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  // From the tail itself: one minus the rest would lose the digits that matter.
  let term = Math.exp(-mean);
  for (let k = 1; k <= count; k += 1) term *= mean / k;
  let sum = 0;
  for (let k = count; term > 0 && term > sum * 1e-17; k += 1) {
    sum += term;
    term *= mean / (k + 1);
  }
  return Math.min(1, sum);
}

/** P(X ≥ count) where X counts successes in `trials` with chance `share` each. */
export function binomialTail(count: number, trials: number, share: number): number {
  if (count <= 0) return 1;
  if (count > trials || share <= 0) return 0;
  if (share >= 1) return 1;
  let logTerm = trials * Math.log(1 - share);
  let sum = 0;
  for (let k = 0; k <= trials; k += 1) {
    if (k >= count) sum += Math.exp(logTerm);
    logTerm += Math.log((trials - k) / (k + 1)) + Math.log(share / (1 - share));
  }
  return Math.min(1, sum);
}
