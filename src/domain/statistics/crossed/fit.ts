// Puts the parts together: layout, design, iteration, final effects, uncertainty.
import { componentsOf } from '../connectivity-components.ts';
import { type NotEstimable, type NotEstimableReason, notEstimable, type Ratings } from '../ratings.ts';
import { type Blocks, chooseBlocks } from './blocks.ts';
import { sumColumns } from './columns.ts';
import { designObstacle, designSums, type Present, presentFactors, startingVariances } from './design.ts';
import { solveEffects } from './effects.ts';
import { type Layout, layOut } from './layout.ts';
import { type Iteration, type IterationPlan, maximise } from './reml.ts';
import { describe } from './result.ts';
import type { CrossedFit, CrossedOptions } from './types.ts';
import { type Variances, type Workspace, workspace } from './workspace.ts';

/** Multiplications of one exact evaluation up to which it is preferred: less than half a second. */
const EXACT_BUDGET = 5e8;
/** The most that is tried when exactness is asked for: some minutes. */
const MOST_EXACT = 2e11;
/** Beyond this, random vectors go first, so that few exact evaluations are left. */
const CHEAP = 1e8;
/** What small components may cost while the others are left to random vectors. */
const MIXED_BUDGET = 1e8;

export function fitCrossed(ratings: Ratings, options: CrossedOptions = {}): CrossedFit | NotEstimable {
  const { onProgress = () => undefined } = options;
  if (ratings.score.length < 3) return notEstimable('too-few');
  const layout = layOut(ratings);
  const columns = sumColumns(ratings, layout, options.fixed ?? []);
  const present = presentFactors(layout);
  const sums = designSums(layout);
  const obstacle = designObstacle(layout, columns, present, sums);
  if (obstacle) return notEstimable(obstacle);
  onProgress(0.1);
  const choice = blocksFor(ratings, layout, options.method ?? 'auto');
  const count = options.probes ?? defaultProbes(layout.rows);
  const random = choice.rough && { count, seed: options.seed ?? 1 };
  const work = workspace(layout, columns, choice.blocks, random);
  const found = iterate(
    { work, choice, present, onProgress },
    startingVariances(layout, columns, present, sums),
  );
  if (typeof found === 'string') return notEstimable(found);
  const solved = solveEffects(work, found.variances, choice.blocks.complete ? 1e-12 : 1e-6);
  if (!solved) return notEstimable('no-convergence');
  onProgress(0.95);
  const fit = describe(work, { ...found, solved, present }, options.standardErrors ?? true);
  onProgress(1);
  return fit;
}

interface Choice {
  readonly blocks: Blocks;
  /** Blocks of the first iterations, where they differ or leave something to random vectors. */
  readonly rough: Blocks | undefined;
}

function blocksFor(ratings: Ratings, layout: Layout, method: 'auto' | 'exact' | 'stochastic'): Choice {
  const { components, rateeComponent, raterComponent } = componentsOf(ratings);
  const [inner, outer] =
    layout.outerFactor === 'ratee' ? [raterComponent, rateeComponent] : [rateeComponent, raterComponent];
  const within = (budget: number) => chooseBlocks(layout, components, inner, outer, budget);
  if (method === 'stochastic') {
    const none = within(-1);
    return { blocks: none, rough: none };
  }
  const all = within(method === 'exact' ? MOST_EXACT : EXACT_BUDGET);
  if (all.complete) return { blocks: all, rough: all.cost > CHEAP ? within(-1) : undefined };
  const some = all.cost <= MIXED_BUDGET ? all : within(MIXED_BUDGET);
  return { blocks: some, rough: some };
}

function defaultProbes(rows: number): number {
  if (rows > 3_000_000) return 4;
  return rows > 300_000 ? 8 : 16;
}

interface Run {
  readonly work: Workspace;
  readonly choice: Choice;
  readonly present: Present;
  readonly onProgress: (done: number) => void;
}

function iterate(
  { work, choice, present, onProgress }: Run,
  start: Variances,
): Iteration | NotEstimableReason {
  const told = (from: number, to: number) => (iteration: number) =>
    onProgress(to - (to - from) * 0.6 ** (iteration - 1));
  let from = start;
  if (choice.rough) {
    const near = maximise({ ...work, blocks: choice.rough }, start, present, rough(told(0.1, 0.6)));
    if (!choice.blocks.complete || near === 'no-residual') return near;
    if (typeof near !== 'string') from = near.variances;
  }
  return maximise({ ...work, probes: undefined }, from, present, precise(choice, told(0.6, 0.9)));
}

/** With random vectors: loosely at first, and no further than their noise makes sense. */
function rough(onIteration: (iteration: number) => void): IterationPlan {
  const loose = { effects: 1e-4, directions: 1e-2, probes: 2e-2 };
  const tight = { effects: 1e-5, directions: 1e-2, probes: 2e-3 };
  return {
    tolerances: (iteration) => (iteration === 1 ? loose : tight),
    gain: () => 2e-3,
    fewest: 2,
    onIteration,
  };
}

/** To the last digits where that costs nothing; otherwise to a hundred-thousandth of a standard error. */
function precise({ blocks }: Choice, onIteration: (iteration: number) => void): IterationPlan {
  const tight = { effects: 1e-12, directions: 1e-8, probes: 0 };
  // Where rounding forbids more digits, late iterations ask for fewer.
  const gain = (iteration: number) =>
    iteration > 40 ? 1e-6 : blocks.cost > CHEAP || iteration > 15 ? 1e-10 : 1e-13;
  return { tolerances: () => tight, gain, fewest: 1, onIteration };
}
