// Random ±1 vectors for traces and diagonals of the inverse Schur complement where it is too large to invert (Hutchinson
// 1990), solved for four at a time in single precision: their own noise is far larger than its rounding.
// The same vectors serve every iteration, so that the iteration has a fixed point.
import { randomSource } from '../random.ts';
import type { PairSpace, System } from './conjugate.ts';
import { multiplyFour } from './passes.ts';

export interface Probes {
  readonly groups: number;
  /** Bit c of byte j: the sign of the c-th vector of the group at inner level j. */
  readonly signs: readonly Uint8Array[];
  /** Solution x = S⁻¹z of the group solved last, interleaved by fours; 0 where a block answers. */
  readonly x: Float32Array;
  /** S D⁻¹ z of the same group. */
  readonly firstOrder: Float32Array;
  readonly residual: Float32Array;
  readonly direction: Float32Array;
  readonly product: Float32Array;
  /** Residual and direction as one, free once a group is solved. */
  readonly eight: Float32Array;
  /** Classes of inner and outer levels, set by the first evaluation. */
  likeness: Likeness | undefined;
}

export interface Likeness {
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
}

/** Vectors of single precision that take the room of pairs in double precision, which are idle meanwhile. */
export interface ProbeSpace {
  readonly pair: PairSpace;
  readonly directions: { readonly right: Float64Array; readonly solution: Float64Array };
}

export function drawProbes(inner: number, count: number, seed: number, space: ProbeSpace): Probes {
  const random = randomSource(seed);
  const groups = Math.max(1, Math.ceil(count / 4));
  const signs = Array.from({ length: groups }, () => {
    const bits = new Uint8Array(inner);
    for (let j = 0; j < inner; j++) bits[j] = random.integer(16);
    return bits;
  });
  const quad = ({ buffer, byteOffset }: Float64Array) => new Float32Array(buffer, byteOffset, 4 * inner);
  const { pair, directions } = space;
  return {
    groups,
    signs,
    x: quad(directions.right),
    firstOrder: quad(directions.solution),
    residual: quad(pair.residual),
    direction: quad(pair.direction),
    product: quad(pair.product),
    eight: new Float32Array(pair.residual.buffer, pair.residual.byteOffset, 8 * inner),
    likeness: undefined,
  };
}

/** The sign of one vector at a level whose byte is `bits`. */
export function signOf(bits: number, vector: number): 1 | -1 {
  return (bits >> vector) & 1 ? 1 : -1;
}

const MOST_STEPS = 1000;

/** Solves S x = z for the four vectors of a group, z being 0 at the levels that a block holds (`place` ≥ 0). */
export function solveGroup(
  system: System,
  probes: Probes,
  group: number,
  place: Int32Array,
  tolerance: number,
): number {
  const { x, residual, direction, product } = probes;
  const inverse = system.schurInverse;
  const apply = () => multiplyFour(system.layout, system.outerInverse, system.diagonal, direction, product);
  let rho = begin(probes, probes.signs[group] as Uint8Array, place, inverse);
  const target = rho.map((square) => square * tolerance * tolerance);
  apply();
  probes.firstOrder.set(product);
  for (let step = 1; ; step++) {
    const curved = dots(direction, product);
    const steps = rho.map((square, lane) => ratio(square, curved[lane] as number)) as Four;
    const next = advance(x, residual, direction, product, inverse, steps);
    if (step >= MOST_STEPS || next.every((square, lane) => square <= (target[lane] as number))) return step;
    redirect(
      direction,
      residual,
      inverse,
      next.map((square, lane) => ratio(square, rho[lane] as number)) as Four,
    );
    rho = next;
    apply();
  }
}

type Four = [number, number, number, number];

function ratio(over: number, under: number): number {
  return under > 0 ? over / under : 0;
}

function begin(
  { x, residual, direction }: Probes,
  signs: Uint8Array,
  place: Int32Array,
  inverse: Float64Array,
): Four {
  x.fill(0);
  let sum = 0;
  for (let j = 0; j < inverse.length; j++) {
    const free = (place[j] as number) < 0 ? 1 : 0;
    const scale = inverse[j] as number;
    sum += free * scale;
    for (let lane = 0; lane < 4; lane++) {
      const sign = free * signOf(signs[j] as number, lane);
      residual[4 * j + lane] = sign;
      direction[4 * j + lane] = scale * sign;
    }
  }
  return [sum, sum, sum, sum];
}

function dots(left: Float32Array, right: Float32Array): Four {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let at = 0; at < left.length; at += 4) {
    one += (left[at] as number) * (right[at] as number);
    two += (left[at + 1] as number) * (right[at + 1] as number);
    three += (left[at + 2] as number) * (right[at + 2] as number);
    four += (left[at + 3] as number) * (right[at + 3] as number);
  }
  return [one, two, three, four];
}

function advance(
  x: Float32Array,
  residual: Float32Array,
  direction: Float32Array,
  product: Float32Array,
  inverse: Float64Array,
  [first, second, third, fourth]: Four,
): Four {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (let j = 0, at = 0; j < inverse.length; j++, at += 4) {
    const scale = inverse[j] as number;
    x[at] = (x[at] as number) + first * (direction[at] as number);
    x[at + 1] = (x[at + 1] as number) + second * (direction[at + 1] as number);
    x[at + 2] = (x[at + 2] as number) + third * (direction[at + 2] as number);
    x[at + 3] = (x[at + 3] as number) + fourth * (direction[at + 3] as number);
    const r1 = (residual[at] as number) - first * (product[at] as number);
    const r2 = (residual[at + 1] as number) - second * (product[at + 1] as number);
    const r3 = (residual[at + 2] as number) - third * (product[at + 2] as number);
    const r4 = (residual[at + 3] as number) - fourth * (product[at + 3] as number);
    residual[at] = r1;
    residual[at + 1] = r2;
    residual[at + 2] = r3;
    residual[at + 3] = r4;
    one += scale * r1 * r1;
    two += scale * r2 * r2;
    three += scale * r3 * r3;
    four += scale * r4 * r4;
  }
  return [one, two, three, four];
}

function redirect(
  direction: Float32Array,
  residual: Float32Array,
  inverse: Float64Array,
  [first, second, third, fourth]: Four,
): void {
  for (let j = 0, at = 0; j < inverse.length; j++, at += 4) {
    const scale = inverse[j] as number;
    direction[at] = scale * (residual[at] as number) + first * (direction[at] as number);
    direction[at + 1] = scale * (residual[at + 1] as number) + second * (direction[at + 1] as number);
    direction[at + 2] = scale * (residual[at + 2] as number) + third * (direction[at + 2] as number);
    direction[at + 3] = scale * (residual[at + 3] as number) + fourth * (direction[at + 3] as number);
  }
}
