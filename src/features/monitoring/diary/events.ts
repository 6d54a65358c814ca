/**
 * What the diary writes into the record: that there was an act, never its words. A note that its author keeps to
 * themselves names no person, so that the record does not tell what the diary does not.
 */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const about = z.object({ participantId: z.uuid(), revision: z.int() });

export const diaryEvents = {
  observationWritten: defineEvent('observation.written', 1, about),
  observationChanged: defineEvent('observation.changed', 1, about),
  observationRemoved: defineEvent('observation.removed', 1, about),
  observationShared: defineEvent('observation.shared', 1, about),
};
