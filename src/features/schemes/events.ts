/** What the record keeps of schemes: drafts, discussion, adoption. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const schemeAdopted = defineEvent(
  'scheme-adopted',
  1,
  z.object({
    title: z.string(),
    scheme: z.string(),
    version: z.int(),
    decree: z.string(),
    decidedOn: z.string(),
  }),
);

export const schemeEvents = [schemeAdopted] as const;
