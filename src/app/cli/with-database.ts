import type { Database } from '#platform/database/database.ts';
import { readConfig } from '../config.ts';
import { openInstallation } from '../installation.ts';

/** Runs a command on the installation's database, with or without a running server beside it. */
export async function withDatabase(work: (database: Database) => Promise<number>): Promise<number> {
  const installation = await openInstallation(readConfig());
  try {
    return await work(installation.database);
  } finally {
    await installation.close();
  }
}
