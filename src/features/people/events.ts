import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const assignment = z.object({
  appraiserId: z.uuid(),
  superiorId: z.uuid().nullable(),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  previousAppraiserId: z.uuid().nullable(),
  source: z.enum(['hierarchy', 'officer']),
  reason: z.string().nullable(),
});

/** What is recorded about people and who appraises whom. Payloads hold ids, never names or NIP. */
export const peopleEvents = {
  appraiserAssigned: defineEvent('people.appraiser-assigned', 1, assignment),
  appraiserFlagged: defineEvent('people.appraiser-flagged', 1, z.object({ note: z.string() })),
  appraiserFlagResolved: defineEvent(
    'people.appraiser-flag-resolved',
    1,
    z.object({ resolution: z.string() }),
  ),
  roleGranted: defineEvent(
    'people.role-granted',
    1,
    z.object({ role: z.enum(['officer', 'auditor', 'leader']), unitId: z.uuid().nullable() }),
  ),
  roleRevoked: defineEvent(
    'people.role-revoked',
    1,
    z.object({ role: z.enum(['officer', 'auditor', 'leader']), unitId: z.uuid().nullable() }),
  ),
  personAdded: defineEvent(
    'people.person-added',
    1,
    z.object({ kind: z.enum(['pns', 'pppk', 'non-asn']), unitId: z.uuid() }),
  ),
  /** A post filled for a time: Plt or Plh. */
  actingAppointed: defineEvent(
    'people.acting-appointed',
    1,
    z.object({
      kind: z.enum(['plt', 'plh']),
      unitId: z.uuid(),
      from: z.iso.date(),
      until: z.iso.date().nullable(),
    }),
  ),
  actingEnded: defineEvent('people.acting-ended', 1, z.object({ unitId: z.uuid(), on: z.iso.date() })),
  /** A list that left Tera as a file; numbers are masked in it. */
  listExported: defineEvent('people.list-exported', 1, z.object({ rows: z.int().nonnegative() })),
};
