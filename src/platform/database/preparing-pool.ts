/**
 * A pool whose connections keep their statements prepared. Pages send the same few hundred statements over and over;
 * planned anew each time they cost the database more than running them. Measured on the pages of the bench
 * (docs/decisions/0007-prepared-statements.md).
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** Each prepared statement takes memory on every connection, so rare ones are sent as they are. */
const MOST_STATEMENTS = 400;
const LONGEST_STATEMENT = 6000;
/** Statements with long lists differ with every list. */
const MOST_PARAMETERS = 24;

const names = new Map<string, string>();

function nameOf(text: string, parameters: readonly unknown[]): string | undefined {
  const known = names.get(text);
  if (known) return known;
  const isRare = names.size >= MOST_STATEMENTS || text.length > LONGEST_STATEMENT;
  if (isRare || parameters.length === 0 || parameters.length > MOST_PARAMETERS) return undefined;
  const name = `tera_${names.size + 1}`;
  names.set(text, name);
  return name;
}

export function preparingPool(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? preparing(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, parameters: readonly unknown[]) => {
    const name = nameOf(text, parameters);
    const values = [...parameters];
    return name ? client.query({ name, text, values }) : client.query(text, values);
  };
  // Kysely's other way to ask, by cursor, is used nowhere.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}
