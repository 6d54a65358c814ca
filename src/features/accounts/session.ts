/** Who a request belongs to. Runs on every request: one indexed look, a write only now and then. */
import { createHmac } from 'node:crypto';
import { CompiledQuery, sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';
import { IDLE_SECONDS, LONGEST_SESSION_SECONDS, SESSION_COOKIE } from './engine.ts';
import { equals } from './secret.ts';

/** What the rest of the application knows of sign-in: who a request belongs to. */
export interface SignedIn {
  readonly accountId: string;
  readonly name: string;
}

export interface SignedInSession extends SignedIn {
  readonly sessionId: string;
}

/** A visit prolongs the session, but at most one write an hour. */
const PROLONG_AFTER_SECONDS = 60 * 60;

/** The session's token from the signed cookie; a forged one costs no query. */
export function sessionToken(secret: string, headers: Headers): string | undefined {
  const raw = cookieValue(headers, SESSION_COOKIE);
  const split = raw?.lastIndexOf('.') ?? -1;
  if (!raw || split < 1) return undefined;
  const token = raw.slice(0, split);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return equals(signature, raw.slice(split + 1)) ? token : undefined;
}

export function cookieValue(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const pair = part.trim();
    if (!pair.startsWith(`${name}=`)) continue;
    try {
      return decodeURIComponent(pair.slice(name.length + 1));
    } catch {
      return undefined;
    }
  }
  return undefined;
}

interface SessionRow {
  readonly id: string;
  readonly updated_at: Date;
  readonly user_id: string;
  readonly name: string;
}

// Written out, because building the query anew for every request costs as much as running it.
const FIND_SESSION = `select s.id, s.updated_at, s.user_id, u.name
  from account_sessions s join account_users u on u.id = s.user_id
  where s.token = $1 and s.expires_at > $2`;

export async function findSession(
  database: Database,
  secret: string,
  headers: Headers,
): Promise<SignedInSession | undefined> {
  const token = sessionToken(secret, headers);
  if (!token) return undefined;
  const now = new Date();
  const { rows } = await database.shared.executeQuery<SessionRow>(
    CompiledQuery.raw(FIND_SESSION, [token, now]),
  );
  const row = rows[0];
  if (!row) return undefined;
  if (now.getTime() - row.updated_at.getTime() > PROLONG_AFTER_SECONDS * 1000) {
    await prolong(database, row.id, now);
  }
  return { accountId: row.user_id, name: row.name, sessionId: row.id };
}

/** The idle time of a session is what lies between its last visit and its end; it moves with each visit. */
async function prolong(database: Database, id: string, now: Date): Promise<void> {
  await sql`update account_sessions set updated_at = ${now},
      expires_at = least(
        created_at + make_interval(secs => ${LONGEST_SESSION_SECONDS}),
        ${now}::timestamptz + least(expires_at - updated_at, make_interval(secs => ${IDLE_SECONDS.remembered})))
    where id = ${id} and expires_at > ${now}`.execute(database.shared);
}
