// Score and average information of the restricted likelihood at given variances.
//
// With P the residual projection of generalised least squares, V_i = Z_iZ_i' and C the inverse of the mixed model
// equations scaled by the residual variance:
//   y'P V_i P y = |û_i|²/σ_i⁴,  tr P V_i = (levels − λ_i tr C_ii)/σ_i²,  Σ σ_i² tr P V_i = N − rank X;
// average information (Gilmour, Thompson & Cullis 1995, Biometrics 51:1440): ½ f_i'P f_j with f_i = V_i P y, one more
// right-hand side a factor; f of the residual follows from y = Σ σ_i² f_i (+ fixed part).
import { blockCurvature, type Curvature } from './blocks.ts';
import { solvePair } from './conjugate.ts';
import { probeCurvature } from './diagonals.ts';
import { laneProduct, type Solved, solveEffects, sumOfProducts } from './effects.ts';
import { scatterTwo } from './passes.ts';
import { form, type Matrix } from './small-matrix.ts';
import type { Variances, Workspace } from './workspace.ts';

export interface Tolerances {
  /** Relative residual of the equations of scores and fixed part. */
  readonly effects: number;
  /** The same for the directions of the average information, which only steer. */
  readonly directions: number;
  /** The same for the random vectors. */
  readonly probes: number;
}

export interface Information {
  readonly solved: Solved;
  /** Derivatives of the log restricted likelihood: outer, inner, residual; 0 for a factor that is left out. */
  readonly score: readonly [number, number, number];
  /** Average information in the same order. */
  readonly average: Matrix;
  /** −2 log restricted likelihood; undefined where the determinant is only estimated. */
  readonly criterion: number | undefined;
}

export function informationAt(
  work: Workspace,
  variances: Variances,
  tolerances: Tolerances,
): Information | undefined {
  const solved = solveEffects(work, variances, tolerances.effects);
  if (!solved) return undefined;
  const quadratic = quadraticForms(work, variances, solved);
  const average = averageInformation(work, variances, solved, quadratic, tolerances.directions);
  const curvature = curvatureAt(work, variances, tolerances.probes);
  if (!curvature) return undefined;
  const traces = traceTerms(work, variances, solved, curvature);
  const score = traces.map((trace, i) => ((quadratic[i] as number) - trace) / 2) as [number, number, number];
  return { solved, score, average, criterion: criterionOf(work, variances, solved, curvature) };
}

type Three = [number, number, number];

/** y'P V_i P y. */
function quadraticForms(work: Workspace, variances: Variances, solved: Solved): Three {
  const { outer, inner, residual } = variances;
  const ofOuter = outer > 0 ? sumOfProducts(work.effectOuter, work.effectOuter) / outer ** 2 : 0;
  const ofInner = inner > 0 ? sumOfProducts(work.effectInner, work.effectInner) / inner ** 2 : 0;
  const rest = (solved.remainder / residual - outer * ofOuter - inner * ofInner) / residual;
  return [ofOuter, ofInner, rest];
}

function averageInformation(
  work: Workspace,
  variances: Variances,
  solved: Solved,
  quadratic: Three,
  tolerance: number,
): Matrix {
  const { outer, inner, residual } = variances;
  const { plain, fixed } = setDirections(work, variances);
  const { right, solution } = work.directions;
  solution.fill(0);
  if (inner > 0) solvePair(work.system, right, solution, tolerance, work.pair);
  const towards = [0, 1].map((lane) =>
    (fixed[lane] as number[]).map((value, i) => value - solvedFor(work, right, lane, i)),
  );
  // f_i'P f_j for the two factors.
  const cross = (i: 0 | 1, j: 0 | 1) =>
    (plain[i + j] as number) -
    laneProduct(right, i, solution, j) -
    form(towards[i] as number[], solved.fixedInverse, towards[j] as number[]);
  const oo = outer > 0 ? cross(0, 0) / residual : 0;
  const oi = outer > 0 && inner > 0 ? cross(0, 1) / residual : 0;
  const ii = inner > 0 ? cross(1, 1) / residual : 0;
  const oe = (quadratic[0] - outer * oo - inner * oi) / residual;
  const ie = (quadratic[1] - outer * oi - inner * ii) / residual;
  const ee = (quadratic[2] - outer * oe - inner * ie) / residual;
  return [
    [oo / 2, oi / 2, oe / 2],
    [oi / 2, ii / 2, ie / 2],
    [oe / 2, ie / 2, ee / 2],
  ];
}

function solvedFor(work: Workspace, right: Float64Array, lane: number, i: number): number {
  return laneProduct(right, lane, work.solution[i >> 1] as Float64Array, i & 1);
}

/**
 * Right-hand sides of f_i = Z_i û_i/σ_i², after elimination, and beside them f_i'W f_j (oo, oi, ii) and X'W f_i, both
 * less what the outer levels explain: 1 − Σw/a = λ/a keeps the digits.
 */
function setDirections(work: Workspace, variances: Variances) {
  const { layout, system, columns, effectOuter, effectInner, gathered, spare } = work;
  const [first, second] = spare;
  const ratio = variances.outer > 0 ? variances.residual / variances.outer : 0;
  const perOuter = variances.outer > 0 ? 1 / variances.outer : 0;
  const perInner = variances.inner > 0 ? 1 / variances.inner : 0;
  let [oo, oi, ii] = [0, 0, 0];
  for (let p = 0; p < layout.outer; p++) {
    const inverse = system.outerInverse[p] as number;
    const met = gathered[p] as number;
    const own = ratio * inverse * (effectOuter[p] as number) * perOuter;
    oo += own * (layout.outerWeight[p] as number) * (effectOuter[p] as number) * perOuter;
    oi += own * met * perInner;
    ii -= inverse * met * met * perInner * perInner;
    first[p] = own;
    second[p] = -inverse * met * perInner;
  }
  const { right } = work.directions;
  for (let j = 0; j < layout.inner; j++) {
    const effect = (effectInner[j] as number) * perInner;
    const weighted = (layout.innerWeight[j] as number) * effect;
    ii += weighted * effect;
    right[2 * j] = 0;
    right[2 * j + 1] = weighted;
  }
  const fixed = [
    columns.fixed.map((column) => sumOfProducts(column.outer, first)),
    columns.fixed.map(
      (column) => sumOfProducts(column.inner, effectInner) * perInner + sumOfProducts(column.outer, second),
    ),
  ];
  scatterTwo(layout, first, second, 1, right);
  return { plain: [oo, oi, ii], fixed };
}

function curvatureAt(work: Workspace, variances: Variances, tolerance: number): Curvature | undefined {
  const { layout, blocks, system, probes, parts } = work;
  if (variances.inner === 0) {
    parts.inner.fill(0);
    parts.outer.fill(0);
    return { innerTrace: 0, outerTrace: 0, logDeterminant: 0 };
  }
  const exact = blockCurvature(layout, blocks, system.outerInverse, system.diagonal, parts);
  if (!exact || !probes) return exact;
  const ratios = {
    outer: variances.outer > 0 ? variances.residual / variances.outer : Number.POSITIVE_INFINITY,
    inner: variances.residual / variances.inner,
  };
  const estimated = probeCurvature(system, blocks, probes, tolerance, ratios, parts, work.spare[0]);
  return {
    innerTrace: exact.innerTrace + estimated.innerTrace,
    outerTrace: exact.outerTrace + estimated.outerTrace,
    logDeterminant: undefined,
  };
}

function traceTerms(work: Workspace, variances: Variances, solved: Solved, curvature: Curvature): Three {
  const { layout, columns, system } = work;
  const { outer, inner, residual } = variances;
  let outerTrace = curvature.outerTrace;
  for (let p = 0; p < layout.outer; p++) outerTrace += system.outerInverse[p] as number;
  outerTrace += fixedTrace(work.fixedOuter, solved.fixedInverse);
  const innerTrace = curvature.innerTrace + fixedTrace(work.fixedInner, solved.fixedInverse);
  const ofOuter = outer > 0 ? (layout.outer - (residual / outer) * outerTrace) / outer : 0;
  const ofInner = inner > 0 ? (layout.inner - (residual / inner) * innerTrace) / inner : 0;
  const degrees = layout.rows - columns.fixed.length;
  return [ofOuter, ofInner, (degrees - outer * ofOuter - inner * ofInner) / residual];
}

/** tr(G⁻¹U'U): what the estimated fixed part adds. */
function fixedTrace(effects: readonly Float64Array[], inverse: Matrix): number {
  let sum = 0;
  for (let i = 0; i < effects.length; i++) {
    for (let j = 0; j < effects.length; j++) {
      sum +=
        (inverse[i]?.[j] as number) * sumOfProducts(effects[i] as Float64Array, effects[j] as Float64Array);
    }
  }
  return sum;
}

function criterionOf(
  { layout, columns, system }: Workspace,
  { outer, inner, residual }: Variances,
  solved: Solved,
  { logDeterminant }: Curvature,
): number | undefined {
  if (logDeterminant === undefined) return undefined;
  const degrees = layout.rows - columns.fixed.length;
  let log = logDeterminant + solved.fixedLogDeterminant - columns.logWeight;
  log += degrees * Math.log(residual);
  if (outer > 0) {
    log += layout.outer * Math.log(outer / residual);
    for (let p = 0; p < layout.outer; p++) log -= Math.log(system.outerInverse[p] as number);
  }
  if (inner > 0) log += layout.inner * Math.log(inner / residual);
  return log + solved.remainder / residual + degrees * Math.log(2 * Math.PI);
}
