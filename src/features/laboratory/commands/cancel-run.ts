import { type Actor, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed } from '#platform/errors.ts';
import { rolesOf } from '../access.ts';
import { laboratoryEvents } from '../events.ts';
import { requireRun } from '../queries.ts';
import { decideRun, type RunState } from '../transitions.ts';

/** Stops a run; what was computed of it is thrown away with it, for half a run has no interval. */
export async function cancelRun(tx: Tx, actor: Actor, id: string): Promise<void> {
  const run = await requireRun(tx, actor, id);
  const roles = rolesOf(actor, run.requesterId);
  if (roles.size === 0) throw new NotAllowed();
  const { state } = await tx.db
    .selectFrom('laboratory_runs')
    .select('state')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const decision = decideRun(state as RunState, 'cancel', roles);
  await recordAct(
    tx,
    { process: 'laboratory-run', subjectId: run.id, act: 'cancel', actorId: actor.personId },
    decision,
  );
  await tx.db
    .updateTable('laboratory_runs')
    .set({ state: 'cancelled', periods: '[]', updated_at: tx.now, finished_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  await record(tx, laboratoryEvents.cancelled, {
    actorId: actor.personId,
    subject: { kind: 'laboratory-run', id: run.id },
    payload: { name: run.name, scheme: `${run.schemeId}@${run.version}` },
  });
  tx.touch(actor.personId, run.requesterId);
}
