// Halo: a rater whose items within a form all lean to one impression, so that the items say less than they seem to.
//
// Model: sum of squares of items about the form's mean (difficulty removed) against what is usual at the same form
// means; z = log(observed / expected) / √(2 / degrees of freedom). One-sided (less spread), calibrated, false discovery
// rate controlled. Assumes that people's true profiles spread alike over raters.
// Minimum: five forms of two items; measured power 1.00 from 8 forms on, for a fifth of the usual spread.
// Must not be used to ask for spread for its own sake: a person may be equally good at everything.
import { binsOf, type UsualData, usualSums } from './bins.ts';
import type { Candidate } from './calibration.ts';
import { type Screened, screened } from './screening.ts';

const MINIMUM_FORMS = 5;
/** A ratio of nought has no logarithm. */
const LEAST_RATIO = 1e-3;

export interface ItemForms {
  readonly raters: number;
  readonly rater: Int32Array;
  /** Mean of each form. */
  readonly mean: Float64Array;
  /** Items answered on each form. */
  readonly count: Int32Array;
  /** Sum of squares within each form. */
  readonly squares: Float64Array;
  /** 1 where all items of a form have one value. */
  readonly straight: Uint8Array;
}

export interface Halo extends Screened {
  readonly n: Int32Array;
  /** Mean variance within forms, observed and usual; NaN without forms. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
}

/** Spread within forms of each rater against what is usual. */
export function halo(forms: ItemForms): Halo {
  const data: UsualData = { ...forms, uses: (form) => forms.count[form]! > 1 };
  const freedom = (form: number) => forms.count[form]! - 1;
  const sums = usualSums(data, binsOf(data), (form) => forms.squares[form]!, freedom);
  const degrees = new Float64Array(forms.raters);
  for (let k = 0; k < forms.rater.length; k++) {
    if (data.uses(k)) degrees[forms.rater[k]!]! += freedom(k);
  }
  const found = screened(forms.raters, MINIMUM_FORMS, sums.n, (rater): Candidate | undefined => {
    if (!(sums.expected[rater]! > 0)) return undefined;
    const effect = sums.observed[rater]! / sums.expected[rater]!;
    const se = Math.sqrt(2 / degrees[rater]!);
    return { rater, n: sums.n[rater]!, effect, se, z: Math.log(Math.max(LEAST_RATIO, effect)) / se };
  });
  const perDegree = (values: Float64Array) => values.map((value, r) => value / degrees[r]!);
  return { ...found, n: sums.n, observed: perDegree(sums.observed), expected: perDegree(sums.expected) };
}
