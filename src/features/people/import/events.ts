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
