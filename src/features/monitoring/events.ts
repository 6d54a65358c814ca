/** What monitoring writes into the record. Ids and dates only: the words themselves stay where they can be erased. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const id = z.uuid();

export const progressRecorded = defineEvent(
  'progress.recorded',
  1,
  z.object({
    participantId: id,
    indicatorId: id,
    onDate: z.iso.date(),
    value: z.string().nullable(),
    evidenceIds: z.array(id),
    replacesEntryId: id.nullable(),
  }),
);
export const progressWithdrawn = defineEvent(
  'progress.withdrawn',
  1,
  z.object({ participantId: id, indicatorId: id, replacedBy: id.nullable() }),
);
export const evidenceAdded = defineEvent(
  'evidence.added',
  1,
  z.object({ participantId: id, entryId: id, sha256: z.string().nullable() }),
);
export const evidenceWithdrawn = defineEvent('evidence.withdrawn', 1, z.object({ participantId: id }));
export const linkChecked = defineEvent(
  'evidence.link-checked',
  1,
  z.object({ participantId: id, state: z.enum(['reachable', 'needs-sign-in', 'broken', 'unreachable']) }),
);
export const feedbackGiven = defineEvent(
  'feedback.given',
  1,
  z.object({
    participantId: id,
    target: z.enum(['result', 'indicator', 'value']),
    lineId: z.string(),
    role: z.enum(['appraiser', 'superior', 'colleague', 'subordinate']),
  }),
);
export const feedbackWithdrawn = defineEvent('feedback.withdrawn', 1, z.object({ participantId: id }));
export const feedbackAsked = defineEvent('feedback.asked', 1, z.object({ participantId: id, askedId: id }));
export const checkInRecorded = defineEvent(
  'check-in.recorded',
  1,
  z.object({ participantId: id, checkpointId: id, heldOn: z.iso.date(), versionId: id }),
);
export const checkInAnswered = defineEvent(
  'check-in.answered',
  1,
  z.object({ participantId: id, checkpointId: id, agreed: z.boolean() }),
);
