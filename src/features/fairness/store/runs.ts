/** Runs of a period: asked for, under way, finished. */
import { sql } from 'kysely';
import type { FairnessSettings } from '#domain/statistics/fairness/types.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Named } from './named.ts';
import type { Run, RunState, Stage } from './types.ts';

interface RunRow {
  readonly id: string;
  readonly period_id: string;
  readonly period_name: string;
  readonly state: RunState;
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
  readonly forms: number;
  readonly method: string;
  readonly settings: FairnessSettings;
  readonly input_sha256: string | null;
  readonly requester: Named | null;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
  readonly failure: string | null;
}

async function runs(
  tx: Tx,
  filter: { readonly id?: string; readonly periodId?: string; readonly states?: readonly RunState[] },
): Promise<readonly Run[]> {
  const states = filter.states ? [...filter.states] : null;
  const { rows } = await sql<RunRow>`
    select run.id, run.period_id, period.name as period_name, run.state, run.stage, run.done, run.total, run.forms,
      run.method, run.settings, run.input_sha256, run.requested_at, run.finished_at, run.failure,
      to_json(requester) as requester
    from fairness_runs run
      join periods period on period.agency_id = ${tx.agencyId} and period.id = run.period_id
      left join people requester on requester.agency_id = ${tx.agencyId} and requester.id = run.requested_by
    where run.agency_id = ${tx.agencyId}
      and (${filter.id ?? null}::uuid is null or run.id = ${filter.id ?? null}::uuid)
      and (${filter.periodId ?? null}::uuid is null or run.period_id = ${filter.periodId ?? null}::uuid)
      and (${states}::text[] is null or run.state = any(${states}::text[]))
    order by run.requested_at desc, run.id desc
    limit 50`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    periodId: row.period_id,
    periodName: row.period_name,
    state: row.state,
    stage: row.stage,
    done: row.done,
    total: row.total,
    forms: row.forms,
    method: row.method,
    settings: row.settings,
    inputSha256: row.input_sha256,
    requestedBy: row.requester && fullName(row.requester),
    requestedAt: row.requested_at,
    finishedAt: row.finished_at,
    failure: row.failure,
  }));
}

/** Newest first, at most fifty. */
export async function runsOf(tx: Tx, periodId: string): Promise<readonly Run[]> {
  return isId(periodId) ? runs(tx, { periodId }) : [];
}

export async function findRun(tx: Tx, id: string): Promise<Run | undefined> {
  return isId(id) ? (await runs(tx, { id }))[0] : undefined;
}

/** The newest that was finished. */
export async function latestRun(tx: Tx, periodId: string): Promise<Run | undefined> {
  return isId(periodId) ? (await runs(tx, { periodId, states: ['done'] }))[0] : undefined;
}

/** One that waits or is under way; there is never a second. */
export async function activeRun(tx: Tx, periodId: string): Promise<Run | undefined> {
  return isId(periodId) ? (await runs(tx, { periodId, states: ['waiting', 'running'] }))[0] : undefined;
}

/** The newest finished run of every period that has one, the latest period first. */
export async function latestRuns(tx: Tx): Promise<readonly Run[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (run.period_id) run.id, period.starts_on
      from fairness_runs run
        join periods period on period.agency_id = ${tx.agencyId} and period.id = run.period_id
      where run.agency_id = ${tx.agencyId} and run.state = 'done'
      order by run.period_id, run.requested_at desc, run.id desc
    ) newest order by starts_on desc limit 50`.execute(tx.db);
  const found: Run[] = [];
  for (const { id } of rows) found.push(...(await runs(tx, { id })));
  return found;
}
