/**
 * One run: forms are collected, each scheme's model is computed beside the web, and everything is stored at once. A
 * process that is killed leaves a run that is taken up again from its beginning; whoever cancels stops the thread.
 */
import { z } from 'zod';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { besideModule, runBeside, Stopped } from '#platform/jobs/beside.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { fairnessComputed } from '../events.ts';
import { groupFigures } from '../groups/figures.ts';
import { tellRaters } from '../mirror/tell.ts';
import { findRun } from '../store/runs.ts';
import type { Run, Stage } from '../store/types.ts';
import { FAIRNESS_TASK } from './commands.ts';
import { METHOD } from './method.ts';
import { type Prepared, prepare } from './prepare.ts';
import { rowsOf } from './rows.ts';
import { type Found, storeFindings } from './store.ts';
import type { WorkerAnswer, WorkerInput } from './worker.ts';

const WORKER = besideModule(import.meta.url, './worker.ts', './fairness-worker.js');
const LOOK_EVERY_MS = 1000;

export function fairnessTasks(schemes: SchemeStore): readonly Task<{ runId: string }>[] {
  return [defineTask(FAIRNESS_TASK, { runId: z.uuid() }, (db, { runId }) => runFairness(db, schemes, runId))];
}

export async function runFairness(db: AgencyDb, schemes: SchemeStore, runId: string): Promise<void> {
  const run = await begin(db, runId);
  if (!run) return;
  try {
    await compute(db, schemes, run);
  } catch (error) {
    if (error instanceof Stopped) return;
    await fail(db, run);
    throw error;
  }
}

async function compute(db: AgencyDb, schemes: SchemeStore, run: Run): Promise<void> {
  const { models, unnamed, inputSha256 } = await db.read((tx) => prepare(tx, schemes, run));
  const watch = watchRun(db, run, models.length);
  const reports: WorkerAnswer[] = [];
  try {
    for (const [index, { table }] of models.entries()) {
      const input: WorkerInput = { table, settings: run.settings };
      const onProgress = (share: number) => watch.tell('fitting', index + share);
      reports.push(await runBeside<WorkerAnswer>(WORKER, input, { onProgress, signal: watch.signal }));
    }
    watch.tell('storing', models.length);
  } finally {
    await watch.end();
  }
  await db.write((tx) => keep(tx, run, { models, reports, unnamed, inputSha256 }));
}

interface Computed extends Prepared {
  readonly reports: readonly WorkerAnswer[];
}

async function keep(tx: Tx, run: Run, { models, reports, unnamed, inputSha256 }: Computed): Promise<void> {
  const state = await lockRun(tx, run.id);
  if (state !== 'running') return;
  const found: Found[] = [];
  // Of all schemes at once: the comparisons of a run are counted together.
  const groups = await groupFigures(
    tx,
    run.periodId,
    models.map(({ block }) => block),
  );
  for (const [index, { block, table }] of models.entries()) {
    const answer = reports[index];
    if (!answer) continue;
    const { id, version } = block.compiled.scheme;
    const rows = rowsOf(block, table, answer, unnamed.get(`${id}@${version}`) ?? {});
    found.push({
      ...rows,
      groups: groups.filter(({ ordinal }) => ordinal === index),
      scheme: { id, version },
    });
  }
  await storeFindings(tx, run.id, run.periodId, found);
  const forms = models.reduce((sum, { block }) => sum + block.forms.length, 0);
  const flags = found.flatMap((each) => each.flags);
  await tx.db
    .updateTable('fairness_runs')
    .set({ state: 'done', finished_at: tx.now, input_sha256: inputSha256, forms })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  await record(tx, fairnessComputed, {
    actorId: null,
    subject: { kind: 'fairness-run', id: run.id },
    payload: { period: run.periodName, method: METHOD, inputSha256, forms, patterns: flags.length },
  });
  await tellRaters(tx, run, flags);
  await touchReaders(tx, run.id);
}

/** Writes how far the run is, at most once a second, and stops it when somebody has cancelled. */
function watchRun(db: AgencyDb, run: Run, total: number) {
  const abort = new AbortController();
  let at: { readonly stage: Stage; readonly done: number } = { stage: 'fitting', done: 0 };
  const look = async () => {
    const going = await db.write(async (tx) => {
      const row = await tx.db
        .updateTable('fairness_runs')
        .set({ stage: at.stage, done: Math.floor(at.done * 100), total: total * 100 })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', run.id)
        .where('state', '=', 'running')
        .returning('requested_by')
        .executeTakeFirst();
      tx.touch(row?.requested_by);
      return row !== undefined;
    });
    if (!going) abort.abort();
  };
  let turn: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn.then(look).catch(() => abort.abort());
  }, LOOK_EVERY_MS);
  return {
    signal: abort.signal,
    tell: (stage: Stage, done: number) => {
      at = { stage, done };
    },
    end: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}

async function begin(db: AgencyDb, runId: string): Promise<Run | undefined> {
  return db.write(async (tx) => {
    const state = await lockRun(tx, runId);
    if (state !== 'waiting' && state !== 'running') return undefined;
    await tx.db
      .updateTable('fairness_runs')
      .set({ state: 'running', stage: 'collecting', started_at: tx.now, done: 0, total: 0 })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', runId)
      .execute();
    return findRun(tx, runId);
  });
}

async function fail(db: AgencyDb, run: Run): Promise<void> {
  await db.write(async (tx) => {
    const state = await lockRun(tx, run.id);
    if (state !== 'running') return;
    await tx.db
      .updateTable('fairness_runs')
      .set({ state: 'failed', finished_at: tx.now, failure: 'unexpected' })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', run.id)
      .execute();
    await touchReaders(tx, run.id);
  });
}

async function lockRun(tx: Tx, runId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('fairness_runs')
    .select('state')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', runId)
    .forUpdate()
    .executeTakeFirst();
  return row?.state;
}

async function touchReaders(tx: Tx, runId: string): Promise<void> {
  const row = await tx.db
    .selectFrom('fairness_runs')
    .select('requested_by')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', runId)
    .executeTakeFirst();
  tx.touch(row?.requested_by);
}
