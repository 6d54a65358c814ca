// Differential severity: a rater who rates one group lower or higher than the other raters rate the same people.
//
// Model: contrast within the rater (contrasts.ts), each group against the others; z centred on all raters' median, so
// that only departures from what is usual are flagged. Two-sided, false discovery rate over all raters and groups.
// Assumes groups known and lawfully held. Minimum: the agency's fewest forms, three on each side; measured power for .63
// of four points: .12 at 20 forms, .62 at 40.
// The overall difference between groups is not evidence of unequal treatment. For audit only: group membership must
// never enter a score, and small cells must never be published.
import { type Contrast, contrastByRater } from './contrasts.ts';
import type { DeletedResiduals, SeverityModel } from './residuals.ts';

export const UNKNOWN_GROUP = 255;
const MINIMUM_A_SIDE = 3;

/** One contrast per group; with two groups one is enough (the second against the first). */
export function groupDifferences(
  model: SeverityModel,
  deleted: DeletedResiduals,
  group: Uint8Array,
  groups: number,
  minimumForms: number,
): readonly Contrast[] {
  const tested = groups === 2 ? [1] : Array.from({ length: groups }, (_, index) => index);
  return tested.map((one) =>
    contrastByRater(model, deleted, {
      side: (form) => (group[form] === UNKNOWN_GROUP ? -1 : group[form] === one ? 1 : 0),
      minimumForms,
      minimumInside: MINIMUM_A_SIDE,
      minimumOutside: MINIMUM_A_SIDE,
      group: one,
    }),
  );
}
