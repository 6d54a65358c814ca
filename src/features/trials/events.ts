/** What the record keeps of trials. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const trialRequested = defineEvent(
  'scheme-trial-requested',
  1,
  z.object({ name: z.string(), period: z.string(), scheme: z.string() }),
);

export const trialEvents = [trialRequested] as const;
