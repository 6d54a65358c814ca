import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '#platform/database/database.ts';

/** The moment tests begin at unless they set another: a working day in the last quarter. */
export const TEST_NOW = new Date('2026-11-23T02:00:00Z');

export interface TestDatabase {
  /** The application's view: role tera_app, row-level security in force. */
  readonly database: Database;
  /** Connection string of the owner. */
  readonly ownerUrl: string;
  /** A connection of the owner, who is not bound by row-level security: for looking at the catalogue. */
  readonly owner: pg.Client;
  /** Moves the application's clock. */
  setNow(now: Date): void;
}

/** A database of its own for the test file, cloned from the migrated template and dropped at the end. */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${name} template tera_template strategy file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const owner = new pg.Client({ connectionString: url.toString() });
  await owner.connect();
  let now = TEST_NOW;
  const database = openDatabase({ url: url.toString(), clock: () => now, poolSize: 6 });
  afterAll(async () => {
    await database.end();
    await owner.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return {
    database,
    ownerUrl: url.toString(),
    owner,
    setNow: (moment) => {
      now = moment;
    },
  };
}
