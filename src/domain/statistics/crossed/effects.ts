// The mixed model equations at given variances: the fixed part by generalised least squares, the effects of all levels.
// The outer factor is eliminated exactly; the inner one is solved for each column of the fixed part and for the scores.
import type { Column } from './columns.ts';
import { solvePair } from './conjugate.ts';
import { gather, scatterTwo } from './passes.ts';
import { invertSmall, type Matrix, timesVector } from './small-matrix.ts';
import { prepare, type Variances, type Workspace } from './workspace.ts';

export interface Solved {
  readonly beta: readonly number[];
  /** Inverse of X'V⁻¹X times the residual variance. */
  readonly fixedInverse: Matrix;
  readonly fixedLogDeterminant: number;
  /** y'Py times the residual variance. */
  readonly remainder: number;
}

/** Leaves the effects in the workspace; undefined where the fixed part is singular to working precision. */
export function solveEffects(work: Workspace, variances: Variances, tolerance: number): Solved | undefined {
  const { columns } = work;
  prepare(work, variances);
  const list = [...columns.fixed, columns.score];
  for (let pair = 0; pair < work.right.length; pair++) {
    const right = work.right[pair] as Float64Array;
    const solution = work.solution[pair] as Float64Array;
    setRight(work, list[2 * pair] as Column, list[2 * pair + 1], right);
    if (variances.inner > 0) solvePair(work.system, right, solution, tolerance, work.pair);
    else solution.fill(0);
  }
  const last = columns.fixed.length;
  const products = columns.products.map((row, i) => row.map((value, j) => value - explained(work, i, j)));
  const fixed = invertSmall(
    products.map((row, i) => row.map((value, j) => (value + (products[j]?.[i] as number)) / 2)),
  );
  if (!fixed) return undefined;
  // The scores are residuals of the ordinary regression, so that X'Wy is 0.
  const towards = columns.fixed.map((_, i) => -explained(work, i, last));
  const beta = timesVector(fixed.inverse, towards);
  setEffects(work, beta);
  const remainder = columns.scoreSquare - explained(work, last, last) - sumOfProducts(towards, beta);
  return { beta, fixedInverse: fixed.inverse, fixedLogDeterminant: fixed.logDeterminant, remainder };
}

/** right = the column's inner sums less what the outer levels explain of them; two columns side by side. */
function setRight(work: Workspace, one: Column, other: Column | undefined, right: Float64Array): void {
  const { layout, system, spare } = work;
  const [first, second] = spare;
  for (let p = 0; p < layout.outer; p++) {
    const inverse = system.outerInverse[p] as number;
    first[p] = inverse * (one.outer[p] as number);
    second[p] = other ? inverse * (other.outer[p] as number) : 0;
  }
  for (let j = 0; j < layout.inner; j++) {
    right[2 * j] = one.inner[j] as number;
    right[2 * j + 1] = other ? (other.inner[j] as number) : 0;
  }
  scatterTwo(layout, first, second, -1, right);
}

/** (Z'Wa)' u(b) for two columns of the list: what both factors explain of their product. */
function explained(work: Workspace, i: number, j: number): number {
  const { columns, system } = work;
  const list = [...columns.fixed, columns.score];
  const one = (list[i] as Column).outer;
  const other = (list[j] as Column).outer;
  let sum = 0;
  for (let p = 0; p < one.length; p++) {
    sum += (one[p] as number) * (system.outerInverse[p] as number) * (other[p] as number);
  }
  return (
    sum + laneProduct(work.right[i >> 1] as Float64Array, i & 1, work.solution[j >> 1] as Float64Array, j & 1)
  );
}

export function laneProduct(one: Float64Array, lane: number, other: Float64Array, otherLane: number): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 2)
    sum += (one[at + lane] as number) * (other[at + otherLane] as number);
  return sum;
}

function setEffects(work: Workspace, beta: readonly number[]): void {
  const { columns, layout, system, effectInner, effectOuter, gathered, spare } = work;
  const last = columns.fixed.length;
  copyLane(work.solution[last >> 1] as Float64Array, last & 1, effectInner);
  gather(layout, effectInner, gathered);
  effectOuter.set(columns.score.outer);
  for (let i = 0; i < last; i++) {
    const inner = work.fixedInner[i] as Float64Array;
    const outer = work.fixedOuter[i] as Float64Array;
    const sums = (columns.fixed[i] as Column).outer;
    const slope = beta[i] as number;
    copyLane(work.solution[i >> 1] as Float64Array, i & 1, inner);
    gather(layout, inner, spare[0]);
    for (let p = 0; p < layout.outer; p++) {
      const met = spare[0][p] as number;
      outer[p] = (system.outerInverse[p] as number) * ((sums[p] as number) - met);
      gathered[p] = (gathered[p] as number) - slope * met;
      effectOuter[p] = (effectOuter[p] as number) - slope * (sums[p] as number);
    }
    for (let j = 0; j < layout.inner; j++)
      effectInner[j] = (effectInner[j] as number) - slope * (inner[j] as number);
  }
  for (let p = 0; p < layout.outer; p++) {
    effectOuter[p] =
      (system.outerInverse[p] as number) * ((effectOuter[p] as number) - (gathered[p] as number));
  }
}

function copyLane(pair: Float64Array, lane: number, out: Float64Array): void {
  for (let j = 0; j < out.length; j++) out[j] = pair[2 * j + lane] as number;
}

export function sumOfProducts(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return sum;
}
