/** Whose position depends on who rated. A sign to look, in the order of names: no corrected score, no ranking. Pure. */
import type { FairnessSettings } from '#domain/statistics/fairness/types.ts';
import { formatNumber } from '#platform/locale/format.ts';
import type { StoredRatee, StoredRater } from '../store/types.ts';
import { text } from './text-severity.ts';

export interface Mover {
  readonly ratee: StoredRatee;
  readonly why: () => string;
}

/**
 * Where the settings hold borders of categories: people whose raw and adjusted figures lie on different sides of one.
 * Everywhere: people whose raters together are off by more than what matters, or whose figure rests on an assumption.
 * With raters who cannot be compared the adjusted figure is an assumption itself: such people are left out.
 */
export function moversAmong(
  ratees: readonly StoredRatee[],
  raters: readonly StoredRater[],
  { cuts, severityThreshold: threshold }: Pick<FairnessSettings, 'cuts' | 'severityThreshold'>,
): readonly Mover[] {
  const severity = new Map(
    raters.flatMap((rater) =>
      rater.link === 'unlinked' || rater.severity === null ? [] : [[rater.personId, rater.severity] as const],
    ),
  );
  return ratees.flatMap((ratee): readonly Mover[] => {
    const { raw, fair, forms } = ratee;
    const known = forms.flatMap(({ raterId }) => severity.get(raterId) ?? []);
    if (raw === null || fair === null || known.length < forms.length || known.length === 0) return [];
    const cut = cuts.find((each) => raw < each !== fair < each);
    if (cut !== undefined) return [{ ratee, why: () => text.whyBorder({ cut: formatNumber(cut) }) }];
    const shift = known.reduce((sum, each) => sum + each, 0) / known.length;
    if (Math.abs(shift) > threshold) return [{ ratee, why: () => text.whyShift({ threshold }) }];
    return ratee.dependsOnAssumption ? [{ ratee, why: text.whyAssumption }] : [];
  });
}
