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

const contributionKind = z.enum(['comment', 'proposal']);

export const schemeProposalMade = defineEvent(
  'scheme-proposal-made',
  1,
  z.object({ title: z.string(), kind: contributionKind, criterion: z.string() }),
);

export const schemeProposalWithdrawn = defineEvent(
  'scheme-proposal-withdrawn',
  1,
  z.object({ title: z.string(), kind: contributionKind }),
);

/** That somebody voted, and never how. */
export const schemeVoteCast = defineEvent(
  'scheme-vote-cast',
  1,
  z.object({ title: z.string(), isChange: z.boolean() }),
);

export const schemeProposalAnswered = defineEvent(
  'scheme-proposal-answered',
  1,
  z.object({
    title: z.string(),
    kind: contributionKind,
    outcome: z.enum(['taken', 'partly', 'declined', 'noted']),
    revision: z.int().nullable(),
    isCorrection: z.boolean(),
  }),
);

export const schemeEvents = [
  schemeAdopted,
  schemeDraftStarted,
  schemeDraftSaved,
  schemeDraftDropped,
  schemeDiscussionOpened,
  schemeDiscussionClosed,
  schemeProposalMade,
  schemeProposalWithdrawn,
  schemeVoteCast,
  schemeProposalAnswered,
] as const;
