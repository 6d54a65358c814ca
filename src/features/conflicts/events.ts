/** What the record keeps of conflicts of interest. Ids and kinds only: statements stay with the declaration. */
import { z } from 'zod';
import { CONFLICT_KINDS, CONSEQUENCES } from '#domain/schemes/index.ts';
import { defineEvent } from '#platform/audit/audit.ts';
import { DECLARED_KINDS, SETTLEMENTS } from './words.ts';

const kind = z.enum(DECLARED_KINDS);

export const conflictDeclared = defineEvent(
  'conflict-declared',
  1,
  z.object({ kind, as: z.enum(['rater', 'ratee', 'officer']), since: z.iso.date(), raterId: z.uuid() }),
);
export const conflictConfirmed = defineEvent('conflict-confirmed', 1, z.object({ kind, raterId: z.uuid() }));
export const conflictRejected = defineEvent(
  'conflict-rejected',
  1,
  z.object({ kind, raterId: z.uuid(), reason: z.string() }),
);
export const conflictEnded = defineEvent(
  'conflict-ended',
  1,
  z.object({ kind, raterId: z.uuid(), until: z.iso.date().nullable(), reason: z.string() }),
);
export const conflictCommented = defineEvent(
  'conflict-commented',
  1,
  z.object({ kind, by: z.enum(['rater', 'ratee']) }),
);

/** A period was looked through for conflicts between participants and their appraisers. */
export const conflictsSought = defineEvent(
  'conflicts-sought',
  1,
  z.object({ period: z.string(), people: z.int(), found: z.int(), open: z.int(), gone: z.int() }),
);
export const conflictSettled = defineEvent(
  'conflict-settled',
  1,
  z.object({
    participantId: z.uuid(),
    kind: z.enum(CONFLICT_KINDS),
    consequence: z.enum(CONSEQUENCES),
    settlement: z.enum(SETTLEMENTS),
    substituteId: z.uuid().nullable(),
    reason: z.string(),
  }),
);
export const conflictReopened = defineEvent(
  'conflict-reopened',
  1,
  z.object({ participantId: z.uuid(), kind: z.enum(CONFLICT_KINDS), reason: z.string() }),
);
export const conflictsExported = defineEvent('conflicts-exported', 1, z.object({ rows: z.int() }));

export const householdsRecorded = defineEvent(
  'households-recorded',
  1,
  z.object({ file: z.string(), people: z.int() }),
);
export const householdsRemoved = defineEvent('households-removed', 1, z.object({ people: z.int() }));

export const conflictEvents = [
  conflictDeclared,
  conflictConfirmed,
  conflictRejected,
  conflictEnded,
  conflictCommented,
  conflictsSought,
  conflictSettled,
  conflictReopened,
  conflictsExported,
  householdsRecorded,
  householdsRemoved,
] as const;
