/** What the record of an agency says about sign-in: who opened the door to whom, never a password or a code. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const channel = z.enum(['print', 'mail']);

export const agencyCreated = defineEvent(
  'agency.created',
  1,
  z.object({ code: z.string(), by: z.enum(['first-run', 'command']) }),
);
export const officerAppointed = defineEvent(
  'officer.appointed',
  1,
  z.object({ by: z.enum(['first-run', 'command']) }),
);
export const personInvited = defineEvent(
  'account.invited',
  1,
  z.object({ channel, reset: z.boolean(), expiresAt: z.iso.datetime() }),
);
export const resetRequested = defineEvent('account.reset-requested', 1, z.object({ channel }));
export const accountActivated = defineEvent('account.activated', 1, z.object({ channel }));
export const passwordReset = defineEvent('account.password-reset', 1, z.object({ channel }));
export const passwordChanged = defineEvent('account.password-changed', 1, z.object({}));
export const secondFactorEnabled = defineEvent('account.second-factor-enabled', 1, z.object({}));
export const secondFactorDisabled = defineEvent(
  'account.second-factor-disabled',
  1,
  z.object({ by: z.enum(['owner', 'officer']) }),
);
