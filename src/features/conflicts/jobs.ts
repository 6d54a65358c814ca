/** Every night: open periods are looked through, and files that were checked and never recorded are forgotten. */

import { notify } from '#features/people/index.ts';
import { listPeriods } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Database } from '#platform/database/database.ts';
import type { Recurring } from '#platform/jobs/jobs.ts';
import { refreshCases } from './cases/refresh.ts';
import { agencyOfficers } from './declare.ts';
import { dropUnrecorded } from './households/commands.ts';

/** 17:20 UTC is after midnight in all three zones of Indonesia. */
export function conflictRecurring(schemes: SchemeStore): readonly Recurring[] {
  return [
    { name: 'conflicts-daily', pattern: '20 17 * * *', run: (database) => lookEverywhere(database, schemes) },
  ];
}

async function lookEverywhere(database: Database, schemes: SchemeStore): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select(['id', 'zone']).execute();
  const failures: unknown[] = [];
  for (const { id, zone } of agencies)
    await lookAtAgency(database.forAgency(id), schemes, zone).catch((error) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, 'conflicts of some agencies were not looked for');
}

/** One period, one transaction; safe to run twice and at once. */
export async function lookAtAgency(db: AgencyDb, schemes: SchemeStore, zone: string): Promise<void> {
  const today = todayIn(zone, db.clock());
  const periods = await db.read((tx) => listPeriods(tx));
  for (const { id, name, state } of periods) {
    if (state !== 'open') continue;
    await db.write(async (tx) => {
      const { opened } = await refreshCases(tx, schemes, id, today);
      if (opened === 0) return;
      const officers = await agencyOfficers(tx);
      await notify(
        tx,
        ...officers.map((personId) => ({
          personId,
          kind: 'conflicts-open' as const,
          parameters: { what: String(opened), period: name },
          path: `/conflicts?period=${id}`,
          dedupeKey: `conflicts-open:${id}:${today}`,
        })),
      );
    });
  }
  await db.write((tx) => dropUnrecorded(tx, new Date(`${addDays(today, -1)}T00:00:00Z`)));
}
