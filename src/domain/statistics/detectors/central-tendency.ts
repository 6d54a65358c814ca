// Central tendency: a rater who sees smaller differences between people than the other raters see.
//
// Model: the slope of this rater's scores on the shrunk prediction from the other raters. Because the prediction is
// shrunk, the slope is 1 for a rater who differentiates as the others do, without errors-in-variables bias. One-sided
// test of slope < 1, calibrated, false discovery rate controlled.
// Assumes that the other raters see true differences. Minimum: the agency's fewest forms with another rater on the
// person; measured power: none at 8 forms, .58 at 20, .99 at 40 (slope .25).
// Must not be used on a team whose people are truly alike, or to demand that a rater spread scores on purpose.
import type { Candidate } from './calibration.ts';
import type { DeletedResiduals, SeverityModel } from './residuals.ts';
import { type Screened, screened } from './screening.ts';
import { slopesByRater } from './slopes.ts';

/** Slope against the other raters, per rater. */
export function centralTendency(
  model: SeverityModel,
  deleted: DeletedResiduals,
  minimumForms: number,
): Screened {
  const lines = slopesByRater(model, {
    uses: (form) => deleted.others(form) > 0,
    x: deleted.predicted,
    y: (form) => model.centred[form]!,
    variance: deleted.variance,
  });
  return screened(model.ratings.raters, minimumForms, lines.n, (rater): Candidate | undefined => {
    const [effect, se] = [lines.slope[rater]!, lines.se[rater]!];
    return se > 0 ? { rater, n: lines.n[rater]!, effect, se, z: (effect - 1) / se } : undefined;
  });
}
