// The iteration: average information steps (Newton's with a cheap curvature) towards the maximum of the restricted
// likelihood, within variances ≥ 0. A factor that a step would make negative is left out; once the rest has settled, the
// derivative at 0 tells whether it may stay out, which makes the answer a true maximum at the boundary.
import type { NotEstimableReason } from '../ratings.ts';
import type { Present } from './design.ts';
import { sumOfProducts } from './effects.ts';
import { type Information, informationAt, type Tolerances } from './information.ts';
import { gather, scatterTwo } from './passes.ts';
import { dot, invertSmall, timesVector } from './small-matrix.ts';
import type { Variances, Workspace } from './workspace.ts';

export interface Iteration {
  readonly variances: Variances;
  /** At the variances before the last step. */
  readonly information: Information;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface IterationPlan {
  readonly tolerances: (iteration: number) => Tolerances;
  /** Stops when a step promises less than this gain in −2 log likelihood: its root is the distance in standard errors. */
  readonly gain: (iteration: number) => number;
  readonly fewest: number;
  readonly onIteration: (iteration: number) => void;
}

const MOST_ITERATIONS = 100;
/** Below this share of the variance of the scores there is no error left to speak of. */
const SMALLEST_RESIDUAL = 3e-8;
const MOST_HALVINGS = 20;
/** A cut-off iteration this near the maximum is still an answer. */
const GOOD_ENOUGH = 0.01;

interface State {
  v: [number, number, number];
  /** How often each factor was left out and taken in again. */
  readonly returns: [number, number];
  last: { v: [number, number, number]; criterion: number | undefined } | undefined;
  halvings: number;
}

export function maximise(
  work: Workspace,
  start: Variances,
  present: Present,
  plan: IterationPlan,
): Iteration | NotEstimableReason {
  const state: State = {
    v: [start.outer, start.inner, start.residual],
    returns: [0, 0],
    last: undefined,
    halvings: 0,
  };
  const smallest = (SMALLEST_RESIDUAL * work.columns.scoreSquare) / work.layout.totalWeight;
  let latest: { information: Information; gain: number } | undefined;
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    plan.onIteration(iteration);
    const information = informationAt(work, named(state.v), plan.tolerances(iteration));
    if (!information) {
      // Too near to where the equations are singular: half the way back.
      if (halfBack(state)) continue;
      return state.v[2] < 1e5 * smallest ? 'no-residual' : 'no-convergence';
    }
    if (overshot(state, information.criterion)) continue;
    const step = stepOf(information, state.v);
    // Rounding has eaten the information about an error that runs towards 0.
    if (step.gain === Number.POSITIVE_INFINITY)
      return state.v[2] < 1e5 * smallest ? 'no-residual' : 'no-convergence';
    latest = { information, gain: step.gain };
    if (step.gain <= plan.gain(iteration) && iteration >= plan.fewest) {
      const back = wrongly(work, information, present, state);
      if (back === undefined) {
        move(state, step.by);
        return { variances: named(state.v), information, iterations: iteration, converged: true };
      }
      state.v[back] = 0.01 * state.v[2];
      state.returns[back]++;
      state.last = undefined;
      continue;
    }
    state.last = { v: [...state.v], criterion: information.criterion };
    move(state, step.by);
    if (state.v[2] < smallest) return 'no-residual';
  }
  return latest && latest.gain < GOOD_ENOUGH
    ? {
        variances: named(state.v),
        information: latest.information,
        iterations: MOST_ITERATIONS,
        converged: false,
      }
    : 'no-convergence';
}

const named = (v: readonly [number, number, number]): Variances => ({
  outer: v[0],
  inner: v[1],
  residual: v[2],
});

/** Where the likelihood is known exactly, a step that lowers it is halved. */
function overshot(state: State, criterion: number | undefined): boolean {
  const { last } = state;
  if (criterion === undefined || last?.criterion === undefined) return false;
  const sameParts = last.v.every((value, i) => value > 0 === (state.v[i] as number) > 0);
  if (sameParts && criterion > last.criterion + 1e-9 * Math.abs(last.criterion) && halfBack(state))
    return true;
  state.halvings = 0;
  return false;
}

function halfBack(state: State): boolean {
  const { last } = state;
  if (!last || state.halvings >= MOST_HALVINGS) return false;
  state.halvings++;
  state.v = state.v.map((value, i) => (value + (last.v[i] as number)) / 2) as [number, number, number];
  return true;
}

function stepOf({ score, average }: Information, v: readonly number[]): { by: number[]; gain: number } {
  const parts = [0, 1, 2].filter((i) => (v[i] as number) > 0);
  const at = parts.map((i) => score[i] as number);
  const by = [0, 0, 0];
  // Where all effects of a factor are 0 there is no information either, but still a derivative.
  const floor = (i: number) => 1e-8 / (v[i] as number) ** 2;
  // With a handful of ratings the average information may have no inverse: a little more on its diagonal, and the step
  // still leads upwards.
  for (const more of [0, 1e-4, 1]) {
    const matrix = parts.map((i) =>
      parts.map(
        (j) => (average[i]?.[j] as number) + (i === j ? floor(i) + more * (average[i]?.[i] as number) : 0),
      ),
    );
    const inverse = invertSmall(matrix)?.inverse;
    if (!inverse) continue;
    const step = timesVector(inverse, at);
    parts.forEach((i, k) => {
      by[i] = step[k] as number;
    });
    return { by, gain: dot(step, at) };
  }
  return { by, gain: Number.POSITIVE_INFINITY };
}

/**
 * Goes along the step as far as no variance changes more than eightfold: all of them by the same share, so that it stays
 * a way upwards. A factor that is near 0 already and would cross it is left out.
 */
function move(state: State, by: readonly number[]): void {
  const { v } = state;
  const leaves = (i: number) => {
    if (i === 2) return false;
    // Wrongly left out once: then only at the very edge.
    const near = (state.returns[i as 0 | 1] === 0 ? 0.05 : 1e-7) * v[2];
    return (v[i] as number) < near && (v[i] as number) + (by[i] as number) <= 0;
  };
  let share = 1;
  for (const i of [0, 1, 2]) {
    const now = v[i] as number;
    const step = by[i] as number;
    if (now === 0 || leaves(i)) continue;
    if (now + step > 8 * now) share = Math.min(share, (7 * now) / step);
    if (now + step < now / 8) share = Math.min(share, (-7 / 8) * (now / step));
  }
  state.v = v.map((now, i) => (leaves(i) ? 0 : now + share * (now === 0 ? 0 : (by[i] as number)))) as [
    number,
    number,
    number,
  ];
}

/** A factor that was left out although the likelihood rises from 0. */
function wrongly(
  work: Workspace,
  information: Information,
  present: Present,
  state: State,
): 0 | 1 | undefined {
  for (const i of [0, 1] as const) {
    const there = i === 0 ? present.outer : present.inner;
    if (!there || state.v[i] > 0 || state.returns[i] > 2) continue;
    if (scoreAtZero(work, information, i, named(state.v)) > 0) return i;
  }
  return undefined;
}

/** Derivative of the log restricted likelihood by the variance of a factor that is left out. */
function scoreAtZero(work: Workspace, { solved }: Information, factor: 0 | 1, variances: Variances): number {
  return factor === 0 ? outerScoreAtZero(work, solved, variances) : innerScoreAtZero(work, solved, variances);
}

function innerScoreAtZero(work: Workspace, solved: Information['solved'], { residual }: Variances): number {
  const { layout, columns, system, spare } = work;
  const sums = new Float64Array(2 * layout.inner);
  spare[1].fill(0);
  scatterTwo(layout, work.effectOuter, spare[1], -1, sums);
  let [square, trace] = [0, 0];
  for (let j = 0; j < layout.inner; j++) {
    let own = (columns.score.inner[j] as number) + (sums[2 * j] as number);
    columns.fixed.forEach((column, i) => {
      own -= (solved.beta[i] as number) * (column.inner[j] as number);
    });
    square += own * own;
    trace += 1 / (system.schurInverse[j] as number);
  }
  const right = columns.fixed.map((_, i) => {
    const lane = work.right[i >> 1] as Float64Array;
    return Float64Array.from({ length: layout.inner }, (_, j) => lane[2 * j + (i & 1)] as number);
  });
  return (square / residual - trace + fixedPart(right, solved)) / (2 * residual);
}

function outerScoreAtZero(work: Workspace, solved: Information['solved'], variances: Variances): number {
  const { layout, columns, system } = work;
  const { offsets, member, weight } = layout;
  let [square, trace] = [0, 0];
  for (let p = 0; p < layout.outer; p++) {
    let own = (columns.score.outer[p] as number) - (work.gathered[p] as number);
    columns.fixed.forEach((column, i) => {
      own -= (solved.beta[i] as number) * (column.outer[p] as number);
    });
    square += own * own;
    trace += layout.outerWeight[p] as number;
    if (variances.inner === 0) continue;
    for (let k = offsets[p] as number; k < (offsets[p + 1] as number); k++) {
      const met = weight ? (weight[k] as number) : 1;
      trace -= (met * met) / (system.diagonal[member[k] as number] as number);
    }
  }
  const left = columns.fixed.map((column, i) => {
    const out = new Float64Array(layout.outer);
    gather(layout, work.fixedInner[i] as Float64Array, out);
    for (let p = 0; p < layout.outer; p++) out[p] = (column.outer[p] as number) - (out[p] as number);
    return out;
  });
  return (square / variances.residual - trace + fixedPart(left, solved)) / (2 * variances.residual);
}

function fixedPart(columns: readonly Float64Array[], { fixedInverse }: Information['solved']): number {
  let sum = 0;
  columns.forEach((one, i) => {
    columns.forEach((other, j) => {
      sum += (fixedInverse[i]?.[j] as number) * sumOfProducts(one, other);
    });
  });
  return sum;
}
