/** What an import leaves in the record. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const counts = z.strictObject({
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  ended: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
});

/** Files are named with their digest, so that it can be shown later which file was meant. */
export const peopleImported = defineEvent(
  'people.imported',
  1,
  z.strictObject({
    files: z.array(z.strictObject({ name: z.string(), sha256: z.string().length(64) })),
    asOf: z.iso.date(),
    completeness: z.enum(['auto', 'complete', 'partial']),
    units: counts,
    people: counts,
    refused: z.int().nonnegative(),
  }),
);

/** Fields are named, their values are not: the record is kept for good, what it says of a person is not. */
export const personChangedByImport = defineEvent(
  'people.person-changed-by-import',
  1,
  z.strictObject({ importId: z.uuid(), fields: z.array(z.string()).min(1) }),
);

export const personEndedByImport = defineEvent(
  'people.person-ended-by-import',
  1,
  z.strictObject({
    importId: z.uuid(),
    endedOn: z.iso.date(),
    /** What the file says; null where the person is only missing from a complete list. */
    status: z.string().nullable(),
  }),
);
