/** Whose position depends on who rated. A sign to look, in the order of names: no corrected score, no ranking. Pure. */
import type { StoredRatee } from '../store/types.ts';
import { text } from './text-severity.ts';

export interface Mover {
  readonly ratee: StoredRatee;
  readonly why: () => string;
}

const SHORT_LIST = 8;

/** Those whom the page names. */
export function moversShown(movers: readonly Mover[], isComplete: boolean): readonly Mover[] {
  return isComplete ? movers : movers.slice(0, SHORT_LIST);
}

/** People who would probably be in another category, and people whose figure rests on an assumption. */
export function moversAmong(ratees: readonly StoredRatee[], crossing: ReadonlySet<string>): readonly Mover[] {
  return ratees.flatMap((ratee): readonly Mover[] => {
    if (crossing.has(ratee.participantId)) return [{ ratee, why: text.whyCategory }];
    // With a rater who cannot be compared the adjusted figure is an assumption from the start: nothing to add.
    return ratee.dependsOnAssumption && ratee.n > 1 ? [{ ratee, why: text.whyAssumption }] : [];
  });
}
