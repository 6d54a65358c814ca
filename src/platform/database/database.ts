/**
 * The door to the database. The application connects as the role `tera_app`, which owns nothing and sees
 * nothing until a transaction has said which agency it works for. Features never see the pool: they get
 * an `AgencyDb`, and inside it one `Tx` a piece of work.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DB } from '#tables';
import type { Clock } from '../clock/clock.ts';
import { preparingPool } from './preparing-pool.ts';

// Civil dates stay strings, numerics stay exact strings, counts (int8) become numbers: none exceeds 2^53 here.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

export interface Database {
  /** Tables of the coordinator: agencies, accounts, installation. Not for agency tables. */
  readonly shared: Kysely<DB>;
  readonly clock: Clock;
  forAgency(agencyId: string): AgencyDb;
  end(): Promise<void>;
}

export interface AgencyDb {
  readonly agencyId: string;
  readonly clock: Clock;
  /** A consistent look: everything inside sees one moment. Writing inside it is refused by the database. */
  read<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** One command: all or nothing. Tried again when the database chose another transaction over this one. */
  write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
}

export interface Tx {
  readonly agencyId: string;
  readonly db: Kysely<DB>;
  /** The moment of the act; everything written by one command carries the same. */
  readonly now: Date;
  /** Refreshes the open pages of these people once the transaction has been committed. */
  touch(...personIds: (string | null | undefined)[]): void;
  /** Hands work to the job queue; it exists only if this transaction commits. */
  enqueue(task: string, payload: Record<string, unknown>, options?: JobOptions): Promise<void>;
}

export interface JobOptions {
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
  readonly runAt?: Date;
  /** A later job with the same key replaces one that has not run yet. */
  readonly key?: string;
  readonly maxAttempts?: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const RETRIED = new Set(['40001', '40P01']);
export const LIVE_CHANNEL = 'tera_live';

export function openDatabase(options: { url: string; clock: Clock; poolSize?: number }): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize ?? 12,
    options: '-c role=tera_app -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000',
    keepAlive: true,
  });
  // A connection that breaks is dropped: whoever was asking gets the error, the next question opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const shared = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) });
  return {
    shared,
    clock: options.clock,
    forAgency: (agencyId) => agencyDb(shared, agencyId, options.clock),
    end: () => shared.destroy(),
  };
}

function agencyDb(shared: Kysely<DB>, agencyId: string, clock: Clock): AgencyDb {
  if (!UUID.test(agencyId)) throw new Error('an agency id is a UUID');
  const attempt = <Result>(mode: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
    shared.connection().execute(async (connection) => {
      // One round trip opens the transaction and names the agency; the id was checked above.
      await sql.raw(`begin ${mode}; select set_agency('${agencyId}')`).execute(connection);
      try {
        const tx = new AgencyTransaction(agencyId, connection, clock());
        const result = await work(tx);
        await tx.announce();
        await sql`commit`.execute(connection);
        return result;
      } catch (error) {
        await sql`rollback`.execute(connection).catch(() => undefined);
        throw error;
      }
    });
  return {
    agencyId,
    clock,
    read: (work) => attempt('isolation level repeatable read read only', work),
    async write(work) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await attempt('', work);
        } catch (error) {
          const code = error instanceof pg.DatabaseError ? error.code : undefined;
          if (!code || !RETRIED.has(code) || tries === 4) throw error;
        }
      }
    },
  };
}

class AgencyTransaction implements Tx {
  readonly agencyId: string;
  readonly db: Kysely<DB>;
  readonly now: Date;
  readonly #touched = new Set<string>();

  constructor(agencyId: string, db: Kysely<DB>, now: Date) {
    this.agencyId = agencyId;
    this.db = db;
    this.now = now;
  }

  touch(...personIds: (string | null | undefined)[]): void {
    for (const id of personIds) if (id) this.#touched.add(id);
  }

  async enqueue(task: string, payload: Record<string, unknown>, options: JobOptions = {}): Promise<void> {
    const body = JSON.stringify({ ...payload, agencyId: this.agencyId });
    await sql`select enqueue_job(${task}, ${body}::json, ${options.queue ?? null}, ${options.runAt ?? null},
      ${options.key ? `${this.agencyId}:${options.key}` : null}, ${options.maxAttempts ?? 8})`.execute(
      this.db,
    );
  }

  /** A notification is delivered by PostgreSQL at commit, and only then; its payload is limited to 8000 bytes. */
  async announce(): Promise<void> {
    const people = [...this.#touched];
    for (let start = 0; start < people.length; start += 150) {
      const message = JSON.stringify({ agencyId: this.agencyId, people: people.slice(start, start + 150) });
      await sql`select pg_notify(${LIVE_CHANNEL}, ${message})`.execute(this.db);
    }
  }
}
