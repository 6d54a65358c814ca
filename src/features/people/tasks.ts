import type { Task } from '#platform/jobs/jobs.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { importTask } from './import/runs/job.ts';

/** Work of this feature outside requests. */
export function peopleTasks(services: { readonly files: FileStore }): readonly Task<{ runId: string }>[] {
  return [importTask(services.files)];
}
