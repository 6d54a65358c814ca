/** How appraisers of the demonstration differ: most a little, one gives much less than others, some without contrast. */
import { seededRandom } from './random.ts';
import type { DemoYear } from './year.ts';

export interface RatingStyle {
  /** Added to how well somebody does (0 … 1) before it becomes a rating. */
  readonly shift: number;
  /** How far the items of one form lie apart; 1 is usual. */
  readonly contrast: number;
}

const USUAL: RatingStyle = { shift: 0, contrast: 1 };

export type Styles = (raterId: string | undefined) => RatingStyle;

/**
 * The same appraiser keeps the style from year to year: it hangs on their place in the organisation. `evenId` is one
 * who gives nearly the same on every item.
 */
export function stylesOf({ participants }: DemoYear, evenId: string): Styles {
  const random = seededRandom(71);
  const staff = new Map<string, number>();
  for (const { person } of participants)
    if (person.appraiser) staff.set(person.appraiser.id, (staff.get(person.appraiser.id) ?? 0) + 1);
  const styles = new Map<string, RatingStyle>();
  for (const id of staff.keys()) styles.set(id, { shift: (random.next() - 0.5) * 0.16, contrast: 1 });
  const [, severe] = [...staff].sort(([, one], [, other]) => other - one);
  if (severe) styles.set(severe[0], { shift: -0.3, contrast: 1 });
  styles.set(evenId, { shift: -0.06, contrast: 0.05 });
  return (raterId) => styles.get(raterId ?? '') ?? USUAL;
}
