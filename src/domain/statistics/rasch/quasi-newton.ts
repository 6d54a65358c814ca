/**
 * Minimum of a smooth function of some hundred variables from its gradient: limited-memory BFGS with backtracking
 * (Nocedal & Wright 2006, Numerical Optimization, algorithms 7.4 and 3.1).
 */

export interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

export type Slope = (x: Float64Array) => { readonly value: number; readonly gradient: Float64Array };

const MEMORY = 12;
const SUFFICIENT = 1e-4;

/** `tolerance`: largest part of the gradient at the end. */
export function minimise(
  slope: Slope,
  start: Float64Array,
  tolerance: number,
  maximumSteps: number,
): Point & { readonly converged: boolean; readonly steps: number } {
  let point: Point = { x: start, ...slope(start) };
  const memory: { step: Float64Array; change: Float64Array; product: number }[] = [];
  for (let steps = 0; steps < maximumSteps; steps += 1) {
    if (largest(point.gradient) < tolerance) return { ...point, converged: true, steps };
    const direction = descent(point.gradient, memory);
    const next = search(slope, point, direction, memory.length === 0);
    // No lower point along the way: as good as rounding allows.
    if (!next) return { ...point, converged: largest(point.gradient) < Math.sqrt(tolerance), steps };
    const step = next.x.map((value, at) => value - point.x[at]!);
    const change = next.gradient.map((value, at) => value - point.gradient[at]!);
    const product = dot(step, change);
    if (product > 1e-14 * dot(change, change)) memory.push({ step, change, product });
    if (memory.length > MEMORY) memory.shift();
    point = next;
  }
  return { ...point, converged: false, steps: maximumSteps };
}

function descent(
  gradient: Float64Array,
  memory: readonly { step: Float64Array; change: Float64Array; product: number }[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const factors = new Float64Array(memory.length);
  for (let at = memory.length - 1; at >= 0; at -= 1) {
    const { step, change, product } = memory[at]!;
    factors[at] = dot(step, direction) / product;
    add(direction, change, -factors[at]!);
  }
  const last = memory.at(-1);
  if (last) {
    const scale = last.product / dot(last.change, last.change);
    for (let at = 0; at < direction.length; at += 1) direction[at]! *= scale;
  }
  for (const [at, { step, change, product }] of memory.entries()) {
    add(direction, step, factors[at]! - dot(change, direction) / product);
  }
  return direction;
}

function search(slope: Slope, from: Point, direction: Float64Array, isFirst: boolean): Point | undefined {
  const descentRate = dot(from.gradient, direction);
  if (!(descentRate < 0)) return undefined;
  // The first direction knows nothing of the scale: no part moves by more than a tenth.
  let length = isFirst ? Math.min(1, 0.1 / largest(direction)) : 1;
  for (let halving = 0; halving < 50; halving += 1, length /= 2) {
    const x = from.x.map((value, at) => value + length * direction[at]!);
    const reached = slope(x);
    if (reached.value <= from.value + SUFFICIENT * length * descentRate) return { x, ...reached };
  }
  return undefined;
}

function add(to: Float64Array, values: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at += 1) to[at]! += factor * values[at]!;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}
