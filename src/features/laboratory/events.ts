/** What the record keeps of the laboratory. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const run = z.object({ name: z.string(), scheme: z.string() });

export const laboratoryEvents = {
  requested: defineEvent(
    'laboratory.run-requested',
    1,
    run.extend({ people: z.int(), periods: z.int(), seed: z.int() }),
  ),
  cancelled: defineEvent('laboratory.run-cancelled', 1, run),
} as const;
