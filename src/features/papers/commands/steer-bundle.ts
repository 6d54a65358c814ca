/** Stops a bundle under way, or starts one again that was stopped, failed or fell silent. */
import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';
import { bundleCancelled } from '../events.ts';
import { isSilent, type Run, type RunState, requireRun } from '../runs.ts';
import { bundleText } from '../text-bundle.ts';
import { enqueueBundle } from './request-bundle.ts';

export async function cancelBundle(tx: Tx, actor: Actor, id: string): Promise<void> {
  const run = await requireRun(tx, actor, id, { lock: true });
  if (run.state === 'cancelled') return;
  if (run.state !== 'waiting' && run.state !== 'running') throw new Conflict(bundleText.overAlready());
  await setState(tx, run, 'cancelled');
  await record(tx, bundleCancelled, {
    actorId: actor.personId,
    subject: { kind: 'run', id },
    payload: {},
  });
}

export async function resumeBundle(tx: Tx, actor: Actor, id: string): Promise<void> {
  const run = await requireRun(tx, actor, id, { lock: true });
  // Another click, or another person, got here first: it is on its way already.
  if ((run.state === 'waiting' || run.state === 'running') && !isSilent(run, tx.now)) return;
  if (run.state === 'done') throw new Conflict(bundleText.overAlready());
  await setState(tx, run, 'waiting');
  await enqueueBundle(tx, id);
}

async function setState(tx: Tx, run: Run, state: RunState): Promise<void> {
  await tx.db
    .updateTable('runs')
    .set({ state, updated_at: tx.now, done: 0, outcome: null })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  tx.touch(run.requestedBy);
}
