// Conjugate gradients with the diagonal as preconditioner, for the equations of the inner factor. Scaled by its diagonal
// the Schur complement has its eigenvalues in [1 − g, 1], g < 1 whatever the size, so that a handful of passes is enough.
import type { Layout } from './layout.ts';
import { multiplyTwo } from './passes.ts';

/** The equations S x = b at given variances: S = diag(diagonal) − W'A⁻¹W. */
export interface System {
  readonly layout: Layout;
  /** a⁻¹ of every outer level; all 0 where the outer factor has no variance. */
  readonly outerInverse: Float64Array;
  /** Sum of weights + ratio of variances of every inner level. */
  readonly diagonal: Float64Array;
  /** One over the diagonal of S itself. */
  readonly schurInverse: Float64Array;
}

/** Interleaved pairs; allocated once for all solves. */
export interface PairSpace {
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly product: Float64Array;
}

/** Three vectors side by side in one buffer, which the random vectors use in between. */
export function pairSpace(inner: number): PairSpace {
  const values = new Float64Array(6 * inner);
  return {
    residual: values.subarray(0, 2 * inner),
    direction: values.subarray(2 * inner, 4 * inner),
    product: values.subarray(4 * inner),
  };
}

const MOST_STEPS = 5000;

/**
 * Solves for two right-hand sides at once, starting from what `x` holds. Stops when the residual, in the norm of the
 * inverse diagonal, is `tolerance` times that of the right-hand side. Returns the number of passes.
 */
export function solvePair(
  system: System,
  b: Float64Array,
  x: Float64Array,
  tolerance: number,
  space: PairSpace,
): number {
  const { residual, direction, product } = space;
  const inverse = system.schurInverse;
  const apply = (from: Float64Array) =>
    multiplyTwo(system.layout, system.outerInverse, system.diagonal, from, product);
  const target = squares(b, inverse).map((square) => square * tolerance * tolerance);
  // From nothing the first product is nothing: one pass less.
  const cold = x.every((value) => value === 0);
  if (cold) residual.set(b);
  else {
    apply(x);
    for (let i = 0; i < b.length; i++) residual[i] = (b[i] as number) - (product[i] as number);
  }
  let rho = squares(residual, inverse);
  for (let i = 0; i < b.length; i++) direction[i] = (residual[i] as number) * (inverse[i >> 1] as number);
  let passes = cold ? 0 : 1;
  while (!settled(rho, target) && passes < MOST_STEPS) {
    apply(direction);
    passes++;
    const curved = products(direction, product);
    const steps = rho.map((square, lane) => ratio(square, curved[lane] as number)) as Two;
    const next = advance(x, residual, direction, product, inverse, steps);
    const turn = next.map((square, lane) => ratio(square, rho[lane] as number)) as Two;
    redirect(direction, residual, inverse, turn);
    rho = next;
  }
  return passes;
}

type Two = [number, number];

function settled(rho: Two, target: readonly number[]): boolean {
  return rho[0] <= (target[0] as number) && rho[1] <= (target[1] as number);
}

/** A lane that is solved has nothing left to divide. */
function ratio(over: number, under: number): number {
  return under > 0 ? over / under : 0;
}

function squares(values: Float64Array, inverse: Float64Array): Two {
  let [one, two] = [0, 0];
  for (let j = 0, at = 0; j < inverse.length; j++, at += 2) {
    const scale = inverse[j] as number;
    one += scale * (values[at] as number) * (values[at] as number);
    two += scale * (values[at + 1] as number) * (values[at + 1] as number);
  }
  return [one, two];
}

function products(left: Float64Array, right: Float64Array): Two {
  let [one, two] = [0, 0];
  for (let at = 0; at < left.length; at += 2) {
    one += (left[at] as number) * (right[at] as number);
    two += (left[at + 1] as number) * (right[at + 1] as number);
  }
  return [one, two];
}

function advance(
  x: Float64Array,
  residual: Float64Array,
  direction: Float64Array,
  product: Float64Array,
  inverse: Float64Array,
  [first, second]: Two,
): Two {
  let [one, two] = [0, 0];
  for (let j = 0, at = 0; j < inverse.length; j++, at += 2) {
    const scale = inverse[j] as number;
    x[at] = (x[at] as number) + first * (direction[at] as number);
    x[at + 1] = (x[at + 1] as number) + second * (direction[at + 1] as number);
    const left = (residual[at] as number) - first * (product[at] as number);
    const right = (residual[at + 1] as number) - second * (product[at + 1] as number);
    residual[at] = left;
    residual[at + 1] = right;
    one += scale * left * left;
    two += scale * right * right;
  }
  return [one, two];
}

function redirect(
  direction: Float64Array,
  residual: Float64Array,
  inverse: Float64Array,
  [first, second]: Two,
) {
  for (let j = 0, at = 0; j < inverse.length; j++, at += 2) {
    const scale = inverse[j] as number;
    direction[at] = scale * (residual[at] as number) + first * (direction[at] as number);
    direction[at + 1] = scale * (residual[at + 1] as number) + second * (direction[at + 1] as number);
  }
}
