import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { evidenceWithdrawn } from '../events.ts';
import { mayRecord } from '../policy.ts';
import { requireOpenPeriod, subjectOf, watchers } from './subject.ts';

/** Takes a piece of evidence back with a reason; the file stays, the record says so. Twice is once. */
export async function withdrawEvidence(
  tx: Tx,
  actor: Actor,
  input: { participantId: string; evidenceId: string; reason: string },
): Promise<void> {
  const view = await subjectOf(tx, actor, input.participantId, mayRecord);
  requireOpenPeriod(view);
  if (!isId(input.evidenceId)) throw new NotFound();
  const row = await tx.db
    .selectFrom('evidence')
    .select('withdrawn_at')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', input.participantId)
    .where('id', '=', input.evidenceId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound();
  if (row.withdrawn_at) return;
  await tx.db
    .updateTable('evidence')
    .set({ withdrawn_at: tx.now, withdrawn_reason: input.reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.evidenceId)
    .execute();
  await record(tx, evidenceWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'evidence', id: input.evidenceId },
    personId: view.participation.person.id,
    payload: { participantId: input.participantId },
  });
  tx.touch(...watchers(view));
}
