import { z } from 'zod';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { makeBundle } from './make-bundle.ts';
import type { PaperOptions } from './options.ts';
import { BUNDLE_TASK } from './runs.ts';

/** What papers owe to the worker. */
export function paperTasks(options: PaperOptions): readonly Task<{ runId: string }>[] {
  return [defineTask(BUNDLE_TASK, { runId: z.uuid() }, (db, { runId }) => makeBundle(db, runId, options))];
}
