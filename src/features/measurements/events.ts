/** What the record keeps of measurements. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const measurementRecorded = defineEvent(
  'measurement-recorded',
  1,
  z.object({
    participantId: z.string(),
    component: z.string(),
    origin: z.enum(['file', 'officer']),
    note: z.string(),
  }),
);

export const measurementEvents = [measurementRecorded] as const;
