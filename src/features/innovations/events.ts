/** What the record keeps of innovations. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const title = z.string();

export const innovationProposed = defineEvent('innovation-proposed', 1, z.object({ title }));
export const innovationEdited = defineEvent('innovation-edited', 1, z.object({ title }));
export const innovationDecided = defineEvent(
  'innovation-decided',
  1,
  z.object({
    title,
    act: z.enum(['adopt', 'decline', 'withdraw', 'propose-again', 'publish', 'unpublish']),
    reason: z.string().nullable(),
  }),
);
export const innovationMembers = defineEvent(
  'innovation-members',
  1,
  z.object({ title, added: z.array(z.string()), removed: z.array(z.string()) }),
);
export const innovationStepClaimed = defineEvent(
  'innovation-step-claimed',
  1,
  z.object({ title, stage: z.string(), reachedOn: z.string() }),
);
export const innovationVerification = defineEvent(
  'innovation-verification-asked',
  1,
  z.object({ title, stage: z.string(), unit: z.string() }),
);
export const innovationStepVerified = defineEvent(
  'innovation-step-verified',
  1,
  z.object({
    title,
    stage: z.string(),
    verdict: z.enum(['confirmed', 'refused']),
    reason: z.string(),
  }),
);

export const innovationEvents = [
  innovationProposed,
  innovationEdited,
  innovationDecided,
  innovationMembers,
  innovationStepClaimed,
  innovationVerification,
  innovationStepVerified,
] as const;
