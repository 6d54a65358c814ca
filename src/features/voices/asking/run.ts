/** The preparation of a round as work that can be left and resumed: one row of `runs`. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';

export const RUN_KIND = 'voices-prepare';
export const PREPARE_TASK = 'voices-prepare';
export const REPLACE_TASK = 'voices-replace';

const outcomeSchema = z.object({
  proposed: z.int(),
  withdrawn: z.int(),
  tooFew: z.int(),
  /** Participants with a relation on record to somebody on their list. */
  flagged: z.array(z.string()),
});
export type PrepareOutcome = z.output<typeof outcomeSchema>;

export interface PrepareRun {
  readonly id: string;
  readonly roundId: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Participants. */
  readonly done: number;
  readonly total: number | null;
  readonly requestedBy: string | null;
  readonly outcome: PrepareOutcome | undefined;
  readonly updatedAt: Date;
}

function runs(tx: Tx) {
  return tx.db
    .selectFrom('runs')
    .select(['id', 'state', 'done', 'total', 'outcome', 'requested_by', 'updated_at'])
    .select(sql<string>`input ->> 'roundId'`.as('round_id'))
    .where('agency_id', '=', tx.agencyId)
    .where('kind', '=', RUN_KIND);
}

type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>;

function runOf(row: Row): PrepareRun {
  const outcome = outcomeSchema.safeParse(row.outcome);
  return {
    id: row.id,
    roundId: row.round_id,
    state: row.state as PrepareRun['state'],
    done: row.done,
    total: row.total,
    requestedBy: row.requested_by,
    outcome: outcome.success ? outcome.data : undefined,
    updatedAt: row.updated_at,
  };
}

export async function lockRun(tx: Tx, id: string): Promise<PrepareRun | undefined> {
  const row = await runs(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && runOf(row);
}

/** The last preparation of a round. */
export async function latestRun(tx: Tx, roundId: string): Promise<PrepareRun | undefined> {
  const row = await runs(tx)
    .where(sql<boolean>`input ->> 'roundId' = ${roundId}`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && runOf(row);
}

export function isWorking(run: PrepareRun | undefined): boolean {
  return run?.state === 'waiting' || run?.state === 'running';
}

/** Hands the work to the queue; it exists only if the transaction commits. */
export async function requestRun(tx: Tx, roundId: string, personId: string): Promise<void> {
  const id = newId();
  await tx.db
    .insertInto('runs')
    .values({
      agency_id: tx.agencyId,
      id,
      kind: RUN_KIND,
      state: 'waiting',
      input: JSON.stringify({ roundId }),
      requested_by: personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  await tx.enqueue(PREPARE_TASK, { runId: id }, { key: `${PREPARE_TASK}:${roundId}`, maxAttempts: 4 });
}

export async function updateRun(
  tx: Tx,
  run: PrepareRun,
  to: {
    readonly state: PrepareRun['state'];
    readonly done?: number;
    readonly total?: number;
    readonly outcome?: PrepareOutcome;
  },
): Promise<void> {
  await tx.db
    .updateTable('runs')
    .set({
      state: to.state,
      ...(to.done === undefined ? {} : { done: to.done }),
      ...(to.total === undefined ? {} : { total: to.total }),
      ...(to.outcome === undefined ? {} : { outcome: JSON.stringify(to.outcome) }),
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .execute();
  tx.touch(run.requestedBy);
}
