/** Where a person is signed in, and ending that. A session that was ended is gone: the next request finds none. */
import type { Database } from '#platform/database/database.ts';
import { text } from './text.ts';

export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly address: string | null;
  readonly since: Date;
  readonly seen: Date;
}

export async function openSessions(database: Database, accountId: string): Promise<readonly OpenSession[]> {
  const rows = await database.shared
    .selectFrom('account_sessions')
    .select(['id', 'user_agent', 'ip_address', 'created_at', 'updated_at'])
    .where('user_id', '=', accountId)
    .where('expires_at', '>', new Date())
    .orderBy('updated_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    device: deviceName(row.user_agent ?? ''),
    address: row.ip_address || null,
    since: row.created_at,
    seen: row.updated_at,
  }));
}

export async function endSession(database: Database, accountId: string, sessionId: string): Promise<void> {
  await database.shared
    .deleteFrom('account_sessions')
    .where('user_id', '=', accountId)
    .where('id', '=', sessionId)
    .execute();
}

export async function endOtherSessions(database: Database, accountId: string, kept: string): Promise<void> {
  await database.shared
    .deleteFrom('account_sessions')
    .where('user_id', '=', accountId)
    .where('id', '<>', kept)
    .execute();
}

// The order matters: Edge and Opera call themselves Chrome as well, Chrome calls itself Safari.
const BROWSERS = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/UCBrowser\//, 'UC Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

/** `Chrome di Android`, from what the browser says of itself. */
export function deviceName(userAgent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  if (browser && system) return text.deviceOn({ browser, system });
  return browser ?? system ?? text.unknownDevice();
}
