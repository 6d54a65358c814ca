/**
 * Applies the frozen SQL files of `migrations/` in order of name, each in one transaction with its entry in
 * the list of applied ones. Any number of processes may start at once: an advisory lock lets one work.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeWorkerUtils } from 'graphile-worker';
import pg from 'pg';
import { projectRoot } from '../project-root.ts';

const LOCK = 7_432_001;

/** A migration that was applied earlier has changed or vanished: the database and the program do not fit. */
export class MigrationError extends Error {}

async function ensureApplicationRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = 'tera_app'");
  if (rowCount === 0) {
    await client
      .query('create role tera_app nologin nosuperuser nocreatedb nocreaterole noinherit nobypassrls')
      .catch((error: unknown) => {
        // Two databases of one server may be prepared at the same moment; the role is common to both.
        const code = error instanceof pg.DatabaseError ? error.code : undefined;
        if (code !== '42710' && code !== '23505') throw error;
      });
  }
  await client.query('grant tera_app to current_user').catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError) || error.code !== 'XX000') throw error;
  });
}

async function pendingMigrations(
  client: pg.Client,
  folder: string,
): Promise<{ name: string; sql: string; hash: string }[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null)',
  );
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migrations');
  const applied = new Map(rows.map((row) => [row.name, row.hash]));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
  for (const name of applied.keys()) {
    if (!names.includes(name))
      throw new MigrationError(
        `The database was made by a newer version of Tera (it has ${name}). Install that version.`,
      );
  }
  for (const file of files) {
    const hash = applied.get(file.name);
    if (hash && hash !== file.hash)
      throw new MigrationError(`Migration ${file.name} was edited after it had been applied.`);
  }
  return files.filter((file) => !applied.has(file.name));
}

/** Brings the database at `ownerUrl` to the present schema; returns the names of what was applied. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureApplicationRole(client);
    const pending = await pendingMigrations(client, path.join(projectRoot(), 'migrations'));
    if (pending.length > 0) await prepareJobQueue(ownerUrl);
    for (const { name, sql, hash } of pending) {
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into migrations (name, hash, applied_at) values ($1, $2, $3)', [
        name,
        hash,
        new Date(),
      ]);
      await client.query('commit');
    }
    return pending.map((each) => each.name);
  } finally {
    await client.end();
  }
}

async function prepareJobQueue(ownerUrl: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl });
  try {
    await utils.migrate();
  } finally {
    await utils.release();
  }
}
