import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Hono } from 'hono';
import { type Logger, pino } from 'pino';
import { afterAll } from 'vitest';
import type { PublicEnv } from '#app/server.tsx';
import { createApp } from '#app/server.tsx';
import { type AccountOptions, type Accounts, createAccounts } from '#features/accounts/index.ts';
import { openLiveHub } from '#platform/live/live.ts';
import { type FileStore, openFileStore } from '#platform/storage/file-store.ts';
import type { TestDatabase } from './database.ts';

export interface TestApp {
  readonly app: Hono<PublicEnv>;
  readonly accounts: Accounts;
  /** Where uploads and made files lie, for jobs that a test runs itself. */
  readonly files: FileStore;
  /** Asks as the account; `null` asks as nobody. Forms are sent as a browser would. */
  get(account: string | null, path: string, headers?: Record<string, string>): Promise<Response>;
  post(
    account: string | null,
    path: string,
    fields?: Record<string, string | Blob>,
    headers?: Record<string, string>,
  ): Promise<Response>;
}

const ORIGIN = 'http://tera.test';
/** The installation's key for voices in tests. */
export const TEST_VOICE_KEY = { secret: Buffer.alloc(32, 7) };

/** The whole application on a test database; a header signs in at once, everything else is real. */
export async function testApp(
  test: TestDatabase,
  {
    log,
    ...options
  }: Partial<Pick<AccountOptions, 'baseUrl' | 'mailer' | 'trustProxy'>> & {
    readonly log?: Logger;
  } = {},
): Promise<TestApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tera-files-'));
  const files = openFileStore(folder);
  const live = await openLiveHub(test.ownerUrl);
  afterAll(() => live.end());
  const accounts = await createAccounts({ ...options, database: test.database });
  const app = createApp({
    database: test.database,
    live,
    files,
    voiceKey: TEST_VOICE_KEY,
    assets: { style: 'app.css', script: 'app.js' },
    clock: test.database.clock,
    log: log ?? pino({ level: process.env.TEST_LOG ?? 'silent' }),
    accounts: {
      ...accounts,
      identify: async (headers) => {
        const accountId = headers.get('x-test-account');
        return accountId ? { accountId, name: accountId } : accounts.identify(headers);
      },
    },
  });
  const headersFor = (account: string | null, more: Record<string, string>) => ({
    ...(account ? { 'x-test-account': account } : {}),
    origin: ORIGIN,
    ...more,
  });
  return {
    app,
    accounts,
    files,
    get: async (account, address, headers = {}) =>
      app.request(ORIGIN + address, { headers: headersFor(account, headers) }),
    post: async (account, address, fields = {}, headers = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return app.request(ORIGIN + address, { method: 'POST', body, headers: headersFor(account, headers) });
    },
  };
}
