import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '#platform/database/embedded.ts';
import { migrate } from '#platform/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Superuser connection to a fresh server that holds the migrated database `tera_template`. */
    serverUrl: string;
  }
}

/** One real PostgreSQL for the whole run; every test file clones the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tera-test-'));
  await chmod(folder, 0o755);
  const server = await openEmbedded(path.join(folder, 'postgres'));
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  // The data is thrown away: waiting for the disk would only slow the tests down.
  await client.query('alter system set fsync = off');
  await client.query('alter system set max_connections = 300');
  await client.query('select pg_reload_conf()');
  await client.query('create database tera_template');
  await client.end();
  await migrate(databaseUrl(server.url, 'tera_template'));
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
