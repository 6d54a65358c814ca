/**
 * Guessing is slowed down where it comes from, never where the owner is. Each attempt is counted before the
 * password is looked at, in one statement, so that a hundred attempts at once are a hundred attempts:
 *
 * - by login and network (/24, /64): guesses at one person from one place;
 * - by network over all logins: one common password tried on many people;
 * - from a device on which this person has signed in before: only that device's own counter, so that guesses
 *   from elsewhere, even from the same office network, do not keep the owner out.
 *
 * There is deliberately no counter of a login over all networks: it would let anybody lock out anybody.
 */
import { sql } from 'kysely';
import type { Database } from '#platform/database/database.ts';

interface Limit {
  /** Attempts that are answered at once. */
  readonly free: number;
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
  /** A quiet time after which counting begins anew. */
  readonly forgottenAfterSeconds: number;
}

const ONE_LOGIN: Limit = {
  free: 5,
  firstDelaySeconds: 30,
  longestDelaySeconds: 15 * 60,
  forgottenAfterSeconds: 60 * 60,
};
/** A whole office may share one address: many honest mistakes must fit. */
const WHOLE_NETWORK: Limit = {
  free: 100,
  firstDelaySeconds: 10,
  longestDelaySeconds: 5 * 60,
  forgottenAfterSeconds: 15 * 60,
};

const EVERY_LOGIN = '*';

export interface Attempt {
  /** Who is guessed at; a keyed hash, because people type passwords into the wrong field. */
  readonly login: string;
  /** Network of the request, as `networkOf` gives it. */
  readonly network: string;
  /** The device's id when it has proved an earlier sign-in of this very person. */
  readonly device: string | undefined;
}

interface Counter {
  readonly source: string;
  readonly login: string;
  readonly limit: Limit;
}

function countersOf({ login, network, device }: Attempt): readonly Counter[] {
  if (device) return [{ source: `device:${device}`, login, limit: ONE_LOGIN }];
  return [
    { source: `network:${network}`, login, limit: ONE_LOGIN },
    { source: `network:${network}`, login: EVERY_LOGIN, limit: WHOLE_NETWORK },
  ];
}

/** Counts the attempt; answers until when it is refused, or undefined when it may be tried. */
export async function beginAttempt(database: Database, attempt: Attempt): Promise<Date | undefined> {
  for (const counter of countersOf(attempt)) {
    const blockedUntil = await count(database, counter);
    if (blockedUntil) return blockedUntil;
  }
  return undefined;
}

async function count(database: Database, { source, login, limit }: Counter): Promise<Date | undefined> {
  const now = database.clock();
  const forgotten = new Date(now.getTime() - limit.forgottenAfterSeconds * 1000);
  const failures = sql<number>`case when f.last_at < ${forgotten} then 1 else f.failures + 1 end`;
  const delay = sql`${now}::timestamptz + make_interval(secs => least(
    ${limit.longestDelaySeconds}::float8, ${limit.firstDelaySeconds}::float8 * power(2, least(${failures} - ${limit.free}::int, 30))))`;
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_failures as f (source, login, failures, last_at) values (${source}, ${login}, 1, ${now})
    on conflict (source, login) do update set
      failures = ${failures}, last_at = ${now},
      blocked_until = case when ${failures} >= ${limit.free}::int then ${delay} end
    where f.blocked_until is null or f.blocked_until <= ${now}
    returning failures`.execute(database.shared);
  if (rows.length > 0) return undefined;
  const row = await database.shared
    .selectFrom('sign_in_failures')
    .select('blocked_until')
    .where('source', '=', source)
    .where('login', '=', login)
    .executeTakeFirst();
  return row?.blocked_until ?? undefined;
}

/** The password was right: this login may begin anew here; of the network only this attempt is taken back. */
export async function attemptSucceeded(database: Database, attempt: Attempt): Promise<void> {
  for (const { source, login, limit } of countersOf(attempt)) {
    if (login !== EVERY_LOGIN) {
      await database.shared
        .deleteFrom('sign_in_failures')
        .where('source', '=', source)
        .where('login', '=', login)
        .execute();
      continue;
    }
    await sql`update sign_in_failures set failures = greatest(failures - 1, 0),
        blocked_until = case when failures - 1 >= ${limit.free}::int then blocked_until end
      where source = ${source} and login = ${login}`.execute(database.shared);
  }
}

/** `203.0.113.0/24`, `2001:db8:1:2::/64`: an attacker has many addresses of one network, not many networks. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(plain);
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`;
  if (!plain.includes(':')) return 'unknown';
  const [front = '', back] = plain.toLowerCase().split('::');
  const head = front.split(':').filter(Boolean);
  const tail = back?.split(':').filter(Boolean) ?? [];
  const zeros =
    back === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  const groups = [...head, ...zeros, ...tail].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
