/** What the record keeps of draws and second looks. What was rated stays with the second look. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const party = z.enum(['officer', 'auditor']);

export const drawPrepared = defineEvent(
  'second-look-draw-prepared',
  1,
  z.object({ period: z.string(), attempt: z.int(), eligible: z.int(), listSha256: z.string() }),
);
export const drawCommitted = defineEvent(
  'second-look-draw-committed',
  1,
  z.object({ period: z.string(), by: party, commitment: z.string() }),
);
export const drawRevealed = defineEvent(
  'second-look-draw-revealed',
  1,
  z.object({ period: z.string(), by: party, secret: z.string() }),
);
export const looksDrawn = defineEvent(
  'second-looks-drawn',
  1,
  z.object({ period: z.string(), eligible: z.int(), chosen: z.int(), seed: z.string() }),
);
export const drawAbandoned = defineEvent(
  'second-look-draw-abandoned',
  1,
  z.object({ period: z.string(), missing: z.array(party), reason: z.string() }),
);
export const lookOrdered = defineEvent(
  'second-look-ordered',
  1,
  z.object({ participantId: z.uuid(), cause: z.enum(['lot', 'conflict']) }),
);
export const lookAsked = defineEvent(
  'second-look-asked',
  1,
  z.object({ participantId: z.uuid(), appraiserId: z.uuid(), dueOn: z.iso.date() }),
);
export const lookDeclined = defineEvent(
  'second-look-declined',
  1,
  z.object({ participantId: z.uuid(), kind: z.enum(['declined', 'replaced']), reason: z.string() }),
);
export const lookGiven = defineEvent('second-look-given', 1, z.object({ participantId: z.uuid() }));
export const lookCompared = defineEvent(
  'second-look-compared',
  1,
  z.object({ participantId: z.uuid(), outcome: z.enum(['agrees', 'items', 'category']) }),
);
export const lookNoted = defineEvent('second-look-noted', 1, z.object({ participantId: z.uuid() }));
export const lookCancelled = defineEvent(
  'second-look-cancelled',
  1,
  z.object({ participantId: z.uuid(), reason: z.string() }),
);

export const secondLookEvents = [
  drawPrepared,
  drawCommitted,
  drawRevealed,
  looksDrawn,
  drawAbandoned,
  lookOrdered,
  lookAsked,
  lookDeclined,
  lookGiven,
  lookCompared,
  lookNoted,
  lookCancelled,
] as const;
