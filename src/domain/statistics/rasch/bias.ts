/**
 * Whether a rater judged a ratee otherwise than their severity and the ratee's measure make likely: the interaction of
 * the two, one pair at a time.
 *
 * Model: the pair's ratings, all else as fitted, moved by one amount on the logit scale until expected and observed
 * sums meet; `bias` > 0 where the ratee got more than expected. t = bias/se on count − 1 degrees of freedom; of many
 * pairs some stand out by chance, so adjust (multiple-testing.ts). Minimum: two ratings in the pair, not all extreme.
 * Ratings on several items of one form depend on each other (halo), which makes t too large.
 * Reference: Linacre 1994, Many-Facet Rasch Measurement, ch. 9; Facets, tables 13 and 14.
 * Not to be used to call a pair biased: the rater may have seen what others did not.
 */
import { studentUpper } from '../special.ts';
import { categoryChances, stepWeights } from './likelihood.ts';
import type { OrdinalRatings, RaschFit } from './types.ts';

export interface PairBias {
  readonly rater: number;
  readonly ratee: number;
  readonly count: number;
  /** Sums of the ratings, observed and expected, on the scale. */
  readonly observed: number;
  readonly expected: number;
  /** Logits; absent where all ratings of the pair are extreme, and no amount is enough. */
  readonly bias?: number;
  readonly se?: number;
  readonly t?: number;
  readonly degrees: number;
  /** Two-sided, not adjusted. */
  readonly p?: number;
}

const MAXIMUM_STEPS = 50;

/** Every pair with ratings, by ratee and then rater. Pairs whose ratee or rater has no finite measure are left out. */
export function pairBiases(ratings: OrdinalRatings, fit: RaschFit): readonly PairBias[] {
  const { ratee, rater, item } = ratings;
  const rows = Array.from(ratee.keys()).sort(
    (a, b) => ratee[a]! - ratee[b]! || rater[a]! - rater[b]! || a - b,
  );
  const weights = stepWeights(fit.thresholds, 0, fit.thresholds.length);
  const places = new Map(fit.categories.map((category, place) => [category, place]));
  const found: PairBias[] = [];
  for (let start = 0; start < rows.length; ) {
    const [person, by] = [ratee[rows[start]!]!, rater[rows[start]!]!];
    let end = start;
    while (end < rows.length && ratee[rows[end]!] === person && rater[rows[end]!] === by) end += 1;
    const own = rows.slice(start, end);
    start = end;
    const etas = own.map((row) => {
      const difficulty = item && fit.item ? fit.item.measure[item[row]!]! : 0;
      return fit.ratee.measure[person]! - fit.rater.measure[by]! - difficulty;
    });
    if (!etas.every(Number.isFinite)) continue;
    const values = own.map((row) => places.get(ratings.category[row]!)!);
    const bias = biasOf(etas, values, weights);
    // Places of categories and ratings may differ where categories were closed up: report ratings.
    const scale = (place: number) => interpolate(fit.categories, place);
    const observed = own.reduce((sum, row) => sum + ratings.category[row]!, 0);
    const expected = etas.reduce((sum, eta) => sum + scale(momentsAt(eta, weights).mean), 0);
    found.push({ rater: by, ratee: person, count: own.length, observed, expected, ...bias });
  }
  return found;
}

function biasOf(etas: readonly number[], values: readonly number[], weights: Float64Array) {
  const degrees = values.length - 1;
  const observed = values.reduce((sum, value) => sum + value, 0);
  if (observed === 0 || observed === values.length * (weights.length - 1)) return { degrees };
  let bias = 0;
  let information = 0;
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    let expected = 0;
    information = 0;
    for (const eta of etas) {
      const { mean, variance } = momentsAt(eta + bias, weights);
      expected += mean;
      information += variance;
    }
    const change = Math.max(-1, Math.min(1, (observed - expected) / information));
    bias += change;
    if (Math.abs(change) < 1e-12) break;
  }
  const se = 1 / Math.sqrt(information);
  const t = bias / se;
  return { degrees, bias, se, t, ...(degrees > 0 && { p: 2 * studentUpper(Math.abs(t), degrees) }) };
}

function momentsAt(eta: number, weights: Float64Array): { mean: number; variance: number } {
  const chances = new Float64Array(weights.length);
  categoryChances(eta, weights, chances);
  let mean = 0;
  for (const [k, chance] of chances.entries()) mean += k * chance;
  let variance = 0;
  for (const [k, chance] of chances.entries()) variance += (k - mean) ** 2 * chance;
  return { mean, variance };
}

/** The rating at a place between two categories. */
function interpolate(categories: readonly number[], place: number): number {
  const below = Math.min(Math.floor(place), categories.length - 2);
  const [one = 0, other = one] = [categories[below], categories[below + 1]];
  return one + (place - below) * (other - one);
}
