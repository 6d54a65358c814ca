/**
 * Computes a run in slices of a few milliseconds, so that pages of the same process are answered in between. Whole
 * periods are kept as they are finished: whoever takes the job up after a kill goes on there, and comes to the same
 * bytes. A cancelled run is noticed at the next save.
 */
import { z } from 'zod';
import { EvidenceRefused, type Period, type Step, simulation } from '#domain/laboratory/index.ts';
import { notify } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { LABORATORY_TASK } from './commands/request-runs.ts';
import { type Run, runForWork } from './queries.ts';
import { schemeOfRun } from './subjects.ts';
import { text } from './text.ts';
import { decideRun, type RunAct, type RunState } from './transitions.ts';

export function laboratoryTasks(schemes: SchemeStore): readonly Task<{ runId: string }>[] {
  return [
    defineTask(LABORATORY_TASK, { runId: z.uuid() }, (db, { runId }) => computeRun(db, schemes, runId)),
  ];
}

/** Milliseconds of one slice, and between two saves. */
export interface Pace {
  readonly sliceMs: number;
  readonly saveMs: number;
}
const PACE: Pace = { sliceMs: 20, saveMs: 1500 };

/** A run that was asked for longer ago than this is told of when it ends. */
const LONG_MS = 30_000;

const SYSTEM = new Set(['system'] as const);

export async function computeRun(
  db: AgencyDb,
  schemes: SchemeStore,
  runId: string,
  pace: Pace = PACE,
): Promise<void> {
  const begun = await db.write(async (tx) => {
    if (!(await moved(tx, runId, 'begin'))) return undefined;
    const run = await runForWork(tx, runId);
    return run && { run, scheme: await schemeOfRun(tx, schemes, run) };
  });
  if (!begun) return;
  const { run, scheme } = begun;
  if (!scheme) {
    await end(db, run, 'fail');
    return;
  }
  const steps = simulation(
    { scheme, structure: run.structure, settings: run.settings, seed: run.seed },
    run.periods,
  );
  try {
    await drive(db, run, steps, pace);
  } catch (error) {
    if (!(error instanceof EvidenceRefused)) throw error;
    await end(db, run, 'fail');
  }
}

/** Runs the steps to their end, or until somebody cancels. */
async function drive(
  db: AgencyDb,
  run: Run,
  steps: Generator<Step, readonly Period[]>,
  { sliceMs, saveMs }: Pace,
): Promise<void> {
  let work = run.workMs;
  let savedAt = performance.now();
  for (;;) {
    const beganAt = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - beganAt < sliceMs) step = steps.next();
    work += performance.now() - beganAt;
    if (step.done) {
      await end(db, run, 'finish', { periods: step.value, workMs: Math.round(work) });
      return;
    }
    if (performance.now() - savedAt >= saveMs) {
      if (!(await save(db, run, step.value, Math.round(work)))) return;
      savedAt = performance.now();
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Keeps how far it is; false when the run is no longer wanted. */
function save(db: AgencyDb, run: Run, { done, periods }: Step, workMs: number): Promise<boolean> {
  return db.write(async (tx) => {
    const row = await tx.db
      .updateTable('laboratory_runs')
      .set({ done, periods: JSON.stringify(periods), work_ms: workMs, updated_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .returning('requested_by')
      .executeTakeFirst();
    tx.touch(row?.requested_by);
    return row !== undefined;
  });
}

function end(
  db: AgencyDb,
  run: Run,
  act: 'finish' | 'fail',
  found: { readonly periods: readonly Period[]; readonly workMs: number } = { periods: [], workMs: 0 },
): Promise<void> {
  return db.write(async (tx) => {
    const to = await moved(tx, run.id, act);
    if (!to) return;
    await tx.db
      .updateTable('laboratory_runs')
      .set({
        periods: JSON.stringify(found.periods),
        work_ms: found.workMs,
        finished_at: tx.now,
        ...(act === 'finish' ? { done: run.total } : {}),
      })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', run.id)
      .execute();
    tx.touch(run.requesterId);
    // Whoever asked for a short run is still on its page.
    if (tx.now.getTime() - run.createdAt.getTime() < LONG_MS) return;
    await notify(tx, {
      personId: run.requesterId,
      kind: 'run-finished',
      parameters: { what: text.runTitle({ name: run.name }) },
      path: `/laboratory/${run.id}`,
      dedupeKey: `run:${run.id}`,
    });
  });
}

/** Locks the row and moves it as the table says; undefined where it was cancelled or is already over. */
async function moved(tx: Tx, id: string, act: RunAct): Promise<RunState | undefined> {
  const row = await tx.db
    .selectFrom('laboratory_runs')
    .select('state')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const decision = row && decideRun(row.state as RunState, act, SYSTEM);
  if (!decision?.ok) return undefined;
  await tx.db
    .updateTable('laboratory_runs')
    .set({ state: decision.to, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  return decision.to;
}
