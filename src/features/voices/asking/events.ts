/**
 * What the record keeps of asking: who changed whom is asked about whom, and of teams. Closed and versioned: add, never
 * change. Payloads name no rater; the request that is the subject does, to those who may read it.
 */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const voicesPrepared = defineEvent(
  'voices-prepared',
  1,
  z.object({ periodId: z.string(), participants: z.int(), proposed: z.int(), tooFew: z.int() }),
);

export const voicesOpened = defineEvent(
  'voices-opened',
  1,
  z.object({
    periodId: z.string(),
    requests: z.int(),
    raters: z.int(),
    tooFew: z.int(),
    closesOn: z.string(),
  }),
);

export const voicesRescheduled = defineEvent(
  'voices-rescheduled',
  1,
  z.object({ periodId: z.string(), opensOn: z.string(), closesOn: z.string() }),
);

export const voicesReminded = defineEvent(
  'voices-reminded',
  1,
  z.object({ periodId: z.string(), raters: z.int() }),
);

export const voicesReplaced = defineEvent(
  'voices-replaced',
  1,
  z.object({ periodId: z.string(), withdrawn: z.int(), added: z.int() }),
);

const request = z.object({ participantId: z.string(), voice: z.string() });

export const voiceRequestAdded = defineEvent('voice-request-added', 1, request);

export const voiceRequestWithdrawn = defineEvent(
  'voice-request-withdrawn',
  1,
  request.extend({ reason: z.string() }),
);

export const voiceRequestRestored = defineEvent('voice-request-restored', 1, request);

/** Without the participant: what was declined about whom is for those who prepare the round. */
export const voiceRequestDeclined = defineEvent(
  'voice-request-declined',
  1,
  z.object({ periodId: z.string() }),
);

export const teamSaved = defineEvent('team-saved', 1, z.object({ name: z.string(), isNew: z.boolean() }));

const membership = z.object({
  team: z.string(),
  role: z.enum(['lead', 'member']),
  from: z.string(),
  until: z.string().nullable(),
});

export const teamMemberAdded = defineEvent('team-member-added', 1, membership);

export const teamMemberEnded = defineEvent('team-member-ended', 1, membership);

export const teamMemberWithdrawn = defineEvent(
  'team-member-withdrawn',
  1,
  z.object({ team: z.string(), reason: z.string() }),
);

export const teamsImported = defineEvent(
  'teams-imported',
  1,
  z.object({ file: z.string(), teams: z.int(), members: z.int() }),
);

export const askingEvents = [
  voicesPrepared,
  voicesOpened,
  voicesRescheduled,
  voicesReminded,
  voicesReplaced,
  voiceRequestAdded,
  voiceRequestWithdrawn,
  voiceRequestRestored,
  voiceRequestDeclined,
  teamSaved,
  teamMemberAdded,
  teamMemberEnded,
  teamMemberWithdrawn,
  teamsImported,
] as const;
