// From the solved equations to the answer: in the words of ratees and raters, in points, with standard errors.
import type { Present } from './design.ts';
import type { Solved } from './effects.ts';
import type { Iteration } from './reml.ts';
import { dot, form, invertSmall } from './small-matrix.ts';
import type { CrossedFit, Factor, FixedEstimate, VarianceParts } from './types.ts';
import type { Workspace } from './workspace.ts';

interface Found extends Iteration {
  readonly solved: Solved;
  readonly present: Present;
}

export function describe(work: Workspace, found: Found, standardErrors: boolean): CrossedFit {
  const { variances, present } = found;
  const outerIs = work.layout.outerFactor;
  const innerIs: Factor = outerIs === 'ratee' ? 'rater' : 'ratee';
  const parts = (outer: number, inner: number, residual: number) =>
    ({ [outerIs]: outer, [innerIs]: inner, residual }) as unknown as VarianceParts;
  const [outerError, innerError, residualError] = varianceErrors(found);
  const zero = [
    ...(present.outer && variances.outer === 0 ? [outerIs] : []),
    ...(present.inner && variances.inner === 0 ? [innerIs] : []),
  ];
  const absorbed = [...(present.outer ? [] : [outerIs]), ...(present.inner ? [] : [innerIs])];
  const errors = standardErrors ? levelErrors(work, found) : NO_ERRORS;
  const ofRatee = outerIs === 'ratee';
  const exact = work.blocks.complete;
  return {
    kind: 'estimated',
    method: exact ? 'exact' : 'stochastic',
    converged: found.converged,
    iterations: found.iterations,
    ...fixedPart(work, found),
    variance: parts(variances.outer, variances.inner, variances.residual),
    varianceSe: parts(outerError, innerError, residualError),
    atBoundary: zero,
    absorbed,
    ...(exact && found.information.criterion !== undefined ? { criterion: found.information.criterion } : {}),
    ratee: ofRatee ? work.effectOuter : work.effectInner,
    rater: ofRatee ? work.effectInner : work.effectOuter,
    rateeSe: ofRatee ? errors.outer : errors.inner,
    raterSe: ofRatee ? errors.inner : errors.outer,
    rateeFairSe: standardErrors ? fairErrors(work, found, ofRatee ? 'outer' : 'inner', errors, 1) : NONE,
    raterFairSe: standardErrors ? fairErrors(work, found, ofRatee ? 'inner' : 'outer', errors, 0) : NONE,
  };
}

const NONE = new Float64Array();
const NO_ERRORS = { outer: NONE, inner: NONE };

/** Inverse of the average information; 0 for what is fixed at 0. */
function varianceErrors({ information, variances }: Found): [number, number, number] {
  const values = [variances.outer, variances.inner, variances.residual];
  const kept = [0, 1, 2].filter((i) => (values[i] as number) > 0);
  const inverse = invertSmall(
    kept.map((i) => kept.map((j) => information.average[i]?.[j] as number)),
  )?.inverse;
  const errors: [number, number, number] = [0, 0, 0];
  kept.forEach((i, k) => {
    errors[i] = inverse ? Math.sqrt(inverse[k]?.[k] as number) : (values[i] as number);
  });
  return errors;
}

function fixedPart({ columns }: Workspace, { solved, variances }: Found) {
  const scale = (x: readonly number[]) => Math.sqrt(variances.residual * form(x, solved.fixedInverse, x));
  const unit = (at: number) => columns.fixed.map((_, i) => (i === at ? 1 : 0));
  const values = solved.beta.map((slope, i) => slope + (columns.ordinary[i] as number));
  // The columns were centred: their first coefficient is the level, from which the intercept lies a way off.
  const atZero = columns.means.map((mean, i) => (i === 0 ? 1 : -mean));
  const fixed: FixedEstimate[] = [
    { name: 'intercept', value: dot(atZero, values), se: scale(atZero) },
    ...columns.names
      .slice(1)
      .map((name, i) => ({ name, value: values[i + 1] as number, se: scale(unit(i + 1)) })),
    ...columns.aliased.map((name) => ({ name, value: 0, se: 0 })),
  ];
  return { fixed, aliased: columns.aliased, level: { value: values[0] as number, se: scale(unit(0)) } };
}

/** Posterior standard deviations given the variances and the fixed part. */
function levelErrors({ layout, system, parts }: Workspace, { variances }: Found) {
  // The shares are not needed any more: the answer takes their room.
  const { outer, inner } = parts;
  for (let p = 0; p < layout.outer; p++) {
    const share = variances.outer > 0 ? (system.outerInverse[p] as number) + (outer[p] as number) : 0;
    outer[p] = Math.sqrt(variances.residual * share);
  }
  for (let j = 0; j < layout.inner; j++) {
    inner[j] = variances.inner > 0 ? Math.sqrt(variances.residual * (inner[j] as number)) : 0;
  }
  return { outer, inner };
}

/** The same with the fixed part estimated: of an effect alone (`shift` 0), or of level + effect (`shift` 1). */
function fairErrors(
  work: Workspace,
  { solved, variances }: Found,
  side: 'outer' | 'inner',
  errors: { readonly outer: Float64Array; readonly inner: Float64Array },
  shift: 0 | 1,
): Float64Array {
  const effects = side === 'outer' ? work.fixedOuter : work.fixedInner;
  const given = errors[side];
  // Vectors of the solver that nothing needs any more; at ten million ratings their room counts.
  const fair = side === 'outer' ? work.gathered : work.system.schurInverse;
  const count = effects.length;
  for (let level = 0; level < fair.length; level++) {
    let added = 0;
    for (let i = 0; i < count; i++) {
      const one = (i === 0 ? shift : 0) - ((effects[i] as Float64Array)[level] as number);
      const row = solved.fixedInverse[i] as readonly number[];
      for (let j = 0; j < count; j++) {
        const other = (j === 0 ? shift : 0) - ((effects[j] as Float64Array)[level] as number);
        added += one * (row[j] as number) * other;
      }
    }
    fair[level] = Math.sqrt((given[level] as number) ** 2 + variances.residual * added);
  }
  return fair;
}
