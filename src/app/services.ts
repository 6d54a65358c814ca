import type { Logger } from 'pino';
import type { Accounts } from '#features/accounts/index.ts';
import type { VoiceKey } from '#features/voices/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/database/database.ts';
import type { LiveHub } from '#platform/live/live.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import type { AssetNames } from '#platform/web/assets.ts';

/** Everything the application is put together from; made once at start, or by a test. */
export interface Services {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly live: LiveHub;
  readonly files: FileStore;
  readonly voiceKey: VoiceKey;
  readonly assets: AssetNames;
  readonly clock: Clock;
  readonly log: Logger;
}
