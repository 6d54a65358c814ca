// Straight-lining: forms with one and the same value on every item.
//
// Model: the number of such forms against what is usual at the same form means (a sum of independent yes/no); z =
// (observed − expected) / √Σ usual(1 − usual). One-sided, calibrated, false discovery rate controlled.
// Minimum: five forms of two items. A companion of halo, not independent of it.
// Must not be used alone: on three values and four items an honest form is often straight.
import { binsOf, type UsualData, usualSums } from './bins.ts';
import type { Candidate } from './calibration.ts';
import type { ItemForms } from './halo.ts';
import { type Screened, screened } from './screening.ts';

const MINIMUM_FORMS = 5;

export interface StraightLining extends Screened {
  /** Share of forms, observed and usual, per rater; NaN without forms. */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
}

/** Share of straight forms of each rater beyond what is usual. */
export function straightLining(forms: ItemForms): StraightLining {
  const data: UsualData = { ...forms, uses: (form) => forms.count[form]! > 1 };
  const sums = usualSums(
    data,
    binsOf(data),
    (form) => forms.straight[form]!,
    () => 1,
  );
  const found = screened(forms.raters, MINIMUM_FORMS, sums.n, (rater): Candidate | undefined => {
    const n = sums.n[rater]!;
    const deviation = Math.sqrt(sums.binomial[rater]!);
    if (!(deviation > 0)) return undefined;
    const difference = sums.observed[rater]! - sums.expected[rater]!;
    return { rater, n, effect: difference / n, se: deviation / n, z: difference / deviation };
  });
  const share = (values: Float64Array) => values.map((value, r) => value / sums.n[r]!);
  return { ...found, observed: share(sums.observed), expected: share(sums.expected) };
}
