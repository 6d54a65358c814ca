/** What the record keeps of voices. Closed and versioned: add, never change. Nothing here names who answered. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const sealKeyMade = defineEvent(
  'seal-key-made',
  1,
  z.object({ holder: z.enum(['auditor', 'officer']), replaces: z.string().nullable() }),
);

/** `digest` is the SHA-256 of all released forms and remarks of the round, in the order of their text. */
export const voicesReleased = defineEvent(
  'voices-released',
  1,
  z.object({
    periodId: z.string(),
    pools: z.number().int(),
    tooFew: z.number().int(),
    forms: z.number().int(),
    digest: z.string(),
  }),
);

export const voiceEvents = [sealKeyMade, voicesReleased] as const;
