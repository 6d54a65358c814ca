/** Asking for figures, stopping them, and registering what holds for them. */
import { sql } from 'kysely';
import { z } from 'zod';
import { FAIRNESS_DEFAULTS } from '#domain/statistics/fairness/settings.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { findPeriod, type Period } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { fairnessCancelled, fairnessRequested, fairnessSettingsRegistered } from '../events.ts';
import { activeRun } from '../store/runs.ts';
import { settingsOf } from '../store/settings.ts';
import { METHOD } from './method.ts';
import { text } from './text.ts';

export const FAIRNESS_TASK = 'fairness-run';

/** A second request while one waits or is under way starts nothing. */
export async function requestRun(tx: Tx, actor: Actor, periodId: string): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const period = await requirePeriodWithResults(tx, periodId);
  const added = await enqueueRun(tx, period.id, actor.personId);
  if (!added) return;
  await record(tx, fairnessRequested, {
    actorId: actor.personId,
    subject: { kind: 'fairness-run', id: added },
    payload: { period: period.name },
  });
  tx.touch(actor.personId);
}

/** The id of the new run; undefined where one is active already. */
export async function enqueueRun(
  tx: Tx,
  periodId: string,
  requestedBy: string | null,
): Promise<string | undefined> {
  const id = newId();
  const row = await tx.db
    .insertInto('fairness_runs')
    .values({
      agency_id: tx.agencyId,
      id,
      period_id: periodId,
      state: 'waiting',
      settings: JSON.stringify(await settingsOf(tx, periodId)),
      stage: 'collecting',
      done: 0,
      total: 0,
      method: METHOD,
      forms: 0,
      requested_by: requestedBy,
      requested_at: tx.now,
    })
    // In the words of the partial index: with parameters a prepared statement would no longer find it.
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'period_id'])
        .where(sql<boolean>`state in ('waiting', 'running')`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!row) return undefined;
  await tx.enqueue(
    FAIRNESS_TASK,
    { runId: id },
    { queue: `fairness:${tx.agencyId}`, key: `${FAIRNESS_TASK}:${id}` },
  );
  return id;
}

/** Whoever cancels one that has ended meanwhile finds it ended; nothing is lost. */
export async function cancelRun(tx: Tx, actor: Actor, periodId: string): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const period = await requirePeriodWithResults(tx, periodId);
  const run = await activeRun(tx, period.id);
  if (!run) return;
  const row = await tx.db
    .updateTable('fairness_runs')
    .set({ state: 'cancelled', finished_at: tx.now, cancelled_by: actor.personId })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', run.id)
    .where('state', 'in', ['waiting', 'running'])
    .returning('requested_by')
    .executeTakeFirst();
  if (!row) return;
  await record(tx, fairnessCancelled, {
    actorId: actor.personId,
    subject: { kind: 'fairness-run', id: run.id },
    payload: { period: period.name },
  });
  tx.touch(row.requested_by, actor.personId);
}

/** A comma or a point before the decimals. */
const decimal = (lowest: number, highest: number, message: () => string) =>
  z.string().transform((typed, context) => {
    const number = Number(typed.trim().replace(',', '.'));
    if (typed.trim() !== '' && number >= lowest && number <= highest) return number;
    context.addIssue({ code: 'custom', message: message() });
    return z.NEVER;
  });

export const settingsForm = z.object({
  severityThreshold: decimal(1, 50, text.thresholdWrong),
  falseDiscoveryRate: decimal(1, 20, text.rateWrong),
  minimumForms: decimal(3, 100, text.minimumWrong).refine(Number.isInteger, {
    error: () => text.minimumWrong(),
  }),
  reason: z
    .string()
    .trim()
    .max(1000)
    .refine((typed) => typed.length >= 10, { error: () => text.reasonMissing() }),
});

/** Registers what holds from the next run on; after results were seen it may still change, and that is said for good. */
export async function registerSettings(
  tx: Tx,
  actor: Actor,
  periodId: string,
  form: z.output<typeof settingsForm>,
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const period = await findPeriod(tx, periodId);
  if (!period) throw new NotFound();
  await lockPeriod(tx, period.id);
  const seen = await tx.db
    .selectFrom('fairness_runs')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', period.id)
    .where('state', '=', 'done')
    .limit(1)
    .executeTakeFirst();
  const settings = {
    ...FAIRNESS_DEFAULTS,
    severityThreshold: form.severityThreshold,
    falseDiscoveryRate: form.falseDiscoveryRate / 100,
    minimumForms: form.minimumForms,
  };
  await tx.db
    .updateTable('fairness_settings')
    .set({ superseded_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', period.id)
    .where('superseded_at', 'is', null)
    .execute();
  const id = newId();
  await tx.db
    .insertInto('fairness_settings')
    .values({
      agency_id: tx.agencyId,
      id,
      period_id: period.id,
      settings: JSON.stringify(settings),
      reason: form.reason,
      after_results: seen !== undefined,
      registered_by: actor.personId,
      registered_at: tx.now,
    })
    .execute();
  const { severityThreshold, falseDiscoveryRate, minimumForms } = settings;
  await record(tx, fairnessSettingsRegistered, {
    actorId: actor.personId,
    subject: { kind: 'fairness-settings', id },
    payload: {
      period: period.name,
      reason: form.reason,
      afterResults: seen !== undefined,
      ...{ severityThreshold, falseDiscoveryRate, minimumForms },
    },
  });
}

async function requirePeriodWithResults(tx: Tx, periodId: string): Promise<Period> {
  const period = await findPeriod(tx, periodId);
  if (!period) throw new NotFound();
  if (period.state === 'draft') throw new Refusal(text.noResultsYet());
  return period;
}

/** Two who register at once do so one after the other. */
async function lockPeriod(tx: Tx, periodId: string): Promise<void> {
  await tx.db
    .selectFrom('periods')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', periodId)
    .forUpdate()
    .execute();
}
