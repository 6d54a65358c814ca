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
    log: (level, message) => {
      if (level === 'error') problems.push(message);
    },
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= runner.stop();
    return stopped;
  };
  afterAll(stop);
  return { problems, stop };
}
