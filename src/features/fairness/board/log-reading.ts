import type { Visit } from '#features/people/index.ts';
import { newId } from '#platform/identifier.ts';

const ROWS_AT_ONCE = 2000;

/** Whoever reads figures about named people is seen by each of them: what stands behind a pattern, or on the board. */
export async function logReading(
  visit: Visit,
  personIds: readonly string[],
  what: 'pattern' | 'fairness',
): Promise<void> {
  const others = [...new Set(personIds)].filter((id) => id !== visit.actor.personId);
  if (others.length === 0) return;
  await visit.db.write(async (tx) => {
    for (let at = 0; at < others.length; at += ROWS_AT_ONCE) {
      const rows = others.slice(at, at + ROWS_AT_ONCE).map((personId) => ({
        agency_id: tx.agencyId,
        id: newId(),
        at: tx.now,
        actor_id: visit.actor.personId,
        person_id: personId,
        what,
      }));
      await tx.db.insertInto('access_log').values(rows).execute();
    }
  });
}
