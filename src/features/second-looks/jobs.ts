/** Second looks that were given before the first result are compared once that result is there. */
import { findParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { AgencyDb, Database } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { compareNow } from './looks/give.ts';

/** Every hour, at twenty-five past. */
export function secondLookRecurring(schemes: SchemeStore): readonly Recurring[] {
  return [
    {
      name: 'second-looks-compare',
      pattern: '25 * * * *',
      run: (database) => compareEverywhere(database, schemes),
    },
  ];
}

async function compareEverywhere(database: Database, schemes: SchemeStore): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  const failures: unknown[] = [];
  for (const { id } of agencies)
    await compareWaiting(database.forAgency(id), schemes).catch((error) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, 'second looks of some agencies were not compared');
}

/** Each in a transaction of its own; safe to run twice and at once. Returns how many were compared. */
export async function compareWaiting(db: AgencyDb, schemes: SchemeStore): Promise<number> {
  const waiting = await db.read((tx) =>
    tx.db
      .selectFrom('second_looks')
      .select(['id', 'participant_id'])
      .where('agency_id', '=', tx.agencyId)
      .where('state', '=', 'given')
      .where('compared_at', 'is', null)
      .execute(),
  );
  let compared = 0;
  for (const look of waiting)
    await db.write(async (tx) => {
      const participation = await findParticipation(tx, look.participant_id);
      if (!participation) return;
      const { scheme } = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
      if (await compareNow(tx, scheme, look.id)) compared += 1;
    });
  return compared;
}
