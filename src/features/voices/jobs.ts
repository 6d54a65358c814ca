/** What voices do by themselves: everything that was said is released once its round is over. */
import type { Database } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { releaseDueRounds, type VoiceKey } from './sealed/index.ts';

/** Every hour at twenty past, so that each zone is served soon after the midnight that ends a round's last day. */
export function voiceRecurring(key: VoiceKey): readonly Recurring[] {
  return [
    { name: 'voices-release', pattern: '20 * * * *', run: (database) => runVoiceReleases(database, key) },
  ];
}

/** An agency that fails keeps no other waiting; the failure is thrown at the end, so that the queue shows it. */
export async function runVoiceReleases(database: Database, key: VoiceKey): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  const failures: unknown[] = [];
  for (const agency of agencies)
    await releaseDueRounds(database.forAgency(agency.id), { key }).catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'voices of some agencies were not released');
}
