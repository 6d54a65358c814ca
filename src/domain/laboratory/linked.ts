/** How many appraisers second looks link: two are linked when both rated one person, directly or by way of others. */
import type { Streams } from './draws.ts';
import { secondAppraisers } from './raters.ts';
import type { LaboratorySettings } from './settings.ts';
import type { Organisation } from './structure.ts';

/** The number of appraisers in the largest linked group (union–find over their places). */
export function largestLinked(
  organisation: Organisation,
  streams: Streams,
  settings: LaboratorySettings,
): number {
  const { appraisers, placeOf } = organisation;
  const above = Int32Array.from(appraisers, (_, place) => place);
  const root = (place: number): number => {
    let at = place;
    while (above[at] !== at) {
      above[at] = above[above[at] ?? at] ?? at;
      at = above[at] ?? at;
    }
    return at;
  };
  for (let person = 0; person < organisation.people; person += 1) {
    const own = root(placeOf.get(organisation.appraiserOf(person)) ?? 0);
    for (const second of secondAppraisers(organisation, streams, person, settings))
      above[root(placeOf.get(second) ?? 0)] = own;
  }
  const sizes = new Map<number, number>();
  for (let place = 0; place < appraisers.length; place += 1) {
    const group = root(place);
    sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return Math.max(0, ...sizes.values());
}
