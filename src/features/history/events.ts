/** What the record keeps of earlier years. Closed and versioned: add, never change. */
import { z } from 'zod';
import { PREDICATES } from '#domain/rules/index.ts';
import { defineEvent } from '#platform/audit/audit.ts';
import { RULES } from './rules.ts';

const past = {
  startsOn: z.string(),
  endsOn: z.string(),
  rule: z.enum(RULES),
  category: z.enum(PREDICATES),
};

export const pastResultsImported = defineEvent(
  'past-results-imported',
  1,
  z.object({ file: z.string(), added: z.int(), replaced: z.int() }),
);

export const pastResultRecorded = defineEvent(
  'past-result-recorded',
  1,
  z.object({ ...past, file: z.string(), isReplacement: z.boolean() }),
);

export const pastResultWithdrawn = defineEvent(
  'past-result-withdrawn',
  1,
  z.object({ ...past, reason: z.string() }),
);

export const historyEvents = [pastResultsImported, pastResultRecorded, pastResultWithdrawn] as const;
