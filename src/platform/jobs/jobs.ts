/**
 * Work that is owed: rows in PostgreSQL, taken by graphile-worker in this process. A task checks its payload,
 * opens the agency it belongs to and calls a command; it is safe to run twice.
 */
import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import type { AgencyDb, Database } from '../database/database.ts';

export interface Task<Payload> {
  readonly name: string;
  readonly run: (db: AgencyDb, payload: Payload) => Promise<void>;
  readonly parse: (payload: unknown) => Payload & { agencyId: string };
}

/** A task that belongs to an agency; `schema` describes its payload besides the agency. */
export function defineTask<Shape extends z.ZodRawShape>(
  name: string,
  shape: Shape,
  work: (db: AgencyDb, payload: z.output<z.ZodObject<Shape>>) => Promise<void>,
): Task<z.output<z.ZodObject<Shape>>> {
  const schema = z.object({ ...shape, agencyId: z.uuid() });
  return {
    name,
    run: work,
    parse: (payload) =>
      schema.parse(payload) as unknown as z.output<z.ZodObject<Shape>> & { agencyId: string },
  };
}

/** Work of the whole installation at fixed times, such as the daily look at deadlines. Times are UTC. */
export interface Recurring {
  readonly name: string;
  /** Cron pattern `minute hour day month weekday`. */
  readonly pattern: string;
  readonly run: (database: Database) => Promise<void>;
}

export interface JobRunner {
  stop(): Promise<void>;
}

export async function startJobs(options: {
  readonly ownerUrl: string;
  readonly database: Database;
  // biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
  readonly tasks: readonly Task<any>[];
  readonly recurring: readonly Recurring[];
  /**
   * No other process works on this queue, so whatever is locked belongs to one that was killed. Where several work,
   * graphile-worker takes such a job up again after four hours.
   */
  readonly isAlone: boolean;
  readonly log: (level: 'error' | 'warning' | 'info' | 'debug', message: string) => void;
}): Promise<JobRunner> {
  const agencyTasks = options.tasks.map((task) => [
    task.name,
    async (payload: unknown) => {
      const parsed = task.parse(payload);
      await task.run(options.database.forAgency(parsed.agencyId), parsed);
    },
  ]);
  const recurringTasks = options.recurring.map((each) => [cronName(each), () => each.run(options.database)]);
  if (options.isAlone) await releaseLocks(options.ownerUrl);
  const runner = await run({
    connectionString: options.ownerUrl,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    taskList: Object.fromEntries([...agencyTasks, ...recurringTasks]),
    crontab: options.recurring.map((each) => `${each.pattern} ${cronName(each)}`).join('\n'),
    logger: new Logger(() => (level, message) => options.log(level, message)),
  });
  return { stop: () => runner.stop() };
}

async function releaseLocks(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`);
  } finally {
    await client.end();
  }
}

/** Names in a crontab line are made of letters, digits and underscores. */
function cronName(recurring: Recurring): string {
  return recurring.name.replace(/\W/g, '_');
}
