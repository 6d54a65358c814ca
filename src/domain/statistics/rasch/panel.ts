/**
 * Calibration of a panel: severity, difficulty and thresholds of the many-facet Rasch model with the ratees integrated
 * out, so that few ratings of each do no harm.
 *
 * Model: as index.ts, ratees drawn from a normal distribution with mean 0 and a variance that is estimated (marginal
 * maximum likelihood); raters float, items are centred, thresholds sum to 0. The integral is a sum over evenly spaced
 * nodes, exact to many digits for a normal. Ratees get the mean and standard deviation of what is then known of them.
 * Assumptions: ratees one population; given the measures all ratings independent (items of one form are not).
 * Minimum: two ratings in two categories and two ratees; about 30 ratees for the variance to mean anything. Time grows
 * with ratings × nodes: for panels up to some ten thousand ratings; larger data take `fitRasch`.
 * Reference: Bock & Aitkin 1981, Psychometrika 46:443–459; Adams, Wilson & Wang 1997, Appl. Psychol. Meas. 21:1–23.
 * Not to be used to correct a legal score, nor to rank people or raters whose errors overlap.
 */
import { invertInPlace, sweepSpace } from '../crossed/sweep.ts';
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { fitRasch } from './fit.ts';
import { type Layout, layOut } from './layout.ts';
import { marginalPlaces, nodesFor, walkMarginal, walkRatees } from './marginal.ts';
import { minimise } from './quasi-newton.ts';
import type { OrdinalRatings } from './types.ts';

export interface PanelOptions {
  /** Standard errors while raters, items and steps together are at most this many. */
  readonly errorsUpTo?: number;
  /** Largest part of the gradient at the end. */
  readonly tolerance?: number;
}

export interface PanelFit {
  readonly kind: 'estimated';
  readonly ratings: number;
  readonly logLikelihood: number;
  readonly categories: readonly number[];
  /** Of the ratees, in logits. */
  readonly deviation: number;
  readonly deviationSe?: number;
  readonly rater: Measures;
  readonly item?: Measures;
  readonly threshold: Measures;
  /** Mean and standard deviation of what is known of each ratee. */
  readonly ratee: { readonly measure: Float64Array; readonly se: Float64Array };
  /** Share of the ratees' variance that the ratings tell. */
  readonly reliability: number;
}

export interface Measures {
  /** Infinite errors and a measure of 0 where there are no ratings. */
  readonly measure: Float64Array;
  readonly se?: Float64Array;
}

export function calibratePanel(
  ratings: OrdinalRatings,
  { errorsUpTo = 60, tolerance = 1e-7 }: PanelOptions = {},
): PanelFit | NotEstimable {
  const layout = layOut(ratings, false);
  if (layout.sizes[0] < 2 || layout.ratings < 2) return notEstimable('too-few');
  if (layout.steps === 0) return notEstimable('no-variation');
  const start = startOf(ratings, layout);
  if ('kind' in start) return start;
  const nodes = nodesFor(layout);
  const marginal = (x: Float64Array) => walkMarginal(layout, nodes, x);
  const found = minimise(marginal, start, tolerance, 500);
  const size = found.x.length;
  if (!found.converged) return notEstimable('no-convergence');
  const at = marginalPlaces(layout);
  const variances = size - 1 <= errorsUpTo ? contrasts(layout, marginal, found.x) : undefined;
  const measures = centred(layout, found.x);
  const known = walkRatees(layout, nodes, found.x);
  const spread = (from: number, to: number) =>
    variances?.slice(from, to).map((variance) => Math.sqrt(Math.max(0, variance)));
  const deviation = Math.exp(found.x[at.deviation]!);
  const of = (place: Int32Array, from: number, to: number) =>
    placed(place, measures.slice(from, to), spread(from, to));
  const ratee = placed(layout.places[0], known.mean, known.deviation, deviation);
  return {
    kind: 'estimated',
    ratings: layout.ratings,
    logLikelihood: -found.value,
    categories: layout.categories,
    deviation,
    // The logarithm was estimated.
    ...(variances && { deviationSe: deviation * Math.sqrt(Math.max(0, variances[at.deviation]!)) }),
    rater: of(layout.places[1], 0, at.item),
    ...(ratings.item && { item: of(layout.places[2], at.item, at.threshold) }),
    threshold: of(
      Int32Array.from({ length: layout.steps }, (_, step) => step),
      at.threshold,
      at.deviation,
    ),
    ratee: { measure: ratee.measure, se: ratee.se ?? new Float64Array() },
    reliability: reliabilityOf(known),
  };
}

function startOf(ratings: OrdinalRatings, layout: Layout): Float64Array | NotEstimable {
  const rough = fitRasch(ratings, { tolerance: 1e-3, fullInformationUpTo: 0 });
  if (rough.kind !== 'estimated') return rough;
  const at = marginalPlaces(layout);
  const start = new Float64Array(at.deviation + 1);
  const put = (from: number, places: Int32Array, measure: Float64Array) => {
    for (const [level, place] of places.entries()) if (place >= 0) start[from + place] = measure[level]!;
  };
  put(0, layout.places[1], rough.rater.measure);
  if (rough.item) put(at.item, layout.places[2], rough.item.measure);
  start.set(rough.thresholds, at.threshold);
  return start;
}

function reliabilityOf({ mean, deviation }: { mean: Float64Array; deviation: Float64Array }): number {
  const centre = mean.reduce((sum, value) => sum + value, 0) / mean.length;
  const told = mean.reduce((sum, value) => sum + (value - centre) ** 2, 0) / mean.length;
  const untold = deviation.reduce((sum, value) => sum + value * value, 0) / mean.length;
  return told + untold > 0 ? told / (told + untold) : 0;
}

/** Items and thresholds about their means, raters with those means in them. */
function centred(layout: Layout, x: Float64Array): Float64Array {
  const at = marginalPlaces(layout);
  const out = x.slice();
  for (const [from, to] of [
    [at.item, at.threshold],
    [at.threshold, at.deviation],
  ] as const) {
    const mean = x.subarray(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
    for (let place = from; place < to; place += 1) out[place]! -= mean;
    for (let place = 0; place < at.item; place += 1) out[place]! += mean;
  }
  return out;
}

/** Variances of the centred measures from differences of the gradient; undefined where the data hold no such curvature. */
function contrasts(
  layout: Layout,
  slope: (x: Float64Array) => { gradient: Float64Array },
  x: Float64Array,
): Float64Array | undefined {
  const at = marginalPlaces(layout);
  const size = x.length;
  // One item and one step are held: their levels are the raters'.
  const free = Array.from({ length: size }, (_, place) => place).filter(
    (p) => p !== at.item && p !== at.threshold,
  );
  const matrix = new Float64Array(free.length ** 2);
  const moved = x.slice();
  for (const [column, place] of free.entries()) {
    const step = 1e-4;
    moved[place] = x[place]! + step;
    const above = slope(moved).gradient;
    moved[place] = x[place]! - step;
    const below = slope(moved).gradient;
    moved[place] = x[place]!;
    for (const [row, other] of free.entries()) {
      matrix[row * free.length + column] = (above[other]! - below[other]!) / (2 * step);
    }
  }
  if (invertInPlace(matrix, free.length, sweepSpace(free.length)) === undefined) return undefined;
  const covariance = new Float64Array(size * size);
  for (const [row, one] of free.entries()) {
    for (let column = 0; column <= row; column += 1) {
      covariance[one * size + free[column]!] = matrix[row * free.length + column]!;
      covariance[free[column]! * size + one] = matrix[row * free.length + column]!;
    }
  }
  const unit = new Float64Array(size);
  // The centring is linear: row by row, how each reported measure depends on each parameter.
  const rows = Array.from({ length: size }, () => new Float64Array(size));
  for (let place = 0; place < size; place += 1) {
    unit.fill(0);
    unit[place] = 1;
    for (const [row, value] of centred(layout, unit).entries()) rows[row]![place] = value;
  }
  return Float64Array.from(rows, (row) => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) sum += row[i]! * row[j]! * covariance[i * size + j]!;
    }
    return sum;
  });
}

/** Back to the levels of the data. */
function placed(
  places: Int32Array,
  measure: Float64Array,
  se: Float64Array | undefined,
  prior = Number.POSITIVE_INFINITY,
) {
  return {
    measure: Float64Array.from(places, (place) => (place < 0 ? 0 : measure[place]!)),
    ...(se && { se: Float64Array.from(places, (place) => (place < 0 ? prior : se[place]!)) }),
  };
}
