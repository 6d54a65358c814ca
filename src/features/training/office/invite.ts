/** Tells appraisers who are not certified that a training waits for them; at most once a day each. */
import { type Actor, isOfficer, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed } from '#platform/errors.ts';
import { trainingEvents } from '../events.ts';
import { type AppraiserLine, isCertified } from './queries.ts';

const AT_ONCE = 500;

/** Of these lines those not certified are told; gives how many were. */
export async function inviteToTraining(
  tx: Tx,
  actor: Actor,
  lines: readonly AppraiserLine[],
  today: string,
): Promise<number> {
  if (!isOfficer(actor)) throw new NotAllowed();
  const asked = lines.filter((line) => !isCertified(line));
  let told = 0;
  for (let start = 0; start < asked.length; start += AT_ONCE)
    told += await notify(
      tx,
      ...asked.slice(start, start + AT_ONCE).map((line) => ({
        personId: line.personId,
        kind: 'training-invited' as const,
        parameters: { person: actor.name, what: line.schemeTitle },
        path: `/training/courses/${line.schemeId}`,
        dedupeKey: `training:${line.schemeId}:${today}`,
      })),
    );
  for (const [scheme, own] of Map.groupBy(told > 0 ? asked : [], ({ schemeId }) => schemeId))
    await record(tx, trainingEvents.invited, {
      actorId: actor.personId,
      subject: { kind: 'training', id: tx.agencyId },
      payload: { scheme, people: own.length },
    });
  return told;
}
