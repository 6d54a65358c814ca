/** What leaves Tera from the record is itself in the record. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const transparencyEvents = {
  recordExported: defineEvent('record.exported', 1, z.object({ rows: z.int().nonnegative() })),
  /** A person took along what is held about them (UU 27/2022). */
  ownDataExported: defineEvent('record.own-data-exported', 1, z.object({})),
};
