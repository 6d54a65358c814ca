/** Work on asking outside requests: preparing a round, and asking others in the place of those who cannot answer. */
import { z } from 'zod';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { AgencyDb, Database } from '#platform/database/database.ts';
import { defineTask, type Recurring, type Task } from '#platform/jobs/jobs.ts';
import { prepareTask } from './prepare-job.ts';
import { replaceMissing } from './replace.ts';
import { REPLACE_TASK } from './run.ts';

// biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
export function askingTasks(schemes: SchemeStore): readonly Task<any>[] {
  return [
    prepareTask(schemes),
    defineTask(REPLACE_TASK, { roundId: z.uuid() }, async (db, { roundId }) => {
      await db.write((tx) => replaceMissing(tx, schemes, null, roundId));
    }),
  ];
}

/** Every night, before people begin to work in the easternmost zone. */
export function askingRecurring(schemes: SchemeStore): readonly Recurring[] {
  return [
    {
      name: 'voices-replace-missing',
      pattern: '40 20 * * *',
      run: (database) => replaceEverywhere(database, schemes),
    },
  ];
}

/** An agency that fails keeps no other waiting; the failure is thrown at the end, so that the queue shows it. */
export async function replaceEverywhere(database: Database, schemes: SchemeStore): Promise<void> {
  const agencies = await database.shared.selectFrom('agencies').select('id').execute();
  const failures: unknown[] = [];
  for (const { id } of agencies)
    await replaceIn(database.forAgency(id), schemes).catch((error) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'raters of some agencies were not replaced');
}

async function replaceIn(db: AgencyDb, schemes: SchemeStore): Promise<void> {
  const rounds = await db.read((tx) =>
    tx.db
      .selectFrom('voice_rounds')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('state', '=', 'asking')
      .execute(),
  );
  for (const { id } of rounds) await db.write((tx) => replaceMissing(tx, schemes, null, id));
}
