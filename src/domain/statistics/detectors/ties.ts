// Declared ties: whether those tied to their rater (kinship, business, an earlier report) get more than others see.
//
// Model: contrast within the rater (contrasts.ts) of forms with and without a declared tie; the agency's mean effect is
// the useful number, the raters' own are weak. One-sided (upwards), calibrated, false discovery rate controlled.
// Assumes ties declared. Minimum: the agency's fewest forms, two with a tie and three without; measured power for .9 of
// four points on a tenth of the forms: .06 at 20 forms, .40 at 40.
// Ties must never be inferred from religion, ethnicity, names or who knows whom, and never enter a score.
import { type Contrast, contrastByRater } from './contrasts.ts';
import type { DeletedResiduals, SeverityModel } from './residuals.ts';

/** `tie` holds 1 where a tie was declared. */
export function tiesContrast(
  model: SeverityModel,
  deleted: DeletedResiduals,
  tie: Uint8Array,
  minimumForms: number,
): Contrast {
  return contrastByRater(model, deleted, {
    side: (form) => (tie[form] === 1 ? 1 : 0),
    minimumForms,
    minimumInside: 2,
    minimumOutside: 3,
  });
}
