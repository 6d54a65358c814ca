/** Every night: attributes past their last day end, and their values are deleted. */
import type { Database } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { lapseAttributes } from './commands.ts';

/** 17:40 UTC is after midnight in all three zones of Indonesia, before the night's figures are made. */
export const attributeRecurring: readonly Recurring[] = [
  { name: 'person-attributes-daily', pattern: '40 17 * * *', run: lapseEverywhere },
];

async function lapseEverywhere(database: Database): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  const failures: unknown[] = [];
  for (const { id } of agencies)
    await database
      .forAgency(id)
      .write(lapseAttributes)
      .catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'attributes of some agencies did not end');
}
