import { z } from 'zod';
import { defineTask } from '#platform/jobs/jobs.ts';
import type { LinkPolicy } from '#platform/links/check-link.ts';
import { lookAtLink } from './commands/check-link.ts';
import { CHECK_LINK_TASK } from './link-task.ts';

/** The worker's task for links; tests hand in a policy that allows their own server. */
export function checkLinkTask(policy?: LinkPolicy) {
  return defineTask(CHECK_LINK_TASK, { evidenceId: z.uuid() }, (db, { evidenceId }) =>
    lookAtLink(db, evidenceId, policy),
  );
}

/** What monitoring owes to the worker. */
export const monitoringTasks = [checkLinkTask()];
