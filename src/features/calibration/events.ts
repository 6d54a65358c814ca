/** What the record keeps of calibration. Judgements stand in their own rows; no event says who judged what. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';
import { CAUSES, RETURN_KINDS } from './transitions.ts';

const kind = z.enum(RETURN_KINDS);

export const meetingCalled = defineEvent(
  'calibration-called',
  1,
  z.object({ period: z.string(), unit: z.string().nullable(), heldOn: z.iso.date() }),
);
export const meetingArranged = defineEvent(
  'calibration-arranged',
  1,
  z.object({ period: z.string(), heldOn: z.iso.date(), place: z.string() }),
);
export const meetingHandedOver = defineEvent(
  'calibration-handed-over',
  1,
  z.object({ period: z.string(), to: z.string(), reason: z.string() }),
);
export const agendaAdded = defineEvent(
  'calibration-agenda-added',
  1,
  z.object({ period: z.string(), ordinal: z.int(), causes: z.array(z.enum(CAUSES)) }),
);
export const itemDropped = defineEvent(
  'calibration-item-dropped',
  1,
  z.object({ period: z.string(), ordinal: z.int(), reason: z.string() }),
);
export const memberInvited = defineEvent('calibration-invited', 1, z.object({ period: z.string() }));
export const invitationAnswered = defineEvent(
  'calibration-invitation-answered',
  1,
  z.object({ period: z.string(), answer: z.enum(['accepted', 'declined']), reason: z.string().nullable() }),
);
export const memberReplaced = defineEvent(
  'calibration-member-replaced',
  1,
  z.object({ period: z.string(), reason: z.string() }),
);
export const judgingStarted = defineEvent(
  'calibration-started',
  1,
  z.object({ period: z.string(), items: z.int(), members: z.int() }),
);
/** That a judgement was given: of which dossier, not of whom and not what. */
export const judgementGiven = defineEvent('calibration-judged', 1, z.object({ ordinal: z.int() }));
export const itemOpened = defineEvent(
  'calibration-item-opened',
  1,
  z.object({ participantId: z.uuid(), ordinal: z.int(), judgements: z.int(), recused: z.int() }),
);
export const itemNoted = defineEvent(
  'calibration-item-noted',
  1,
  z.object({ participantId: z.uuid(), heldOn: z.iso.date() }),
);
export const itemReturned = defineEvent(
  'calibration-item-returned',
  1,
  z.object({ participantId: z.uuid(), heldOn: z.iso.date(), kind, reason: z.string() }),
);
export const returnAnswered = defineEvent(
  'calibration-return-answered',
  1,
  z.object({ participantId: z.uuid(), kind, answer: z.enum(['stood', 'changed']), words: z.string() }),
);
export const meetingClosed = defineEvent(
  'calibration-closed',
  1,
  z.object({ period: z.string(), items: z.int(), returned: z.int(), note: z.string().nullable() }),
);
export const meetingCancelled = defineEvent(
  'calibration-cancelled',
  1,
  z.object({ period: z.string(), reason: z.string() }),
);

export const calibrationEvents = [
  meetingCalled,
  meetingArranged,
  meetingHandedOver,
  agendaAdded,
  itemDropped,
  memberInvited,
  invitationAnswered,
  memberReplaced,
  judgingStarted,
  judgementGiven,
  itemOpened,
  itemNoted,
  itemReturned,
  returnAnswered,
  meetingClosed,
  meetingCancelled,
] as const;
