/** All work that is done outside a request: tasks that commands enqueue, and what recurs. */
import type { Recurring, Task } from '#platform/jobs/jobs.ts';
import type { Services } from './services.ts';

// biome-ignore lint/suspicious/noExplicitAny: each task checks its own payload; the list only holds them.
export function tasks(_services: Services): readonly Task<any>[] {
  return [];
}

export function recurringWork(_services: Services): readonly Recurring[] {
  return [];
}
