// How far a figure rests on the assumption that subsets are equal on average.
//
// Nothing in the data compares subsets that no rating joins. The model compares them all the same, because it takes
// their people for draws from one population. Here each subset gets a mean of its own (generalized least squares at the
// fitted variances) and every figure is computed again; where it moves much, it was assumption, not evidence.
//
// Exact given the variances: the covariance has no entries between subsets, so the mean of a subset moves by
// Σ w·residual / Σ w(1 − p − r) over its forms, p and r being what the fit would give to data that are 1 everywhere.
// One linear system for all subsets. Reference: Searle, Casella & McCulloch 1992, Variance Components, ch. 7;
// subset connectedness: Linacre 1994, Many-Facet Rasch Measurement.
// Neither reading must be used to rank people across subsets.
import type { SeverityModel } from '../detectors/residuals.ts';

/** Relative; the answer multiplies a shift of a few points, so its error stays below 1e-6 points. */
const TOLERANCE = 1e-7;
const MOST_STEPS = 500;

export interface Sensitivity {
  /** Points to add to the person's figure and to the rater's leniency. */
  readonly rateeShift: Float64Array;
  readonly raterShift: Float64Array;
}

export interface SensitivityData extends SeverityModel {
  readonly merit: Float64Array;
  readonly raterVariance: number;
  readonly subsets: number;
  readonly rateeSubset: Int32Array;
  readonly raterSubset: Int32Array;
}

/** The change of every figure when each subset has a mean of its own. */
export function freeSubsetMeans(data: SensitivityData): Sensitivity {
  const { ratings, centred, leniency, merit, subsets } = data;
  const { ratee, rater, weight } = ratings;
  const answer = responseToConstant(data);
  const residual = new Float64Array(subsets);
  const left = new Float64Array(subsets);
  for (let k = 0; k < ratee.length; k++) {
    const p = ratee[k]!;
    const r = rater[k]!;
    const w = weight ? weight[k]! : 1;
    const subset = data.rateeSubset[p]!;
    residual[subset]! += w * (centred[k]! - merit[p]! - leniency[r]!);
    left[subset]! += w * (1 - answer.ratee[p]! - answer.rater[r]!);
  }
  const shift = residual.map((value, subset) => (left[subset]! > 0 ? value / left[subset]! : 0));
  return {
    rateeShift: answer.ratee.map((own, p) => shift[data.rateeSubset[p]!]! * (1 - own)),
    raterShift: answer.rater.map((own, r) => -shift[data.raterSubset[r]!]! * own),
  };
}

/** Effects that the model would give to data that are 1 everywhere: conjugate gradients on the raters. */
function responseToConstant(data: SensitivityData): { ratee: Float64Array; rater: Float64Array } {
  const { ratings, variance, raterVariance } = data;
  const { ratee, rater, weight, ratees, raters } = ratings;
  const rateeWeight = new Float64Array(ratees);
  const raterWeight = new Float64Array(raters);
  for (let k = 0; k < ratee.length; k++) {
    const w = weight ? weight[k]! : 1;
    rateeWeight[ratee[k]!]! += w;
    raterWeight[rater[k]!]! += w;
  }
  const [rateeRatio, raterRatio] = [variance.residual / variance.ratee, variance.residual / raterVariance];
  const perRatee = new Float64Array(ratees);
  /** out −= W'A⁻¹(W x), the people eliminated. */
  const through = (x: Float64Array, out: Float64Array) => {
    perRatee.fill(0);
    for (let k = 0; k < ratee.length; k++) perRatee[ratee[k]!]! += (weight ? weight[k]! : 1) * x[rater[k]!]!;
    for (let p = 0; p < ratees; p++) perRatee[p]! /= rateeWeight[p]! + rateeRatio;
    for (let k = 0; k < ratee.length; k++)
      out[rater[k]!]! -= (weight ? weight[k]! : 1) * perRatee[ratee[k]!]!;
  };
  const effects = new Float64Array(raters);
  if (Number.isFinite(raterRatio)) {
    const right = Float64Array.from(raterWeight);
    for (let k = 0; k < ratee.length; k++) {
      const p = ratee[k]!;
      right[rater[k]!]! -= ((weight ? weight[k]! : 1) * rateeWeight[p]!) / (rateeWeight[p]! + rateeRatio);
    }
    const diagonal = raterWeight.map((value) => value + raterRatio);
    conjugateGradients(effects, right, diagonal, (x, out) => {
      for (let r = 0; r < raters; r++) out[r] = diagonal[r]! * x[r]!;
      through(x, out);
    });
  }
  perRatee.fill(0);
  for (let k = 0; k < ratee.length; k++)
    perRatee[ratee[k]!]! += (weight ? weight[k]! : 1) * effects[rater[k]!]!;
  const people = rateeWeight.map((own, p) => (own === 0 ? 0 : (own - perRatee[p]!) / (own + rateeRatio)));
  return { ratee: people, rater: effects };
}

/** Solves for x (given 0) in place, preconditioned by the diagonal. */
function conjugateGradients(
  x: Float64Array,
  right: Float64Array,
  diagonal: Float64Array,
  multiply: (x: Float64Array, out: Float64Array) => void,
): void {
  const size = x.length;
  const residual = Float64Array.from(right);
  const direction = residual.map((value, r) => value / diagonal[r]!);
  const product = new Float64Array(size);
  const norm = (values: Float64Array) => {
    let sum = 0;
    for (let r = 0; r < size; r++) sum += (values[r]! * values[r]!) / diagonal[r]!;
    return sum;
  };
  const start = norm(right);
  let current = start;
  for (let step = 0; step < MOST_STEPS && current > TOLERANCE * TOLERANCE * start; step++) {
    multiply(direction, product);
    let curvature = 0;
    for (let r = 0; r < size; r++) curvature += direction[r]! * product[r]!;
    const length = current / curvature;
    for (let r = 0; r < size; r++) {
      x[r]! += length * direction[r]!;
      residual[r]! -= length * product[r]!;
    }
    const next = norm(residual);
    for (let r = 0; r < size; r++)
      direction[r] = residual[r]! / diagonal[r]! + (next / current) * direction[r]!;
    current = next;
  }
}
