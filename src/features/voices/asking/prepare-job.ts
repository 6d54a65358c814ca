/**
 * Prepares a round outside the request: safe to run twice, and to be killed at any moment. Whoever was proposed before
 * stays, so a second run only fills in what the first had not reached.
 */
import { z } from 'zod';
import { notify } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { requireRound } from '../queries.ts';
import { voicesPrepared } from './events.ts';
import { type Plan, planRound } from './plan.ts';
import { lockRun, PREPARE_TASK, type PrepareRun, updateRun } from './run.ts';
import { text } from './text.ts';
import { loadWorld, type World } from './world.ts';
import { addProposed, makePools, withdrawAll } from './write.ts';

const PARTICIPANTS_A_BATCH = 250;

export function prepareTask(schemes: SchemeStore): Task<{ runId: string }> {
  return defineTask(PREPARE_TASK, { runId: z.uuid() }, (db, { runId }) =>
    workOnPreparation(db, schemes, runId),
  );
}

export async function workOnPreparation(db: AgencyDb, schemes: SchemeStore, runId: string): Promise<void> {
  const run = await db.write((tx) => takeUp(tx, runId));
  if (!run) return;
  try {
    const { world, plan } = await db.read(async (tx) => {
      const world = await loadWorld(tx, schemes, await requireRound(tx, run.roundId));
      return { world, plan: await planRound(tx, world) };
    });
    if (world.round.state !== 'preparing')
      return await db.write((tx) => updateRun(tx, run, { state: 'cancelled' }));
    const withdrawn = await db.write(async (tx) => {
      await lockPreparing(tx, world.round.id);
      return withdrawAll(tx, plan.withdrawals);
    });
    for (let start = 0; start < world.seats.length; start += PARTICIPANTS_A_BATCH)
      await db.write((tx) => writeBatch(tx, { run, world, plan }, start));
    await db.write((tx) => finish(tx, { run, world, plan }, withdrawn));
  } catch (error) {
    await db.write((tx) => updateRun(tx, run, { state: 'failed' }));
    throw error;
  }
}

/** Marks the run as being worked on; nothing where it was finished or given up meanwhile. */
async function takeUp(tx: Tx, runId: string): Promise<PrepareRun | undefined> {
  const run = await lockRun(tx, runId);
  if (!run || run.state === 'done' || run.state === 'cancelled') return undefined;
  await updateRun(tx, run, { state: 'running', done: 0 });
  return run;
}

interface Work {
  readonly run: PrepareRun;
  readonly world: World;
  readonly plan: Plan;
}

async function writeBatch(tx: Tx, { run, world, plan }: Work, start: number): Promise<void> {
  await lockPreparing(tx, world.round.id);
  const seats = world.seats.slice(start, start + PARTICIPANTS_A_BATCH);
  const ids = new Set(seats.map((seat) => seat.id));
  const proposals = plan.proposals.filter(({ seatId }) => ids.has(seatId));
  await addProposed(tx, world, await makePools(tx, world, seats, proposals), proposals);
  await updateRun(tx, run, { state: 'running', done: start + seats.length, total: world.seats.length });
}

/** Nobody opens the round between two batches. */
async function lockPreparing(tx: Tx, roundId: string): Promise<void> {
  const round = await tx.db
    .selectFrom('voice_rounds')
    .select('state')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
  if (round?.state !== 'preparing') throw new Error('the round is no longer being prepared');
}

async function finish(tx: Tx, { run, world, plan }: Work, withdrawn: number): Promise<void> {
  const proposed = plan.proposals.reduce((sum, { raterIds }) => sum + raterIds.length, 0);
  // Nobody holds the office, or nobody is proposed in this voice: that is no shortage.
  const tooFew = plan.proposals.filter(({ isTooFew, possible }) => isTooFew && possible > 0).length;
  await updateRun(tx, run, {
    state: 'done',
    done: world.seats.length,
    total: world.seats.length,
    outcome: { proposed, withdrawn, tooFew, flagged: [...plan.flagged] },
  });
  await record(tx, voicesPrepared, {
    actorId: run.requestedBy,
    subject: { kind: 'voice-round', id: world.round.id },
    payload: { periodId: world.period.id, participants: world.seats.length, proposed, tooFew },
  });
  await notify(tx, {
    personId: run.requestedBy,
    kind: 'run-finished',
    parameters: { what: text.preparation() },
    path: `/periods/${world.period.id}/voices`,
    dedupeKey: `run:${run.id}`,
  });
}
