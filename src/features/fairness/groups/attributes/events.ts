/** What the record keeps of attributes held for the comparison of groups: never a value, never whose. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const kind = z.enum(['place', 'religion', 'disability']);

export const attributeRegistered = defineEvent(
  'attribute-registered',
  1,
  z.object({ kind, legalBasis: z.string(), purpose: z.string(), endsOn: z.string() }),
);
export const attributeValuesRecorded = defineEvent(
  'attribute-values-recorded',
  1,
  z.object({ kind, people: z.int() }),
);
export const attributeEnded = defineEvent(
  'attribute-ended',
  1,
  z.object({ kind, people: z.int(), reason: z.string().nullable() }),
);

export const attributeEvents = [attributeRegistered, attributeValuesRecorded, attributeEnded] as const;
