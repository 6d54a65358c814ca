// How sure is a difference between people? Not from two separate intervals: their errors are correlated, most of all
// between people with the same raters. One solve of the equations gives the exact standard error of any weighted sum of
// ratees, given the variances; for a contested case, or for "who stands before whom".
import type { Ratings } from '../ratings.ts';
import { chooseBlocks } from './blocks.ts';
import { sumColumns } from './columns.ts';
import { solvePair } from './conjugate.ts';
import { solveEffects } from './effects.ts';
import { layOut } from './layout.ts';
import { scatterTwo } from './passes.ts';
import { form } from './small-matrix.ts';
import type { CrossedFit, FixedColumn } from './types.ts';
import { type Workspace, workspace } from './workspace.ts';

/** Coefficients of the ratees that take part; a difference is `[[one, 1], [other, -1]]`. */
export type Contrast = readonly (readonly [ratee: number, coefficient: number])[];

export interface ContrastEstimate {
  readonly value: number;
  readonly se: number;
}

/** Prepares the equations once; the function returned costs a few passes over the ratings each time. */
export function contrastsOf(
  ratings: Ratings,
  fit: CrossedFit,
  fixed: readonly FixedColumn[] = [],
): (contrast: Contrast) => ContrastEstimate {
  const layout = layOut(ratings);
  const columns = sumColumns(ratings, layout, fixed);
  const noBlocks = chooseBlocks(layout, 1, new Int32Array(layout.inner), new Int32Array(layout.outer), -1);
  const work = workspace(layout, columns, noBlocks, undefined);
  const [outer, inner] =
    layout.outerFactor === 'ratee'
      ? [fit.variance.ratee, fit.variance.rater]
      : [fit.variance.rater, fit.variance.ratee];
  const { residual } = fit.variance;
  const solved = solveEffects(work, { outer, inner, residual }, TOLERANCE);
  return (contrast) => {
    const sum = (values: Float64Array) =>
      contrast.reduce((total, [ratee, coefficient]) => total + coefficient * (values[ratee] as number), 0);
    const ofRatees = layout.outerFactor === 'ratee';
    const known = ofRatees ? outerForm(work, contrast, inner > 0) : inner > 0 ? innerForm(work, contrast) : 0;
    const towards = (ofRatees ? work.fixedOuter : work.fixedInner).map(sum);
    const level = contrast.reduce((total, [, coefficient]) => total + coefficient, 0);
    // A sum that does not cancel is a sum of fair scores, so that it holds the level too.
    const shifted = towards.map((value, i) => (i === 0 ? level : 0) - value);
    const added = solved ? form(shifted, solved.fixedInverse, shifted) : 0;
    return {
      value: level * fit.level.value + sum(fit.ratee),
      se: Math.sqrt(residual * (known + added)),
    };
  };
}

const TOLERANCE = 1e-10;

/** k'Ck where the ratees are eliminated: k'A⁻¹k + (W'A⁻¹k)'S⁻¹(W'A⁻¹k). */
function outerForm(work: Workspace, contrast: Contrast, innerVaries: boolean): number {
  const { layout, system, spare } = work;
  spare[0].fill(0);
  spare[1].fill(0);
  let own = 0;
  for (const [ratee, coefficient] of contrast) {
    const before = spare[0][ratee] as number;
    spare[0][ratee] = before + coefficient * (system.outerInverse[ratee] as number);
  }
  for (const [ratee, coefficient] of contrast) own += coefficient * (spare[0][ratee] as number);
  if (!innerVaries) return own;
  const right = new Float64Array(2 * layout.inner);
  scatterTwo(layout, spare[0], spare[1], 1, right);
  return own + solvedForm(work, right);
}

function innerForm(work: Workspace, contrast: Contrast): number {
  const right = new Float64Array(2 * work.layout.inner);
  for (const [ratee, coefficient] of contrast) {
    right[2 * ratee] = (right[2 * ratee] as number) + coefficient;
  }
  return solvedForm(work, right);
}

function solvedForm(work: Workspace, right: Float64Array): number {
  const solution = new Float64Array(right.length);
  solvePair(work.system, right, solution, TOLERANCE, work.pair);
  return right.reduce((sum, value, i) => sum + value * (solution[i] as number), 0);
}
