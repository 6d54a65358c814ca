/** What the record keeps of surveys. Closed and versioned: add, never change. Answering is never recorded. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const counter = { counter: z.string(), unit: z.string() };
const result = { round: z.string(), unit: z.string() };

export const surveyEvents = {
  counterAdded: defineEvent('survey.counter-added', 1, z.object(counter)),
  counterChanged: defineEvent('survey.counter-changed', 1, z.object(counter)),
  personBound: defineEvent(
    'survey.person-bound',
    1,
    z.object({ counter: z.string(), from: z.iso.date(), until: z.iso.date().nullable() }),
  ),
  personReleased: defineEvent(
    'survey.person-released',
    1,
    z.object({ counter: z.string(), until: z.iso.date() }),
  ),
  roundSaved: defineEvent(
    'survey.round-saved',
    1,
    z.object({ round: z.string(), startsOn: z.iso.date(), endsOn: z.iso.date() }),
  ),
  roundActed: defineEvent(
    'survey.round-acted',
    1,
    z.object({
      round: z.string(),
      act: z.enum(['open', 'close', 'end', 'drop']),
      reason: z.string().nullable(),
    }),
  ),
  tokensMade: defineEvent(
    'survey.tokens-made',
    1,
    z.object({ round: z.string(), counter: z.string(), count: z.int().positive() }),
  ),
  batchDecided: defineEvent(
    'survey.batch-decided',
    1,
    z.object({
      round: z.string(),
      counter: z.string(),
      day: z.iso.date(),
      answers: z.int(),
      act: z.enum(['keep', 'exclude']),
      reason: z.string(),
    }),
  ),
  wordsActed: defineEvent(
    'survey.words-acted',
    1,
    z.object({ round: z.string(), act: z.enum(['report', 'hide', 'let-stand']), reason: z.string() }),
  ),
  published: defineEvent('survey.published', 1, z.object(result)),
  withdrawn: defineEvent('survey.withdrawn', 1, z.object({ ...result, reason: z.string() })),
  used: defineEvent(
    'survey.used',
    1,
    z.object({ ...result, period: z.string(), participants: z.int().positive() }),
  ),
} as const;
