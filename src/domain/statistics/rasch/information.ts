/**
 * Variances of all parameters from the inverse of the whole information matrix, ratees eliminated one by one: what is
 * inverted has as many rows as there are raters, items and steps.
 *
 * Without priors the level of each facet is free; one rater, one item and one step are held at 0 for the inversion.
 * The variances are then carried over to centred measures with a floating rater, the form in which they are reported:
 * they say how well people are known beside those rated with them, not how well all of them are placed.
 */
import { invertInPlace, sweepSpace } from '../crossed/sweep.ts';
import type { Layout } from './layout.ts';
import { type Precisions, placesOf, type Walk } from './likelihood.ts';

export interface FullInformation {
  /** Of the reported measures, in the order of the parameters; the intercept is 0. */
  readonly variance: Float64Array;
  /** With priors: posterior variances of the parameters themselves, summed over ratees, raters, items. */
  readonly sums?: readonly [number, number, number];
}

/** Covariance of the parameters that are not ratees (`size` × `size`, symmetric), zero where held. */
interface Inverse {
  readonly size: number;
  readonly matrix: Float64Array;
}

export function fullInformation(
  layout: Layout,
  precisions: Precisions,
  walk: Walk,
): FullInformation | undefined {
  const at = placesOf(layout);
  const inverse = invertOthers(layout, precisions, walk);
  if (!inverse) return undefined;
  const hasPriors = precisions.some((precision) => precision > 0);
  const variance = new Float64Array(at.total);
  centredVariances(layout, walk, inverse, variance);
  return hasPriors ? { variance, sums: posteriorSums(layout, walk, inverse) } : { variance };
}

/** S⁻¹ of the parameters beyond the ratees. */
function invertOthers(layout: Layout, precisions: Precisions, walk: Walk): Inverse | undefined {
  const { ratee, ratings, steps, sizes } = layout;
  const at = placesOf(layout);
  const size = at.total - at.rater;
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < steps; k += 1) {
    for (let l = 0; l < steps; l += 1) {
      matrix[(at.threshold - at.rater + k) * size + at.threshold - at.rater + l] =
        walk.thresholds[k * steps + l]!;
    }
  }
  const row = new Couplings(layout, walk);
  for (let start = 0; start < ratings; ) {
    let end = start;
    while (end < ratings && ratee[end] === ratee[start]) end += 1;
    for (let at = start; at < end; at += 1) row.addOwn(at, matrix, size);
    row.gather(start, end);
    row.subtractProduct(matrix, size, 1 / walk.diagonal[ratee[start]!]!);
    start = end;
  }
  for (let level = at.rater; level < at.threshold; level += 1) {
    const precision = precisions[level < at.item ? 1 : 2];
    matrix[(level - at.rater) * (size + 1)]! += precision;
  }
  return invertHeld(matrix, size, heldParameters(layout, precisions, sizes[2]));
}

/** What must be held at 0 for the rest to have one answer, by place beyond the ratees. */
function heldParameters(layout: Layout, precisions: Precisions, items: number): ReadonlySet<number> {
  const at = placesOf(layout);
  const held = new Set([at.threshold - at.rater]);
  // Without priors the level moves freely between ratees, raters, items and intercept.
  if (precisions[0] === 0) held.add(at.intercept - at.rater).add(0);
  if (precisions[2] === 0 || items === 1) held.add(at.item - at.rater);
  return held;
}

function invertHeld(matrix: Float64Array, size: number, held: ReadonlySet<number>): Inverse | undefined {
  const free = Array.from({ length: size }, (_, place) => place).filter((place) => !held.has(place));
  const reduced = new Float64Array(free.length ** 2);
  for (const [i, one] of free.entries()) {
    for (const [j, other] of free.entries()) reduced[i * free.length + j] = matrix[one * size + other]!;
  }
  if (invertInPlace(reduced, free.length, sweepSpace(free.length)) === undefined) return undefined;
  const inverse = new Float64Array(size * size);
  for (const [i, one] of free.entries()) {
    for (let j = 0; j <= i; j += 1) {
      const value = reduced[i * free.length + j]!;
      inverse[one * size + free[j]!] = value;
      inverse[free[j]! * size + one] = value;
    }
  }
  return { size, matrix: inverse };
}

/** How one ratee's information couples with the other parameters: few of them, kept as a list. */
class Couplings {
  readonly value: Float64Array;
  readonly touched: number[] = [];
  readonly #layout: Layout;
  readonly #walk: Walk;
  readonly #at: ReturnType<typeof placesOf>;

  constructor(layout: Layout, walk: Walk) {
    this.#layout = layout;
    this.#walk = walk;
    this.#at = placesOf(layout);
    this.value = new Float64Array(this.#at.total - this.#at.rater);
  }

  #add(place: number, amount: number): void {
    if (this.value[place] === 0) this.touched.push(place);
    this.value[place]! += amount;
  }

  /** The places of a rating: its rater, item, and the intercept. */
  #placesOf(row: number): readonly [number, number, number] {
    const { rater, item } = this.#layout;
    const at = this.#at;
    return [rater[row]!, at.item - at.rater + item[row]!, at.intercept - at.rater];
  }

  /** The rows of one ratee, from `start` to before `end`. */
  gather(start: number, end: number): void {
    for (const place of this.touched) this.value[place] = 0;
    this.touched.length = 0;
    const { steps } = this.#layout;
    const { variance, coupling } = this.#walk;
    const threshold = this.#at.threshold - this.#at.rater;
    for (let row = start; row < end; row += 1) {
      const [by, on, level] = this.#placesOf(row);
      this.#add(by, -variance[row]!);
      this.#add(on, -variance[row]!);
      this.#add(level, variance[row]!);
      for (let k = 0; k < steps; k += 1) this.#add(threshold + k, -coupling[row * steps + k]!);
    }
  }

  /** The information of one rating among the parameters that are not ratees; thresholds with each other aside. */
  addOwn(row: number, matrix: Float64Array, size: number): void {
    const { steps } = this.#layout;
    const { variance, coupling } = this.#walk;
    const threshold = this.#at.threshold - this.#at.rater;
    const places = this.#placesOf(row);
    const signs = [-1, -1, 1] as const;
    for (const [i, one] of places.entries()) {
      for (const [j, other] of places.entries()) {
        matrix[one * size + other]! += signs[i]! * signs[j]! * variance[row]!;
      }
      for (let k = 0; k < steps; k += 1) {
        const amount = -signs[i]! * coupling[row * steps + k]!;
        matrix[one * size + threshold + k]! += amount;
        matrix[(threshold + k) * size + one]! += amount;
      }
    }
  }

  subtractProduct(matrix: Float64Array, size: number, factor: number): void {
    for (const one of this.touched) {
      const scaled = factor * this.value[one]!;
      for (const other of this.touched) matrix[one * size + other]! -= scaled * this.value[other]!;
    }
  }

  /** value' · matrix · value. */
  form(matrix: Float64Array, size: number): number {
    let sum = 0;
    for (const one of this.touched) {
      let product = 0;
      for (const other of this.touched) product += matrix[one * size + other]! * this.value[other]!;
      sum += this.value[one]! * product;
    }
    return sum;
  }

  dot(vector: Float64Array): number {
    let sum = 0;
    for (const place of this.touched) sum += this.value[place]! * vector[place]!;
    return sum;
  }
}

/** Calls back for each ratee with its couplings gathered. */
function eachRatee(layout: Layout, walk: Walk, visit: (ratee: number, row: Couplings) => void): void {
  const row = new Couplings(layout, walk);
  for (let start = 0; start < layout.ratings; ) {
    let end = start;
    while (end < layout.ratings && layout.ratee[end] === layout.ratee[start]) end += 1;
    row.gather(start, end);
    visit(layout.ratee[start]!, row);
    start = end;
  }
}

/** Posterior variances of the parameters themselves, summed over ratees, raters and items: for estimating the priors. */
function posteriorSums(layout: Layout, walk: Walk, { size, matrix }: Inverse): [number, number, number] {
  const at = placesOf(layout);
  const sums: [number, number, number] = [0, 0, 0];
  eachRatee(layout, walk, (ratee, row) => {
    const own = 1 / walk.diagonal[ratee]!;
    sums[0] += own + own * own * row.form(matrix, size);
  });
  for (let level = at.rater; level < at.threshold; level += 1) {
    sums[level < at.item ? 1 : 2] += matrix[(level - at.rater) * (size + 1)]!;
  }
  return sums;
}

/** Variances of ratees, items and thresholds about their means and of raters with those means in them. */
function centredVariances(
  layout: Layout,
  walk: Walk,
  { size, matrix }: Inverse,
  variance: Float64Array,
): void {
  const at = placesOf(layout);
  const ratees = at.rater;
  // Mean over ratees of own · couplings: the mean ratee is −this · others, plus its own noise.
  const mean = new Float64Array(size);
  let ownMean = 0;
  eachRatee(layout, walk, (ratee, row) => {
    const own = 1 / walk.diagonal[ratee]!;
    ownMean += own / ratees ** 2;
    for (const place of row.touched) mean[place]! += (own * row.value[place]!) / ratees;
  });
  const times = (vector: Float64Array) => product(matrix, size, vector);
  const ofMean = times(mean);
  const meanVariance = ownMean + dot(mean, ofMean);
  eachRatee(layout, walk, (ratee, row) => {
    const own = 1 / walk.diagonal[ratee]!;
    const alone = own + own * own * row.form(matrix, size);
    const withMean = own / ratees + own * row.dot(ofMean);
    variance[ratee] = alone - 2 * withMean + meanVariance;
  });
  // A reported measure is a contrast of others and, for raters, of the mean ratee (−mean · others) too.
  const contrast = new Float64Array(size);
  const put = (from: number, to: number, amount: number) => {
    for (let place = from; place < to; place += 1) contrast[place]! += amount / (to - from);
  };
  const [item, threshold, intercept] = [at.item - ratees, at.threshold - ratees, at.intercept - ratees];
  for (let place = 0; place < intercept; place += 1) {
    contrast.fill(0);
    contrast[place] = 1;
    const isRater = place < item;
    if (isRater) {
      contrast[intercept] = -1;
      put(item, threshold, 1);
      put(threshold, intercept, 1);
      for (let other = 0; other < size; other += 1) contrast[other]! += mean[other]!;
    } else if (place < threshold) put(item, threshold, -1);
    else put(threshold, intercept, -1);
    variance[ratees + place] = dot(contrast, times(contrast)) + (isRater ? ownMean : 0);
  }
}

function product(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const out = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += matrix[i * size + j]! * vector[j]!;
    out[i] = sum;
  }
  return out;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * other[at]!, 0);
}
