/** Deadlines that pass by themselves: objections lapse. Reminders before and after are the overview's. */
import { todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Database } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { lapseObjection } from './commands/accept-result.ts';

/**
 * Every hour at ten past, so that each zone is served ten minutes after its midnight: an objection sent in the last
 * second has long been committed by then.
 */
export const evaluationRecurring: readonly Recurring[] = [
  { name: 'evaluation-deadlines', pattern: '10 * * * *', run: runEvaluationDeadlines },
];

/** An agency that fails keeps no other waiting; the failure is thrown at the end, so that the queue shows it. */
export async function runEvaluationDeadlines(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select(['id', 'zone']).execute();
  const failures: unknown[] = [];
  for (const agency of agencies)
    await lapseObjections(database.forAgency(agency.id), agency.zone).catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'objections of some agencies did not lapse');
}

/** Each result in a transaction of its own; safe to run twice and at once. Returns how many lapsed. */
export async function lapseObjections(db: AgencyDb, zone: string): Promise<number> {
  const today = todayIn(zone, db.clock());
  const due = await db.read((tx) =>
    tx.db
      .selectFrom('results')
      .select('participant_id')
      .where('agency_id', '=', tx.agencyId)
      .where('state', '=', 'ratified')
      .where('superseded_at', 'is', null)
      .where('objection_deadline', '<', today)
      .execute(),
  );
  const failures: unknown[] = [];
  let lapsed = 0;
  for (const { participant_id: participantId } of due) {
    try {
      if (await db.write((tx) => lapseObjection(tx, { participantId, zone }))) lapsed += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some objections did not lapse');
  return lapsed;
}
