import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import type { Config } from './config.ts';

/** The data of one installation, opened and brought to the present schema. */
export interface Installation {
  /** Connection string of the owner: for migrations, the job queue and listening. Never for requests. */
  readonly ownerUrl: string;
  readonly database: Database;
  readonly filesFolder: string;
  close(): Promise<void>;
}

export async function openInstallation(config: Config, clock: Clock = systemClock): Promise<Installation> {
  await mkdir(config.dataFolder, { recursive: true });
  await chmod(config.dataFolder, 0o755);
  const embedded = config.databaseUrl
    ? undefined
    : await openEmbedded(path.join(config.dataFolder, 'postgres'));
  const ownerUrl = config.databaseUrl ?? embedded?.url;
  if (!ownerUrl) throw new Error('there is a database');
  try {
    await migrate(ownerUrl);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const database = openDatabase({ url: ownerUrl, clock });
  return {
    ownerUrl,
    database,
    filesFolder: path.join(config.dataFolder, 'files'),
    async close() {
      await database.end();
      await embedded?.stop();
    },
  };
}
