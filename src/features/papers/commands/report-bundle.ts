/** What the worker writes of a bundle: begun, how far, finished, failed. Each is in vain once the try is not the latest. */
import { sql } from 'kysely';
import { notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { bundleFailed, bundleFinished } from '../events.ts';
import { bundleFileName } from '../file-name.ts';
import { type BundleOutcome, findRun, inBrief, type Lacking, type Run } from '../runs.ts';

/** Takes the run over; undefined when it is over or there is none. */
export async function beginRun(tx: Tx, id: string, attempt: string): Promise<Run | undefined> {
  const run = await findRun(tx, id, { lock: true });
  if (!run || (run.state !== 'waiting' && run.state !== 'running')) return undefined;
  await tx.db
    .updateTable('runs')
    .set({ state: 'running', done: 0, outcome: JSON.stringify({ attempt }), updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  tx.touch(run.requestedBy);
  return run;
}

/** Writes progress; false when the run was cancelled or taken over, and nothing more should be done. */
export async function keepGoing(
  tx: Tx,
  run: Run,
  attempt: string,
  counts: { readonly done: number; readonly total: number },
): Promise<boolean> {
  return change(tx, run, attempt, { ...counts });
}

export async function finishRun(
  tx: Tx,
  run: Run,
  attempt: string,
  made: {
    readonly sha256: string;
    readonly byteSize: number;
    readonly papers: number;
    readonly personIds: readonly string[];
    readonly lacking: readonly Lacking[];
  },
): Promise<void> {
  const [brief] = await inBrief(tx, [run]);
  const what = brief?.unitName ?? brief?.requester ?? '';
  const period = brief?.periodName ?? '';
  const fileId = newId();
  await tx.db
    .insertInto('files')
    .values({
      agency_id: tx.agencyId,
      id: fileId,
      sha256: made.sha256,
      name: bundleFileName(what, period),
      media_type: 'application/pdf',
      byte_size: made.byteSize,
      uploaded_by: run.requestedBy,
      created_at: tx.now,
    })
    .execute();
  const outcome: BundleOutcome = {
    people: made.personIds.length,
    papers: made.papers,
    personIds: [...made.personIds],
    lacking: [...made.lacking],
  };
  const isMine = await change(tx, run, attempt, {
    state: 'done',
    file_id: fileId,
    outcome: JSON.stringify(outcome),
  });
  if (!isMine) {
    await tx.db.deleteFrom('files').where('agency_id', '=', tx.agencyId).where('id', '=', fileId).execute();
    return;
  }
  await record(tx, bundleFinished, {
    actorId: null,
    subject: { kind: 'run', id: run.id },
    payload: { people: made.personIds.length, papers: made.papers, sha256: made.sha256 },
  });
  await tellRequester(tx, run, attempt, `${what}, ${period}`);
}

export async function failRun(
  tx: Tx,
  run: Run,
  attempt: string,
  outcome: BundleOutcome & { readonly problem: NonNullable<BundleOutcome['problem']> },
): Promise<void> {
  if (!(await change(tx, run, attempt, { state: 'failed', outcome: JSON.stringify(outcome) }))) return;
  await record(tx, bundleFailed, {
    actorId: null,
    subject: { kind: 'run', id: run.id },
    payload: { problem: outcome.problem },
  });
  const [brief] = await inBrief(tx, [run]);
  await tellRequester(
    tx,
    run,
    attempt,
    `${brief?.unitName ?? brief?.requester ?? ''}, ${brief?.periodName ?? ''}`,
  );
}

async function tellRequester(tx: Tx, run: Run, attempt: string, what: string): Promise<void> {
  await notify(tx, {
    personId: run.requestedBy,
    kind: 'run-finished',
    parameters: { what },
    path: `/papers/runs/${run.id}`,
    dedupeKey: `run:${run.id}:${attempt}`,
  });
}

/** True when the run was still this try's to change. */
async function change(
  tx: Tx,
  run: Run,
  attempt: string,
  set: { state?: string; done?: number; total?: number; file_id?: string; outcome?: string },
): Promise<boolean> {
  const changed = await tx.db
    .updateTable('runs')
    .set({ ...set, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .where('state', '=', 'running')
    .where(sql<boolean>`outcome ->> 'attempt' = ${attempt}`)
    .returning('id')
    .executeTakeFirst();
  if (changed) tx.touch(run.requestedBy);
  return changed !== undefined;
}
