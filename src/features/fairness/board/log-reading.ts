import type { Visit } from '#features/people/index.ts';
import { newId } from '#platform/identifier.ts';

/** Whoever opens a pattern reads about its author and about everybody listed: each of them can see that. */
export async function logPatternRead(visit: Visit, personIds: readonly string[]): Promise<void> {
  const others = [...new Set(personIds)].filter((id) => id !== visit.actor.personId);
  if (others.length === 0) return;
  await visit.db.write((tx) =>
    tx.db
      .insertInto('access_log')
      .values(
        others.map((personId) => ({
          agency_id: tx.agencyId,
          id: newId(),
          at: tx.now,
          actor_id: visit.actor.personId,
          person_id: personId,
          what: 'pattern',
        })),
      )
      .execute(),
  );
}
