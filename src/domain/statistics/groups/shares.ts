// The difference between two shares, with an interval that holds for small groups and shares near nought.
//
// Method: Wilson's score interval for each share, joined by Newcombe's square-and-add rule (method 10).
// Assumptions: people count independently; where one appraiser rates many, the interval is too short, and pages say so.
// Minimum sample: none for the arithmetic; what may be shown is decided by `suppression.ts`.
// References: Wilson, JASA 22 (1927) 209-212; Newcombe, Statistics in Medicine 17 (1998) 873-890.
// Not to be used to compare with a quota.
import { normalQuantile } from '../special.ts';

export interface ShareDifference {
  /** First share less the second, −1 to 1. */
  readonly difference: number;
  readonly interval: readonly [number, number];
}

const Z = normalQuantile(0.975);

export function wilson(count: number, all: number): readonly [number, number] {
  if (all === 0) return [0, 1];
  const share = count / all;
  const middle = (share + (Z * Z) / (2 * all)) / (1 + (Z * Z) / all);
  const half = (Z / (1 + (Z * Z) / all)) * Math.sqrt((share * (1 - share)) / all + (Z * Z) / (4 * all * all));
  return [count === 0 ? 0 : middle - half, count === all ? 1 : middle + half];
}

export function newcombe(one: readonly [number, number], other: readonly [number, number]): ShareDifference {
  const [p1, p2] = [one[0] / one[1], other[0] / other[1]];
  const [l1, u1] = wilson(...one);
  const [l2, u2] = wilson(...other);
  const difference = p1 - p2;
  return {
    difference,
    interval: [difference - Math.hypot(p1 - l1, u2 - p2), difference + Math.hypot(u1 - p1, p2 - l2)],
  };
}
