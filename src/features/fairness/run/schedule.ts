/** Every night: figures are made anew for periods in which somebody was rated since the last time. */
import { sql } from 'kysely';
import type { AgencyDb, Database, Tx } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { enqueueRun } from './commands.ts';
import { METHOD } from './method.ts';

/** 18:10 UTC is after midnight in all three zones of Indonesia, after the night's look for conflicts. */
export const fairnessRecurring: readonly Recurring[] = [
  { name: 'fairness-daily', pattern: '10 18 * * *', run: computeEverywhere },
];

async function computeEverywhere(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  const failures: unknown[] = [];
  for (const { id } of agencies)
    await enqueueStale(database.forAgency(id)).catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'figures of some agencies were not asked for');
}

export async function enqueueStale(db: AgencyDb): Promise<void> {
  await db.write(async (tx) => {
    for (const periodId of await stalePeriods(tx)) await enqueueRun(tx, periodId, null);
  });
}

/** Periods with results whose newest form or change is younger than the last finished run by the present method. */
export async function stalePeriods(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select period.id from periods period
      join lateral (
        select greatest(
          (select max(greatest(result.given_at, result.superseded_at)) from results result
            join participants participant
              on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
            where result.agency_id = ${tx.agencyId} and participant.period_id = period.id),
          (select max(look.given_at) from second_looks look
            where look.agency_id = ${tx.agencyId} and look.period_id = period.id),
          (select max(settings.registered_at) from fairness_settings settings
            where settings.agency_id = ${tx.agencyId} and settings.period_id = period.id)
        ) as changed_at
      ) newest on true
    where period.agency_id = ${tx.agencyId} and period.state <> 'draft'
      and exists (
        select 1 from results result join participants participant
          on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
        where result.agency_id = ${tx.agencyId} and participant.period_id = period.id)
      and not exists (
        select 1 from fairness_runs run
        where run.agency_id = ${tx.agencyId} and run.period_id = period.id and run.method = ${METHOD}
          and run.state = 'done' and run.requested_at > newest.changed_at)
    order by period.starts_on`.execute(tx.db);
  return rows.map(({ id }) => id);
}
