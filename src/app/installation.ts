import { createHash } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import { type Database, openDatabase } from '#platform/database/database.ts';
import { openEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';
import { readKey } from '#platform/secrets/key-file.ts';
import type { Config } from './config.ts';

/** The data of one installation, opened and brought to the present schema. */
export interface Installation {
  /** Connection string of the owner: for migrations, the job queue and listening. Never for requests. */
  readonly ownerUrl: string;
  readonly database: Database;
  readonly filesFolder: string;
  /** Seals voices; kept outside the database. */
  readonly voiceKey: Buffer;
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
  const end = async () => {
    await database.end();
    await embedded?.stop();
  };
  const voiceKey = await ownVoiceKey(config, database).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  return {
    ownerUrl,
    database,
    voiceKey,
    filesFolder: path.join(config.dataFolder, 'files'),
    close: end,
  };
}

const KEY_MARK = 'voice-key-mark';

/** The key of this database; with another one, forms that wait for their release could never be read. */
async function ownVoiceKey(config: Config, database: Database): Promise<Buffer> {
  const file = path.join(config.dataFolder, 'keys', 'voices.key');
  const key = await readKey(file, config.voiceKey);
  const mark = createHash('sha256').update('tera voice key\0').update(key).digest('hex').slice(0, 16);
  await database.shared
    .insertInto('installation')
    .values({ name: KEY_MARK, value: mark })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const kept = await database.shared
    .selectFrom('installation')
    .select('value')
    .where('name', '=', KEY_MARK)
    .executeTakeFirstOrThrow();
  if (kept.value === mark) return key;
  throw new Error(
    `the key in ${config.voiceKey === undefined ? file : 'TERA_VOICE_KEY'} is not the one this database was used with: ` +
      'restore it from your backup (docs/operations.md)',
  );
}
