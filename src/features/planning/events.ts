/** What the record keeps of plans. Closed and versioned: add, never change. Drafts as they are typed leave no trace. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const about = { period: z.string() };

export const planProposed = defineEvent(
  'plan-proposed',
  1,
  z.object({ ...about, revision: z.int(), isRevision: z.boolean() }),
);
export const planWithdrawn = defineEvent('plan-withdrawn', 1, z.object(about));
export const planReturned = defineEvent('plan-returned', 1, z.object({ ...about, reason: z.string() }));
export const planAgreed = defineEvent(
  'plan-agreed',
  1,
  z.object({
    ...about,
    version: z.int(),
    mainResults: z.int(),
    additionalResults: z.int(),
    changes: z.int(),
    note: z.string().nullable(),
  }),
);
export const planRevisionOpened = defineEvent(
  'plan-revision-opened',
  1,
  z.object({ ...about, version: z.int(), reason: z.string() }),
);
export const planCopied = defineEvent('plan-copied', 1, z.object({ ...about, from: z.string() }));
export const planExpectationsSet = defineEvent(
  'plan-expectations-set',
  1,
  z.object({ ...about, values: z.array(z.string()) }),
);
export const planCommented = defineEvent('plan-commented', 1, z.object({ ...about, line: z.string() }));
export const planCommentResolved = defineEvent(
  'plan-comment-resolved',
  1,
  z.object({ ...about, line: z.string() }),
);

export const planningEvents = [
  planProposed,
  planWithdrawn,
  planReturned,
  planAgreed,
  planRevisionOpened,
  planCopied,
  planExpectationsSet,
  planCommented,
  planCommentResolved,
] as const;
