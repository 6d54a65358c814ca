/** All work that is done outside a request: tasks that commands enqueue, and what recurs. */
import { cleanUpSignIn, mailInvitationTask } from '#features/accounts/index.ts';
import { evaluationRecurring } from '#features/evaluation/index.ts';
import { monitoringTasks } from '#features/monitoring/index.ts';
import { paperTasks } from '#features/papers/index.ts';
import type { Recurring, Task } from '#platform/jobs/jobs.ts';
import { schemeLibrary } from './scheme-library.ts';
import type { Services } from './services.ts';

// biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
export function tasks(services: Services): readonly Task<any>[] {
  return [
    mailInvitationTask(services.accounts),
    ...monitoringTasks,
    ...paperTasks({ files: services.files, library: schemeLibrary() }),
  ];
}

export function recurringWork(_services: Services): readonly Recurring[] {
  return [cleanUpSignIn, ...evaluationRecurring];
}
