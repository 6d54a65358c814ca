// Before any iteration: whether the design can tell the parts of the variance apart, and where to start.
//
// The three covariance patterns (same ratee, same rater, same rating) must be linearly independent once the intercept is
// taken out; their Gram matrix is made of sums over the design alone. Start: the moments of Gao & Owen (2017, "Efficient
// moment calculations for variance components in large unbalanced crossed random effects models"; here with weights
// and repeated pairs), which are already near the answer for large data.
import type { NotEstimableReason } from '../ratings.ts';
import type { Columns } from './columns.ts';
import type { Layout } from './layout.ts';
import { invertSmall, solveSmall } from './small-matrix.ts';
import type { Variances } from './workspace.ts';

/** Factors with at least two levels; a single level is one with the intercept. */
export interface Present {
  readonly outer: boolean;
  readonly inner: boolean;
}

export interface DesignSums {
  readonly total: number;
  /** Σ w² over pairs, Σ W_p w W_r over pairs. */
  readonly pairSquare: number;
  readonly pairChain: number;
  readonly outer: Power;
  readonly inner: Power;
  /** Σ_p (W_p − Σ w²/W_p): how much the inner factor varies within outer levels; and the reverse. */
  readonly innerWithinOuter: number;
  readonly outerWithinInner: number;
}

interface Power {
  readonly levels: number;
  readonly square: number;
  readonly cube: number;
}

export function presentFactors(layout: Layout): Present {
  return { outer: powerOf(layout.outerWeight).levels > 1, inner: powerOf(layout.innerWeight).levels > 1 };
}

/** Why the design cannot tell the parts apart, or undefined where it can. */
export function designObstacle(
  layout: Layout,
  columns: Columns,
  present: Present,
  sums: DesignSums,
): NotEstimableReason | undefined {
  const parts = 1 + Number(present.outer) + Number(present.inner);
  if (layout.rows - columns.fixed.length < parts) return 'too-few';
  if (!(columns.scoreSpread > 1e-24 * layout.totalWeight * ((columns.ordinary[0] as number) ** 2 + 1e-280))) {
    return 'no-variation';
  }
  if (!(columns.scoreSquare > 1e-12 * columns.scoreSpread)) return 'no-residual';
  if (parts === 1) return 'not-crossed';
  return independent(sums, layout.rows, present) ? undefined : 'not-crossed';
}

export function designSums(layout: Layout): DesignSums {
  const { offsets, member, weight, outerWeight, innerWeight } = layout;
  let [pairSquare, pairChain, withinOuter] = [0, 0, 0];
  const squares = new Float64Array(layout.inner);
  for (let p = 0; p < layout.outer; p++) {
    let [square, chain] = [0, 0];
    for (let k = offsets[p] as number; k < (offsets[p + 1] as number); k++) {
      const own = weight ? (weight[k] as number) : 1;
      const j = member[k] as number;
      square += own * own;
      chain += own * (innerWeight[j] as number);
      squares[j] = (squares[j] as number) + own * own;
    }
    const all = outerWeight[p] as number;
    pairSquare += square;
    pairChain += all * chain;
    if (all > 0) withinOuter += all - square / all;
  }
  let withinInner = 0;
  for (let j = 0; j < layout.inner; j++) {
    const all = innerWeight[j] as number;
    if (all > 0) withinInner += all - (squares[j] as number) / all;
  }
  return {
    total: layout.totalWeight,
    pairSquare,
    pairChain,
    outer: powerOf(outerWeight),
    inner: powerOf(innerWeight),
    innerWithinOuter: withinOuter,
    outerWithinInner: withinInner,
  };
}

function powerOf(weights: Float64Array): Power {
  let [levels, square, cube] = [0, 0, 0];
  for (const weight of weights) {
    if (weight > 0) levels++;
    square += weight * weight;
    cube += weight * weight * weight;
  }
  return { levels, square, cube };
}

function independent(sums: DesignSums, rows: number, present: Present): boolean {
  const { total, outer, inner } = sums;
  // tr(M V_i M V_j), M taking the intercept out; ratings scaled by the root of their weight.
  const withItself = ({ square, cube }: Power) => square - (2 * cube) / total + (square / total) ** 2;
  const withResidual = ({ square }: Power) => total - square / total;
  const across = sums.pairSquare - (2 * sums.pairChain) / total + (outer.square * inner.square) / total ** 2;
  const gram = [
    [withItself(outer), across, withResidual(outer)],
    [across, withItself(inner), withResidual(inner)],
    [withResidual(outer), withResidual(inner), rows - 1],
  ];
  const kept = [...(present.outer ? [0] : []), ...(present.inner ? [1] : []), 2];
  if ((present.outer && outer.levels >= rows) || (present.inner && inner.levels >= rows)) return false;
  const at = (i: number, j: number) => gram[i]?.[j] as number;
  const scaled = kept.map((i) => kept.map((j) => at(i, j) / Math.sqrt(at(i, i) * at(j, j))));
  const inverse = invertSmall(scaled);
  return inverse !== undefined && inverse.logDeterminant > Math.log(1e-9);
}

/** Moment estimates of the variances, kept positive; 0 for a factor that is not present. */
export function startingVariances(
  layout: Layout,
  columns: Columns,
  present: Present,
  sums: DesignSums,
): Variances {
  const square = columns.scoreSquare;
  const { rows } = layout;
  const equations: { coefficients: [number, number, number]; value: number }[] = [
    {
      coefficients: [
        sums.total - sums.outer.square / sums.total,
        sums.total - sums.inner.square / sums.total,
        rows - 1,
      ],
      value: square,
    },
    {
      coefficients: [0, sums.innerWithinOuter, rows - sums.outer.levels],
      value: square - between(columns.score.outer, layout.outerWeight),
    },
    {
      coefficients: [sums.outerWithinInner, 0, rows - sums.inner.levels],
      value: square - between(columns.score.inner, layout.innerWeight),
    },
  ];
  const used = [
    equations[0],
    ...(present.outer ? [equations[1]] : []),
    ...(present.inner ? [equations[2]] : []),
  ] as typeof equations;
  const kept = [...(present.outer ? [0] : []), ...(present.inner ? [1] : []), 2];
  const solution = solveSmall(
    used.map(({ coefficients }) => kept.map((i) => coefficients[i] as number)),
    used.map(({ value }) => value),
  );
  const total = square / (rows - 1);
  const found = (part: number) => {
    const value = solution?.[kept.indexOf(part)] ?? Number.NaN;
    return value > 0.02 * total ? Math.min(value, total) : 0.02 * total;
  };
  return {
    outer: present.outer ? found(0) : 0,
    inner: present.inner ? found(1) : 0,
    residual: found(2),
  };
}

function between(sums: Float64Array, weights: Float64Array): number {
  let square = 0;
  for (let i = 0; i < sums.length; i++) {
    const weight = weights[i] as number;
    if (weight > 0) square += (sums[i] as number) ** 2 / weight;
  }
  return square;
}
