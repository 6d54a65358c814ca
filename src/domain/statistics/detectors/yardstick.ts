// A yardstick without the patterns already found: whoever is compared with a rater who drifts looks as if they drifted
// the other way.
//
// Model: the flagged raters' lines are taken out of their scores before these serve as a yardstick for others; their
// own scores stay as they are when they are tested themselves. One correction, no iteration: what was not flagged is
// left in. Without it the share of wrong flags of differences between groups was .09 instead of .05 (planted effects,
// 40 forms a rater).
import type { SeverityModel } from './residuals.ts';

export interface Pattern {
  readonly rater: number;
  /** Points for one unit of `x`. */
  readonly slope: number;
  /** The same `x` as in the line; NaN = the form took no part. */
  readonly x: (form: number) => number;
}

/** Centred scores less the patterns, each about the rater's own mean. */
export function withoutPatterns(model: SeverityModel, patterns: readonly Pattern[]): Float64Array {
  const { rater } = model.ratings;
  const cleaned = Float64Array.from(model.centred);
  const byRater = Map.groupBy(patterns, (each) => each.rater);
  const formsOf = new Map<number, number[]>();
  for (let k = 0; k < rater.length; k++) {
    if (!byRater.has(rater[k]!)) continue;
    const own = formsOf.get(rater[k]!);
    if (own) own.push(k);
    else formsOf.set(rater[k]!, [k]);
  }
  for (const { rater: one, slope, x } of patterns) {
    const forms = (formsOf.get(one) ?? []).filter((form) => !Number.isNaN(x(form)));
    const mean = forms.reduce((sum, form) => sum + x(form), 0) / forms.length;
    for (const form of forms) cleaned[form]! -= slope * (x(form) - mean);
  }
  return cleaned;
}
