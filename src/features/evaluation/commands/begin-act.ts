import { type Decision, decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { refusalOf } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict } from '#platform/errors.ts';
import { currentResult, type Result, resultsOf } from '../queries.ts';
import { lockAppraisal, type Standing } from '../roles.ts';
import { text } from '../text.ts';
import { RESULT, type ResultAct, type ResultState } from '../transitions.ts';

export interface ActInput {
  readonly participantId: string;
  /** The version that the page showed; an act never falls on another one. */
  readonly resultId: string;
  readonly reason?: string;
}

export interface Begun {
  readonly standing: Standing;
  readonly result: Result;
  readonly decision: Extract<Decision<ResultState>, { ok: true }>;
}

/** Locks the appraisal and asks the table; a refusal is thrown in words, a stale page is told so. */
export async function beginAct(tx: Tx, actor: Actor, act: ResultAct, input: ActInput): Promise<Begun> {
  const standing = await lockAppraisal(tx, actor, input.participantId);
  const current = await currentResult(tx, input.participantId);
  const known = current ?? (await resultsOf(tx, input.participantId))[0];
  const decision = decide(RESULT, {
    state: known?.state ?? 'awaited',
    act,
    roles: standing.roles,
    reason: input.reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  if (!current || current.id !== input.resultId) throw new Conflict(text.changed());
  return { standing, result: current, decision };
}

/** What every event about a result says of it. */
export function eventOf(result: Result) {
  return { participantId: result.participantId, resultId: result.id, version: result.version };
}

export async function setResult(
  tx: Tx,
  result: Result,
  change: {
    state: ResultState;
    ratified_by?: string;
    ratified_at?: Date;
    received_on?: string;
    objection_deadline?: string;
    accepted_at?: Date;
    superseded_at?: Date;
  },
): Promise<void> {
  await tx.db
    .updateTable('results')
    .set(change)
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', result.id)
    .execute();
}
