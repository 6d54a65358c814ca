/** What the record keeps of periods and of who takes part in them. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const periodDrafted = defineEvent(
  'period-drafted',
  1,
  z.object({ name: z.string(), startsOn: z.string(), endsOn: z.string(), scheme: z.string() }),
);

/** Every field that changed, old and new, as it is stored. */
export const periodChanged = defineEvent(
  'period-changed',
  1,
  z.object({
    name: z.string(),
    changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  }),
);

/** Which scheme holds for a unit or a kind of post in a period that is being prepared. */
export const periodSchemeRuled = defineEvent(
  'period-scheme-ruled',
  1,
  z.object({
    name: z.string(),
    change: z.enum(['added', 'removed', 'raised']),
    unit: z.string().nullable(),
    positionKind: z.string().nullable(),
    scheme: z.string(),
  }),
);

export const criteriaPublished = defineEvent(
  'criteria-published',
  1,
  z.object({ name: z.string(), people: z.int(), schemes: z.array(z.string()) }),
);

export const criteriaWithdrawn = defineEvent(
  'criteria-withdrawn',
  1,
  z.object({ name: z.string(), reason: z.string() }),
);

/** A person said that they have read the criteria of the scheme that holds for them. */
export const criteriaConfirmed = defineEvent(
  'criteria-confirmed',
  1,
  z.object({ name: z.string(), scheme: z.string() }),
);

export const periodOpened = defineEvent(
  'period-opened',
  1,
  z.object({ name: z.string(), participants: z.int(), excluded: z.int(), warnings: z.int() }),
);

export const periodClosed = defineEvent(
  'period-closed',
  1,
  z.object({ name: z.string(), unfinished: z.int(), reason: z.string().nullable() }),
);

export const periodReopened = defineEvent(
  'period-reopened',
  1,
  z.object({ name: z.string(), reason: z.string() }),
);

export const participantsUpdated = defineEvent(
  'participants-updated',
  1,
  z.object({
    name: z.string(),
    added: z.int(),
    moved: z.int(),
    appraiserChanged: z.int(),
    dropped: z.int(),
  }),
);

export const participantChanged = defineEvent(
  'participant-changed',
  1,
  z.object({
    period: z.string(),
    change: z.enum(['added', 'moved', 'dropped', 'appraiser', 'dates', 'unit', 'excluded', 'included']),
    from: z.string().nullable(),
    to: z.string().nullable(),
    reason: z.string().nullable(),
  }),
);

export const periodEvents = [
  periodDrafted,
  periodChanged,
  periodSchemeRuled,
  criteriaPublished,
  criteriaWithdrawn,
  criteriaConfirmed,
  periodOpened,
  periodClosed,
  periodReopened,
  participantsUpdated,
  participantChanged,
] as const;
