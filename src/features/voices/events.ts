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

export const unsealingRequested = defineEvent(
  'unsealing-requested',
  1,
  z.object({ remarkId: z.string(), reason: z.string() }),
);

export const unsealingOpened = defineEvent('unsealing-opened', 1, z.object({ reason: z.string() }));

export const unsealingRefused = defineEvent('unsealing-refused', 1, z.object({ reason: z.string() }));

export const remarkReported = defineEvent(
  'voice-remark-reported',
  1,
  z.object({ participantId: z.string(), reason: z.string() }),
);

export const remarkDecided = defineEvent(
  'voice-remark-decided',
  1,
  z.object({ participantId: z.string(), decision: z.enum(['hidden', 'kept']), reason: z.string() }),
);

export const voiceLetterMended = defineEvent('voice-letter-mended', 1, z.object({ to: z.string() }));

export const voiceEvents = [
  sealKeyMade,
  voicesReleased,
  unsealingRequested,
  unsealingOpened,
  unsealingRefused,
  remarkReported,
  remarkDecided,
  voiceLetterMended,
] as const;
