/** Where somebody and the experts stood on the items of the cases that were sent: what habits are counted from. */
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { distancesOf } from '../distance.ts';
import type { RatedPlace } from '../habits.ts';
import { rateableItems } from '../rateable.ts';
import { attemptsOf } from './attempts.ts';
import { casesById } from './cases.ts';
import type { Course } from './queries.ts';

export interface Places {
  readonly places: readonly RatedPlace[];
  readonly headings: ReadonlyMap<string, string>;
}

/** The first time each case was rated: whoever rates it again has read what the experts said. */
export async function ratedPlaces(
  tx: Tx,
  schemes: SchemeStore,
  course: Course,
  personId: string,
): Promise<Places> {
  const sent = (await attemptsOf(tx, personId, course.id)).filter(({ state }) => state === 'sent');
  const first = new Map(sent.toReversed().map((attempt) => [attempt.caseId, attempt]));
  const cases = await casesById(tx, [...first.keys()]);
  const places: RatedPlace[] = [];
  for (const about of [...cases.values()].sort((one, other) => one.ordinal - other.ordinal)) {
    const { scheme } = await schemes.load(tx, course.schemeId, about.schemeVersion);
    const ratings = first.get(about.id)?.ratings ?? {};
    for (const { ownPlace, expertPlace } of distancesOf(rateableItems(scheme), about.content, ratings))
      if (ownPlace !== null) places.push({ caseId: about.id, own: ownPlace, experts: expertPlace });
  }
  return { places, headings: new Map([...cases].map(([id, { heading }]) => [id, heading])) };
}
