import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { progressWithdrawn } from '../events.ts';
import { mayRecord } from '../policy.ts';
import { withdrawRow } from './record-realisation.ts';
import { requireOpenPeriod, subjectOf, watchers } from './subject.ts';

/** Takes an entry back with a reason. It counts for nothing from now on and stays visible; twice is once. */
export async function withdrawRealisation(
  tx: Tx,
  actor: Actor,
  input: { participantId: string; entryId: string; reason: string },
): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, mayRecord);
  requireOpenPeriod(view);
  if (!isId(input.entryId)) throw new NotFound();
  const taken = await withdrawRow(tx, input.participantId, input.entryId, input.reason);
  if (taken === 'not-there') throw new NotFound();
  if (taken === 'already') return;
  await record(tx, progressWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'progress-entry', id: input.entryId },
    personId: view.participation.person.id,
    payload: { participantId: input.participantId, indicatorId: taken.indicatorId, replacedBy: null },
  });
  tx.touch(...watchers(view));
}
