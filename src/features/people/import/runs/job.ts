/** The work of an import outside the request: safe to run twice, and to be killed at any moment. */
import { z } from 'zod';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { notify } from '../../notify.ts';
import type { Finding } from '../finding.ts';
import { countsOf, type ImportOutcome, importPeople } from '../import-people.ts';
import { text } from '../pages/text.ts';
import type { ImportFile } from '../read-files.ts';
import { fingerprintOf } from './fingerprint.ts';
import { followProgress, type Progress } from './progress.ts';
import { packReport, reportOn } from './report.ts';
import { type ImportRun, lockRun, RUN_KIND, type RunResult } from './run.ts';

export function importTask(files: FileStore): Task<{ runId: string }> {
  return defineTask(RUN_KIND, { runId: z.uuid() }, (db, { runId }) => workOnImport(db, files, runId));
}

export async function workOnImport(db: AgencyDb, files: FileStore, runId: string): Promise<void> {
  const run = await db.write((tx) => takeUp(tx, runId));
  if (!run) return;
  const progress = followProgress(db, run);
  try {
    const uploads: ImportFile[] = [];
    for (const { name, holds, sha256 } of run.input.files)
      uploads.push({ name, holds, bytes: await files.get(db.agencyId, sha256) });
    if (run.input.step === 'commit') await commit(db, { files, run, uploads, progress });
    else await check(db, { files, run, uploads, progress });
  } catch (error) {
    await progress.end();
    await db.write((tx) => fail(tx, run));
    throw error;
  }
}

/** Marks the run as being worked on; nothing where it was finished or dropped meanwhile. */
async function takeUp(tx: Tx, runId: string): Promise<ImportRun | undefined> {
  const run = await lockRun(tx, runId);
  if (run.state !== 'waiting' && run.state !== 'running') return undefined;
  await tx.db
    .updateTable('runs')
    .set({ state: 'running', updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', runId)
    .execute();
  tx.touch(run.requestedBy);
  return run;
}

async function fail(tx: Tx, run: ImportRun): Promise<void> {
  await tx.db
    .updateTable('runs')
    .set({ state: 'failed', updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .where('state', '=', 'running')
    .execute();
  tx.touch(run.requestedBy);
}

interface Work {
  readonly files: FileStore;
  readonly run: ImportRun;
  readonly uploads: readonly ImportFile[];
  readonly progress: Progress;
}

async function check(db: AgencyDb, work: Work): Promise<void> {
  const { run, uploads, progress } = work;
  const outcome = await importPeople(db, uploads, {
    dryRun: true,
    allOrNothing: false,
    completeness: run.input.completeness,
    asOf: run.input.asOf,
    actorId: run.requestedBy,
    onProgress: progress.report,
  });
  await keepCheck(db, work, outcome, null);
}

/** Writes what was agreed to. Where the data has changed since, nothing is written and the officer is asked again. */
async function commit(db: AgencyDb, work: Work): Promise<void> {
  const { run, uploads, progress } = work;
  const { agreed, completeness, asOf } = run.input;
  let isAsAgreed = true;
  const outcome = await importPeople(db, uploads, {
    dryRun: false,
    allOrNothing: agreed?.mode === 'all-or-nothing',
    completeness,
    asOf,
    actorId: run.requestedBy,
    onProgress: progress.report,
    agrees: ({ difference }) => {
      isAsAgreed = fingerprintOf(difference) === agreed?.fingerprint;
      return isAsAgreed;
    },
    onCommit: async (tx) => {
      await progress.end();
      await finish(tx, run, { ...(run.result as RunResult), step: 'committed', again: null });
      await notify(tx, {
        personId: run.requestedBy,
        kind: 'run-finished',
        parameters: { what: text.importTitle() },
        path: `/people/import/${run.id}`,
        dedupeKey: `run:${run.id}`,
      });
    },
  });
  if (!outcome.committed) await keepCheck(db, work, outcome, isAsAgreed ? 'rows-refused' : 'data-changed');
}

async function keepCheck(
  db: AgencyDb,
  { files, run, progress }: Work,
  outcome: ImportOutcome,
  again: RunResult['again'],
): Promise<void> {
  const { report, employed } = await db.read(async (tx) => ({
    report: await reportOn(tx, outcome),
    employed: await countEmployed(tx),
  }));
  const bytes = packReport(report);
  const sha256 = await files.put(db.agencyId, bytes);
  const absent = outcome.warnings.find((warning) => warning.reason === 'manyPeopleAbsent');
  const result: RunResult = {
    step: 'checked',
    ...countsOf(outcome.difference),
    refused: rowsOf(outcome.refused),
    warnings: outcome.warnings.length,
    fingerprint: fingerprintOf(outcome.difference),
    endingsToConfirm: manyOf(outcome.difference.people.ended.length, employed),
    keptThoughAbsent: Number(absent?.parameters.count ?? 0),
    again,
    report: sha256,
  };
  await progress.end();
  await db.write(async (tx) => {
    const fileId = newId();
    await tx.db
      .insertInto('files')
      .values({
        agency_id: tx.agencyId,
        id: fileId,
        sha256,
        name: 'laporan-impor.json',
        media_type: 'application/json',
        byte_size: bytes.byteLength,
        uploaded_by: run.requestedBy,
        created_at: tx.now,
      })
      .execute();
    await finish(tx, run, result, fileId);
  });
}

/** How many rows have findings: one row may have several. */
function rowsOf(findings: readonly Finding[]): number {
  return new Set(findings.map(({ file, sheet, row }) => JSON.stringify([file, sheet, row]))).size;
}

/** More than a tenth of everybody, and more than a handful, is so many that the number must be typed. */
function manyOf(ended: number, employed: number): number {
  return ended > 10 && ended > employed / 10 ? ended : 0;
}

async function countEmployed(tx: Tx): Promise<number> {
  const row = await tx.db
    .selectFrom('people')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Refuses, and with it the whole import, when another worker has finished this run already. */
async function finish(tx: Tx, run: ImportRun, result: RunResult, fileId?: string): Promise<void> {
  const changed = await tx.db
    .updateTable('runs')
    .set({
      state: 'done',
      outcome: JSON.stringify({ result }),
      done: 100,
      total: 100,
      updated_at: tx.now,
      ...(fileId ? { file_id: fileId } : {}),
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .where('state', '=', 'running')
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw new Error('this import was finished by another worker');
  tx.touch(run.requestedBy);
}
