// Connected components small enough for exact algebra. The Schur complement of the inner factor falls apart into one
// dense matrix a component; inverting it gives its trace, its diagonal and the outer part of the uncertainty exactly.
import { type Lists, listsByKey } from '../connectivity-lists.ts';
import type { Layout } from './layout.ts';
import { invertInPlace, type SweepSpace, sweepSpace } from './sweep.ts';

/** What the inverse of the Schur complement S = diag − W'A⁻¹W says; sums over the levels that the method covers. */
export interface Curvature {
  /** tr S⁻¹. */
  innerTrace: number;
  /** Σ a⁻² w'S⁻¹w. */
  outerTrace: number;
  /** log |S|; undefined where only estimated. */
  logDeterminant: number | undefined;
}

/** Where the single levels' shares of the two traces are written. */
export interface CurvatureParts {
  readonly inner: Float64Array;
  readonly outer: Float64Array;
}

export interface Blocks {
  readonly count: number;
  /** The levels of each block; one more list at the end holds the levels of no block. */
  readonly inner: Lists;
  readonly outer: Lists;
  /** Place of an inner level within its block; −1 where no block holds it. */
  readonly place: Int32Array;
  /** Whether every level is in a block: then nothing needs probes. */
  readonly complete: boolean;
  /** Multiplications of one evaluation, roughly. */
  readonly cost: number;
  readonly matrix: Float64Array;
  readonly space: SweepSpace;
}

/** Takes components, the cheapest first, while all of them together cost at most `budget` multiplications. */
export function chooseBlocks(
  layout: Layout,
  components: number,
  innerComponent: Int32Array,
  outerComponent: Int32Array,
  budget: number,
): Blocks {
  const size = new Int32Array(components);
  for (const component of innerComponent) size[component] = (size[component] as number) + 1;
  const costs = new Float64Array(components);
  for (let component = 0; component < components; component++) {
    costs[component] = (size[component] as number) ** 3 / 2;
  }
  for (let level = 0; level < layout.outer; level++) {
    const component = outerComponent[level] as number;
    const met = (layout.offsets[level + 1] as number) - (layout.offsets[level] as number);
    costs[component] = (costs[component] as number) + met * met;
  }
  const order = Int32Array.from(costs.keys()).sort((a, b) => (costs[a] as number) - (costs[b] as number));
  const block = new Int32Array(components).fill(-1);
  let [count, cost, largest] = [0, 0, 0];
  for (const component of order) {
    if (cost + (costs[component] as number) > budget) break;
    cost += costs[component] as number;
    largest = Math.max(largest, size[component] as number);
    block[component] = count++;
  }
  const inner = levelsByBlock(innerComponent, block, count);
  const place = new Int32Array(layout.inner).fill(-1);
  for (let at = 0; at < count; at++) {
    const start = inner.offsets[at] as number;
    for (let k = start; k < (inner.offsets[at + 1] as number); k++)
      place[inner.members[k] as number] = k - start;
  }
  return {
    count,
    inner,
    outer: levelsByBlock(outerComponent, block, count),
    place,
    complete: count === components,
    cost,
    matrix: new Float64Array(largest * largest),
    space: sweepSpace(largest),
  };
}

function levelsByBlock(component: Int32Array, block: Int32Array, count: number): Lists {
  const keys = new Int32Array(component.length);
  const levels = new Int32Array(component.length);
  for (let level = 0; level < component.length; level++) {
    const at = block[component[level] as number] as number;
    keys[level] = at < 0 ? count : at;
    levels[level] = level;
  }
  return listsByKey(keys, levels, count + 1);
}

/** Exact curvature of all blocks; undefined where a block is not positive definite to working precision. */
export function blockCurvature(
  layout: Layout,
  blocks: Blocks,
  outerInverse: Float64Array,
  diagonal: Float64Array,
  parts: CurvatureParts,
): Curvature | undefined {
  let [innerTrace, outerTrace, logDeterminant] = [0, 0, 0];
  for (let block = 0; block < blocks.count; block++) {
    const inner = levelsOf(blocks.inner, block);
    const outer = levelsOf(blocks.outer, block);
    const size = inner.length;
    if (size === 0) continue;
    fillBlock(layout, blocks, inner, outer, outerInverse, diagonal);
    const log = invertInPlace(blocks.matrix.subarray(0, size * size), size, blocks.space);
    if (log === undefined) return undefined;
    logDeterminant += log;
    for (let i = 0; i < size; i++) {
      const own = blocks.matrix[i * size + i] as number;
      parts.inner[inner[i] as number] = own;
      innerTrace += own;
    }
    for (const level of outer) {
      const own = quadraticForm(layout, blocks, level, size) * (outerInverse[level] as number) ** 2;
      parts.outer[level] = own;
      outerTrace += own;
    }
  }
  return { innerTrace, outerTrace, logDeterminant };
}

/** The levels of one block; of block `count`, those that no block holds. */
export function levelsOf({ offsets, members }: Lists, block: number): Int32Array {
  return members.subarray(offsets[block] as number, offsets[block + 1] as number);
}

function fillBlock(
  { offsets, member, weight }: Layout,
  { place, matrix }: Blocks,
  inner: Int32Array,
  outer: Int32Array,
  outerInverse: Float64Array,
  diagonal: Float64Array,
): void {
  const size = inner.length;
  matrix.fill(0, 0, size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = diagonal[inner[i] as number] as number;
  for (const level of outer) {
    const end = offsets[level + 1] as number;
    for (let k = offsets[level] as number; k < end; k++) {
      const row = place[member[k] as number] as number;
      const factor = (outerInverse[level] as number) * (weight ? (weight[k] as number) : 1);
      for (let l = offsets[level] as number; l < end; l++) {
        const column = place[member[l] as number] as number;
        if (column > row) continue;
        const at = row * size + column;
        matrix[at] = (matrix[at] as number) - factor * (weight ? (weight[l] as number) : 1);
      }
    }
  }
}

function quadraticForm(
  { offsets, member, weight }: Layout,
  { place, matrix }: Blocks,
  level: number,
  size: number,
): number {
  let sum = 0;
  const start = offsets[level] as number;
  for (let k = start; k < (offsets[level + 1] as number); k++) {
    const row = place[member[k] as number] as number;
    let partial = 0;
    for (let l = start; l < k; l++) {
      const column = place[member[l] as number] as number;
      const at = row >= column ? row * size + column : column * size + row;
      partial += (weight ? (weight[l] as number) : 1) * (matrix[at] as number);
    }
    const own = weight ? (weight[k] as number) : 1;
    sum += own * (2 * partial + own * (matrix[row * size + row] as number));
  }
  return sum;
}
