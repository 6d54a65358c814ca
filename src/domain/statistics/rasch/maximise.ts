/**
 * Newton's method for the many-facet Rasch model, each step by conjugate gradients without forming the information
 * matrix: a walk through the ratings a multiplication. The log likelihood is concave, so a step is halved until it
 * rises, and the end does not depend on the start. Facets are centred after each step, the intercept takes the level.
 */
import type { Layout } from './layout.ts';
import {
  type Precisions,
  placesOf,
  roomFor,
  timesInformation,
  type Walk,
  walkRatings,
} from './likelihood.ts';

export interface Maximum {
  readonly parameters: Float64Array;
  readonly logLikelihood: number;
  readonly walk: Walk;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface MaximiseOptions {
  readonly tolerance: number;
  readonly maximumIterations: number;
}

const MAXIMUM_SOLVE = 500;
const MAXIMUM_HALVINGS = 30;

export function maximise(
  layout: Layout,
  precisions: Precisions,
  { tolerance, maximumIterations }: MaximiseOptions,
  start?: Float64Array,
): Maximum {
  let parameters: Float64Array = start?.slice() ?? new Float64Array(placesOf(layout).total);
  let walk = roomFor(layout);
  let spare = roomFor(layout);
  let logLikelihood = walkRatings(layout, parameters, precisions, walk);
  const first = norm(walk.gradient);
  for (let iteration = 1; iteration <= maximumIterations; iteration += 1) {
    // Rough steps far away, fine ones near the end: together they cost little more than one exact step.
    const precision = Math.max(1e-6, Math.min(1e-2, norm(walk.gradient) / (first || 1)));
    const step = solve(layout, precisions, walk, precision);
    let factor = 1;
    let moved: Float64Array = parameters;
    for (let halving = 0; halving < MAXIMUM_HALVINGS; halving += 1, factor /= 2) {
      moved = centred(layout, parameters, step, factor);
      const reached = walkRatings(layout, moved, precisions, spare);
      if (reached >= logLikelihood - 1e-10 * Math.abs(logLikelihood)) {
        logLikelihood = reached;
        [walk, spare] = [spare, walk];
        break;
      }
    }
    const change = largestChange(parameters, moved);
    parameters = moved;
    if (change < tolerance)
      return { parameters, logLikelihood, walk, iterations: iteration, converged: true };
  }
  return { parameters, logLikelihood, walk, iterations: maximumIterations, converged: false };
}

/** information · step = gradient, to a relative precision; Jacobi preconditioner. */
function solve(layout: Layout, precisions: Precisions, walk: Walk, precision: number): Float64Array {
  const { gradient, diagonal } = walk;
  const size = gradient.length;
  const step = new Float64Array(size);
  const residual = gradient.slice();
  const scaled = residual.map((value, at) => (diagonal[at]! > 0 ? value / diagonal[at]! : 0));
  const direction = scaled.slice();
  const product = new Float64Array(size);
  const goal = precision * norm(gradient);
  let length = dot(residual, scaled);
  for (let pass = 0; pass < MAXIMUM_SOLVE && norm(residual) > goal && length > 0; pass += 1) {
    timesInformation(layout, precisions, walk, direction, product);
    const curvature = dot(direction, product);
    // A direction that changes no chance (all measures of two facets up by one) has only rounding for curvature.
    if (!(curvature > 1e-11 * weighted(direction, diagonal))) break;
    const along = length / curvature;
    for (let at = 0; at < size; at += 1) {
      step[at]! += along * direction[at]!;
      residual[at]! -= along * product[at]!;
      scaled[at] = diagonal[at]! > 0 ? residual[at]! / diagonal[at]! : 0;
    }
    const next = dot(residual, scaled);
    const turn = next / length;
    length = next;
    for (let at = 0; at < size; at += 1) direction[at] = scaled[at]! + turn * direction[at]!;
  }
  return step;
}

/** parameters + factor · step with every facet and the thresholds centred, at the same η. */
function centred(layout: Layout, parameters: Float64Array, step: Float64Array, factor: number): Float64Array {
  const moved = parameters.map((value, at) => value + factor * step[at]!);
  const at = placesOf(layout);
  const means = [
    centre(moved, 0, at.rater),
    -centre(moved, at.rater, at.item),
    -centre(moved, at.item, at.threshold),
    -centre(moved, at.threshold, at.intercept),
  ];
  for (const mean of means) moved[at.intercept]! += mean;
  return moved;
}

function centre(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at]!;
  const mean = sum / (to - from);
  for (let at = from; at < to; at += 1) values[at]! -= mean;
  return mean;
}

function largestChange(one: Float64Array, other: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < one.length; at += 1) largest = Math.max(largest, Math.abs(one[at]! - other[at]!));
  return largest;
}

function norm(values: Float64Array): number {
  return Math.sqrt(dot(values, values));
}

function weighted(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += weights[at]! * values[at]! * values[at]!;
  return sum;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}
