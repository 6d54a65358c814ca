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

export const schemeDraftStarted = defineEvent(
  'scheme-draft-started',
  1,
  z.object({ title: z.string(), scheme: z.string(), version: z.int(), basedOn: z.string().nullable() }),
);

export const schemeDraftSaved = defineEvent(
  'scheme-draft-saved',
  1,
  z.object({ title: z.string(), revision: z.int(), note: z.string().nullable() }),
);

export const schemeDraftDropped = defineEvent(
  'scheme-draft-dropped',
  1,
  z.object({ title: z.string(), reason: z.string() }),
);

export const schemeDiscussionOpened = defineEvent(
  'scheme-discussion-opened',
  1,
  z.object({ title: z.string(), from: z.string(), until: z.string() }),
);

export const schemeDiscussionClosed = defineEvent(
  'scheme-discussion-closed',
  1,
  z.object({ title: z.string(), reason: z.string().nullable() }),
);

export const schemeEvents = [
  schemeAdopted,
  schemeDraftStarted,
  schemeDraftSaved,
  schemeDraftDropped,
  schemeDiscussionOpened,
  schemeDiscussionClosed,
] as const;
