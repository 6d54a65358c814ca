// Drift: a rater who becomes milder or more severe during the period.
//
// Model: the slope of the deleted residual on the date, within the rater; points a year. Two-sided, calibrated, false
// discovery rate controlled. Assumes that the other raters, taken together, did not drift the same way.
// Minimum: the agency's fewest forms with another rater on the person, on two days at least; measured power for 1.1 of
// four points a year: .18 at 20 forms, .62 at 40.
// Must not be used where people truly changed while only this rater saw them late.
import type { Candidate } from './calibration.ts';
import type { DeletedResiduals, SeverityModel } from './residuals.ts';
import { type Screened, screened } from './screening.ts';
import { type Slopes, slopesByRater } from './slopes.ts';

export const DAYS_A_YEAR = 365.25;

export interface Drift extends Screened {
  /** Points a year; NaN where there is no line. */
  readonly lines: Slopes;
}

/** Change of each rater's scores over time, against the other raters. */
export function drift(
  model: SeverityModel,
  deleted: DeletedResiduals,
  day: Int32Array,
  minimumForms: number,
): Drift {
  const start = day[0] ?? 0;
  const lines = slopesByRater(model, {
    uses: (form) => deleted.others(form) > 0,
    x: (form) => (day[form]! - start) / DAYS_A_YEAR,
    y: deleted.residual,
    variance: deleted.variance,
  });
  const found = screened(model.ratings.raters, minimumForms, lines.n, (rater): Candidate | undefined => {
    const [effect, se] = [lines.slope[rater]!, lines.se[rater]!];
    return se > 0 ? { rater, n: lines.n[rater]!, effect, se, z: effect / se } : undefined;
  });
  return { ...found, lines };
}
