// All that belongs to one fit: the data as sums, and the vectors that every evaluation writes into again.
import type { Blocks, CurvatureParts } from './blocks.ts';
import type { Columns } from './columns.ts';
import { type PairSpace, pairSpace, type System } from './conjugate.ts';
import type { Layout } from './layout.ts';
import { eliminatedDiagonal } from './passes.ts';
import { drawProbes, type Probes } from './probes.ts';

/** Variances; 0 where a factor is left out. */
export interface Variances {
  readonly outer: number;
  readonly inner: number;
  readonly residual: number;
}

export interface Workspace {
  readonly layout: Layout;
  readonly columns: Columns;
  readonly blocks: Blocks;
  /** Absent where the blocks hold everything. */
  readonly probes: Probes | undefined;
  readonly system: System;
  /** Right-hand sides and solutions by pairs: the fixed columns, then the scores. */
  readonly right: readonly Float64Array[];
  readonly solution: readonly Float64Array[];
  /** The same for the directions of the average information: outer, inner. */
  readonly directions: { readonly right: Float64Array; readonly solution: Float64Array };
  readonly pair: PairSpace;
  /** Effects that the fixed columns would have, by level. */
  readonly fixedOuter: readonly Float64Array[];
  readonly fixedInner: readonly Float64Array[];
  /** Posterior means at the variances evaluated last. */
  readonly effectOuter: Float64Array;
  readonly effectInner: Float64Array;
  /** W û: for each outer level the weighted sum of the inner effects it met. */
  readonly gathered: Float64Array;
  readonly spare: readonly [Float64Array, Float64Array];
  readonly parts: CurvatureParts;
}

export function workspace(
  layout: Layout,
  columns: Columns,
  blocks: Blocks,
  random: { readonly count: number; readonly seed: number } | undefined,
): Workspace {
  const outer = () => new Float64Array(layout.outer);
  const inner = () => new Float64Array(layout.inner);
  const pairs = () => new Float64Array(2 * layout.inner);
  const count = Math.ceil((columns.fixed.length + 1) / 2);
  const space = { pair: pairSpace(layout.inner), directions: { right: pairs(), solution: pairs() } };
  return {
    layout,
    columns,
    blocks,
    probes: random && drawProbes(layout.inner, random.count, random.seed, space),
    system: { layout, outerInverse: outer(), diagonal: inner(), schurInverse: inner() },
    right: Array.from({ length: count }, pairs),
    solution: Array.from({ length: count }, pairs),
    ...space,
    fixedOuter: columns.fixed.map(outer),
    fixedInner: columns.fixed.map(inner),
    effectOuter: outer(),
    effectInner: inner(),
    gathered: outer(),
    spare: [outer(), outer()],
    parts: { inner: inner(), outer: outer() },
  };
}

/** Sets the equations to given variances. */
export function prepare({ layout, system }: Workspace, variances: Variances): void {
  const { outerInverse, diagonal, schurInverse } = system;
  const outerRatio = variances.residual / variances.outer;
  for (let p = 0; p < layout.outer; p++) {
    outerInverse[p] = variances.outer > 0 ? 1 / ((layout.outerWeight[p] as number) + outerRatio) : 0;
  }
  eliminatedDiagonal(layout, outerInverse, schurInverse);
  const innerRatio = variances.inner > 0 ? variances.residual / variances.inner : 0;
  for (let j = 0; j < layout.inner; j++) {
    const own = (layout.innerWeight[j] as number) + innerRatio;
    diagonal[j] = own;
    schurInverse[j] = 1 / (own - (schurInverse[j] as number));
  }
}
