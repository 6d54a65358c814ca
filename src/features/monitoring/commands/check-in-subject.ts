import type { Actor } from '#features/people/index.ts';
import type { ParticipationView } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { type CheckpointState, checkpointsOf } from '../queries-check-ins.ts';
import { requireOpenPeriod, subjectOf } from './subject.ts';

/** The checkpoint of a participant, with the participant's row locked so that two answers wait for each other. */
export async function checkInSubject(
  tx: Tx,
  actor: Actor,
  input: { readonly participantId: string; readonly checkpointId: string },
): Promise<{ readonly view: ParticipationView; readonly checkpoint: CheckpointState }> {
  const mayTakePart = (relations: ReadonlySet<string>) =>
    relations.has('employee') || relations.has('appraiser');
  const view = await subjectOf(tx, actor, input.participantId, mayTakePart);
  requireOpenPeriod(view);
  await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.participantId)
    .forUpdate()
    .execute();
  const all = isId(input.checkpointId) ? await checkpointsOf(tx, view.participation) : [];
  const checkpoint = all.find((each) => each.id === input.checkpointId);
  if (!checkpoint) throw new NotFound();
  return { view, checkpoint };
}
