/**
 * Whether counts in categories can be chance where the rule names only bounds for the chances, not the chances
 * themselves: an exact test of inequalities.
 *
 * Model: n people fall into categories independently; the null hypothesis is every set of chances within the bounds.
 * Distance of counts from it: the likelihood ratio against their projection, the nearest chances that keep the bounds.
 * p is the chance of a distance at least as large, the largest over the whole region: searched from the projection and
 * from the corners by moving chance between pairs of categories in ever smaller steps. Counted exactly while there are
 * at most `limit` outcomes; beyond, sampled at the projection alone, p = (b + 1)/(B + 1).
 * Assumptions and minimum: as for the multinomial test; with bounds, small units show even less.
 * Reference: Robertson, Wright & Dykstra 1988, Order Restricted Statistical Inference, ch. 2.
 * Not to be used to decide whether a unit keeps a rule (that is arithmetic), nor against single small units.
 */
import { randomSource } from '../random.ts';
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { drawMultinomial } from './draw-multinomial.ts';
import { outcomeCount } from './multinomial.ts';

/** Least and largest chance of a category. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface CompositeTest {
  readonly kind: 'estimated';
  readonly method: 'enumerated' | 'drawn';
  readonly people: number;
  readonly p: number;
  /** Likelihood ratio of the counts against the nearest chances that keep the bounds; 0 where they keep them. */
  readonly distance: number;
  readonly nearest: readonly number[];
  readonly draws?: number;
  readonly seed?: number;
}

export interface CompositeOptions {
  readonly limit?: number;
  readonly draws?: number;
  readonly seed?: number;
}

const TOLERANCE = 1e-9;
/** How many chances of single outcomes the search may compute. */
const EFFORT = 2e7;

export function compositeTest(
  observed: readonly number[],
  bounds: readonly Bounds[],
  { limit = 200_000, draws = 100_000, seed = 1 }: CompositeOptions = {},
): CompositeTest | NotEstimable {
  checkBounds(observed, bounds);
  const people = observed.reduce((sum, count) => sum + count, 0);
  if (people < 1 || observed.length < 2) return notEstimable('too-few');
  const nearest = projection(observed, people, bounds);
  const distance = distanceOf(observed, people, nearest);
  const result = { kind: 'estimated', people, distance, nearest } as const;
  if (distance < TOLERANCE) return { ...result, method: 'enumerated', p: 1 };
  if (!Number.isFinite(distance)) return { ...result, method: 'enumerated', p: 0 };
  const threshold = distance - TOLERANCE * Math.max(1, distance);
  if (outcomeCount(people, observed.length) > limit) {
    const p = sampled(nearest, bounds, people, threshold, draws, seed);
    return { ...result, method: 'drawn', p, draws, seed };
  }
  const far = farOutcomes(people, bounds, threshold);
  return { ...result, method: 'enumerated', p: Math.min(1, largestChance(far, bounds, nearest)) };
}

function checkBounds(observed: readonly number[], bounds: readonly Bounds[]): void {
  const sum = (pick: (each: Bounds) => number) => bounds.reduce((total, each) => total + pick(each), 0);
  if (observed.length !== bounds.length) throw new RangeError('as many bounds as counts are needed');
  if (bounds.some(({ least, most }) => !(least >= 0 && most <= 1 && least <= most))) {
    throw new RangeError('bounds lie between 0 and 1, the least first');
  }
  if (sum(({ least }) => least) > 1 + TOLERANCE || sum(({ most }) => most) < 1 - TOLERANCE) {
    throw new RangeError('no chances keep these bounds');
  }
}

/** The chances within the bounds that make the counts most probable: λ · share, cut at the bounds, λ by halving. */
export function projection(counts: ArrayLike<number>, people: number, bounds: readonly Bounds[]): number[] {
  const cut = (factor: number, cell: number) => {
    const { least, most } = bounds[cell]!;
    return Math.min(most, Math.max(least, (factor * counts[cell]!) / people));
  };
  const totalAt = (factor: number) => {
    let sum = 0;
    for (let cell = 0; cell < bounds.length; cell += 1) sum += cut(factor, cell);
    return sum;
  };
  const total = (chances: readonly number[]) => chances.reduce((sum, chance) => sum + chance, 0);
  let [low, high] = [0, 1];
  if (Math.abs(totalAt(1) - 1) > 1e-12 || !keepsBounds(counts, people, bounds)) {
    while (totalAt(high) < 1 && high < 1e9) high *= 2;
    for (let step = 0; step < 80; step += 1) {
      const middle = (low + high) / 2;
      if (totalAt(middle) < 1) low = middle;
      else high = middle;
    }
  }
  const chances = bounds.map((_, cell) => cut(high, cell));
  // Where all who were seen stand at their bounds, the rest goes to categories without anybody.
  for (const [cell, { most }] of bounds.entries()) {
    const missing = 1 - total(chances);
    if (missing <= 0) break;
    const chance = chances[cell] ?? 0;
    chances[cell] = Math.min(most, chance + missing);
  }
  return chances;
}

function keepsBounds(counts: ArrayLike<number>, people: number, bounds: readonly Bounds[]): boolean {
  return bounds.every(({ least, most }, cell) => {
    const share = (counts[cell] ?? 0) / people;
    return share >= least && share <= most;
  });
}

function distanceOf(counts: ArrayLike<number>, people: number, chances: readonly number[]): number {
  let distance = 0;
  for (const [cell, chance] of chances.entries()) {
    const count = counts[cell] ?? 0;
    if (count > 0) distance += 2 * count * Math.log(count / (people * chance));
  }
  return Math.max(0, distance);
}

/** All outcomes as far from the region: their counts, and the logarithm of how many ways lead to each. */
interface FarOutcomes {
  readonly counts: Int32Array;
  readonly logWays: Float64Array;
}

function farOutcomes(people: number, bounds: readonly Bounds[], threshold: number): FarOutcomes {
  const logFactorial = new Float64Array(people + 1);
  for (let count = 1; count <= people; count += 1) {
    logFactorial[count] = (logFactorial[count - 1] ?? 0) + Math.log(count);
  }
  const counts: number[] = [];
  const logWays: number[] = [];
  const outcome = new Int32Array(bounds.length);
  const visit = (cell: number, left: number) => {
    if (cell < bounds.length - 1) {
      for (let count = 0; count <= left; count += 1) {
        outcome[cell] = count;
        visit(cell + 1, left - count);
      }
      return;
    }
    outcome[cell] = left;
    if (distanceOf(outcome, people, projection(outcome, people, bounds)) < threshold) return;
    let ways = logFactorial[people] ?? 0;
    for (const count of outcome) {
      counts.push(count);
      ways -= logFactorial[count] ?? 0;
    }
    logWays.push(ways);
  };
  visit(0, people);
  return { counts: Int32Array.from(counts), logWays: Float64Array.from(logWays) };
}

function chanceOf({ counts, logWays }: FarOutcomes, chances: readonly number[]): number {
  const cells = chances.length;
  const logs = Float64Array.from(chances, (chance) => Math.log(chance));
  let total = 0;
  for (let outcome = 0; outcome < logWays.length; outcome += 1) {
    let log = logWays[outcome] ?? 0;
    for (let cell = 0; cell < cells; cell += 1) {
      const count = counts[outcome * cells + cell] ?? 0;
      if (count > 0) log += count * (logs[cell] ?? 0);
    }
    total += Math.exp(log);
  }
  return total;
}

/** The largest chance of the far outcomes over the region. */
function largestChance(far: FarOutcomes, bounds: readonly Bounds[], nearest: readonly number[]): number {
  let effort = EFFORT;
  const chance = (chances: readonly number[]) => {
    effort -= far.logWays.length;
    return chanceOf(far, chances);
  };
  let best = 0;
  for (const start of [nearest, ...corners(bounds)]) {
    let [at, value] = [start, chance(start)];
    for (let step = 0.1; step > 1e-4 && effort > 0; ) {
      const better = neighbours(at, bounds, step)
        .map((chances) => ({ chances, value: effort > 0 ? chance(chances) : 0 }))
        .reduce((one, other) => (other.value > one.value ? other : one), { chances: at, value });
      if (better.value > value) [at, value] = [better.chances, better.value];
      else step /= 3;
    }
    best = Math.max(best, value);
  }
  return best;
}

/** Chances after moving some from one category to another, as far as the bounds allow. */
function neighbours(chances: readonly number[], bounds: readonly Bounds[], step: number): number[][] {
  return chances.flatMap((from, source) =>
    chances.flatMap((to, target) => {
      const moved = Math.min(step, from - (bounds[source]?.least ?? 0), (bounds[target]?.most ?? 0) - to);
      if (source === target || moved <= 0) return [];
      return [
        chances.map((chance, cell) => chance + (cell === target ? moved : cell === source ? -moved : 0)),
      ];
    }),
  );
}

/** Chances with all categories at a bound but one, which takes what is left. */
function corners(bounds: readonly Bounds[]): number[][] {
  return bounds.flatMap((free, at) => {
    const others = bounds.filter((_, cell) => cell !== at);
    return Array.from({ length: 2 ** others.length }, (_, choice) => {
      const fixed = others.map(({ least, most }, place) => ((choice >> place) & 1 ? most : least));
      const rest = 1 - fixed.reduce((sum, chance) => sum + chance, 0);
      return rest < free.least - TOLERANCE || rest > free.most + TOLERANCE
        ? []
        : fixed.toSpliced(at, 0, Math.max(0, rest));
    }).filter((chances) => chances.length > 0);
  });
}

function sampled(
  nearest: readonly number[],
  bounds: readonly Bounds[],
  people: number,
  threshold: number,
  draws: number,
  seed: number,
): number {
  const random = randomSource(seed);
  const counts = new Int32Array(bounds.length);
  let asFar = 1;
  for (let draw = 0; draw < draws; draw += 1) {
    drawMultinomial(random, people, nearest, counts);
    if (distanceOf(counts, people, projection(counts, people, bounds)) >= threshold) asFar += 1;
  }
  return asFar / (draws + 1);
}
