/** The job worker for tests of pages that hand work to it: the same one that the application runs. */
import { afterAll } from 'vitest';
import { startJobs, type Task } from '#platform/jobs/jobs.ts';
import type { TestDatabase } from './database.ts';

/** Errors of tasks, in order; a test that expects none looks here. */
export interface TestJobs {
  readonly problems: readonly string[];
  stop(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
export async function withJobs(test: TestDatabase, tasks: readonly Task<any>[]): Promise<TestJobs> {
  const problems: string[] = [];
  const runner = await startJobs({
    ownerUrl: test.ownerUrl,
    database: test.database,
    tasks,
    recurring: [],
    isAlone: true,
    log: (level, message) => {
      if (level === 'error') problems.push(message);
    },
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= runner.stop().then(() => connectionsClosed(test));
    return stopped;
  };
  afterAll(stop);
  return { problems, stop };
}

/** The worker says it has stopped a moment before its last connections close; the database is dropped only then. */
async function connectionsClosed({ owner }: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await owner.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and query like '%graphile_worker%' and pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
