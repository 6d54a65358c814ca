/** What an officer does with an import: begin, ask again, agree, start anew, drop. Each only moves the row; a job works. */
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import type { Actor } from '../../actor.ts';
import { requireAgencyOfficer } from '../../scope.ts';
import type { Completeness } from '../endings.ts';
import { text } from '../pages/text.ts';
import { type ImportRun, isSilent, lockRun, phaseOf, RUN_KIND, type RunInput } from './run.ts';

export interface StoredUpload {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly byteSize: number;
  readonly holds: 'units' | 'people';
}

interface NewRun {
  /** Made when the page was drawn: the same form sent twice is one import. */
  readonly id: string;
  readonly uploads: readonly StoredUpload[];
  readonly completeness: Completeness;
  readonly today: string;
}

export async function beginImport(tx: Tx, actor: Actor, given: NewRun): Promise<void> {
  requireAgencyOfficer(actor);
  const files = given.uploads.map((upload) => ({ ...upload, id: newId() }));
  const input: RunInput = {
    files: files.map(({ id, sha256, name, holds }) => ({ id, sha256, name, holds })),
    completeness: given.completeness,
    asOf: given.today,
    step: 'check',
    agreed: null,
  };
  const inserted = await tx.db
    .insertInto('runs')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      kind: RUN_KIND,
      state: 'waiting',
      input: JSON.stringify(input),
      requested_by: actor.personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await tx.db
    .insertInto('files')
    .values(
      files.map((file) => ({
        agency_id: tx.agencyId,
        id: file.id,
        sha256: file.sha256,
        name: file.name,
        media_type: file.mediaType,
        byte_size: file.byteSize,
        uploaded_by: actor.personId,
        created_at: tx.now,
      })),
    )
    .execute();
  await enqueue(tx, given.id);
}

/** Checks the same files again, told whether they list everybody. */
export async function checkAgain(
  tx: Tx,
  actor: Actor,
  runId: string,
  given: { readonly completeness: Completeness; readonly today: string },
): Promise<void> {
  requireAgencyOfficer(actor);
  const run = await lockRun(tx, runId);
  if (phaseOf(run) === 'working') return;
  if (phaseOf(run) !== 'checked') throw new Conflict(text.notCheckedAnyMore());
  await moveOn(tx, run, {
    ...run.input,
    completeness: given.completeness,
    asOf: given.today,
    step: 'check',
    agreed: null,
  });
}

export interface Agreement {
  readonly mode: 'good-rows' | 'all-or-nothing';
  readonly fingerprint: string;
  /** The number of endings, typed by the officer where they are many. */
  readonly endings: string;
  readonly today: string;
}

/** The officer agrees to the changes that were shown, and to no others. A second click finds it under way. */
export async function agreeToImport(tx: Tx, actor: Actor, runId: string, given: Agreement): Promise<void> {
  requireAgencyOfficer(actor);
  const run = await lockRun(tx, runId);
  const phase = phaseOf(run);
  const isSame = run.input.agreed?.fingerprint === given.fingerprint;
  if (isSame && (phase === 'committed' || (phase === 'working' && run.input.step === 'commit'))) return;
  if (phase !== 'checked' || !run.result) throw new Conflict(text.notCheckedAnyMore());
  if (run.result.fingerprint !== given.fingerprint) throw new Conflict(text.checkedAnew());
  if (given.mode === 'all-or-nothing' && run.result.refused > 0)
    throw new Refusal(text.rowsRefusedSoNothing({ count: run.result.refused }), 'mode');
  if (run.result.endingsToConfirm > 0 && given.endings.trim() !== String(run.result.endingsToConfirm))
    throw new Refusal(text.confirmEndingsWrong({ count: run.result.endingsToConfirm }), 'endings');
  await moveOn(tx, run, {
    ...run.input,
    asOf: given.today,
    step: 'commit',
    agreed: { mode: given.mode, fingerprint: given.fingerprint },
  });
}

/** After a failure, or when whoever worked on it has fallen silent. */
export async function startAnew(tx: Tx, actor: Actor, runId: string): Promise<void> {
  requireAgencyOfficer(actor);
  const run = await lockRun(tx, runId);
  if (run.state === 'failed' || isSilent(run, tx.now)) await moveOn(tx, run, run.input);
}

/** Lays an import aside. What has been written cannot be taken back here. */
export async function dropImport(tx: Tx, actor: Actor, runId: string): Promise<void> {
  requireAgencyOfficer(actor);
  const run = await lockRun(tx, runId);
  if (run.state === 'cancelled') return;
  const isCommitting = phaseOf(run) === 'working' && run.input.step === 'commit';
  if (isCommitting || phaseOf(run) === 'committed') throw new Conflict(text.notCheckedAnyMore());
  await tx.db
    .updateTable('runs')
    .set({ state: 'cancelled', updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', runId)
    .execute();
}

async function moveOn(tx: Tx, run: ImportRun, input: RunInput): Promise<void> {
  await tx.db
    .updateTable('runs')
    .set({ state: 'waiting', input: JSON.stringify(input), done: 0, total: null, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  await enqueue(tx, run.id);
  tx.touch(run.requestedBy);
}

function enqueue(tx: Tx, runId: string): Promise<void> {
  return tx.enqueue(RUN_KIND, { runId }, { key: `${RUN_KIND}:${runId}` });
}
