/** What the record keeps of evaluations. Ratings and predicates stand in it; words of people stay in their rows. */
import { z } from 'zod';
import { ORGANISATION_PREDICATES, PREDICATES, RATINGS } from '#domain/rules/index.ts';
import { defineEvent } from '#platform/audit/audit.ts';
import { GROUNDS } from './transitions.ts';

const result = {
  participantId: z.uuid(),
  resultId: z.uuid(),
  version: z.int(),
};

export const selfAssessmentSubmitted = defineEvent(
  'self-assessment-submitted',
  1,
  z.object({ participantId: z.uuid() }),
);
export const selfAssessmentReopened = defineEvent(
  'self-assessment-reopened',
  1,
  z.object({ participantId: z.uuid() }),
);
export const resultGiven = defineEvent(
  'result-given',
  // 2 adds score and category of the agency's own scheme; null under the national one.
  2,
  z.object({
    ...result,
    resultsRating: z.enum(RATINGS),
    behaviourRating: z.enum(RATINGS),
    predicate: z.enum(PREDICATES),
    suggestedResultsRating: z.enum(RATINGS).nullable(),
    score: z.string().nullable(),
    category: z.string().nullable(),
    scheme: z.string(),
    schemeVersion: z.int(),
  }),
);
export const resultWithdrawn = defineEvent(
  'result-withdrawn',
  1,
  z.object({ ...result, ground: z.enum(GROUNDS) }),
);
export const resultRatified = defineEvent(
  'result-ratified',
  1,
  z.object({ ...result, receivedOn: z.iso.date(), objectionDeadline: z.iso.date() }),
);
export const resultAccepted = defineEvent(
  'result-accepted',
  1,
  z.object({ ...result, by: z.enum(['employee', 'lapse']) }),
);
export const objectionFiled = defineEvent(
  'objection-filed',
  1,
  z.object({ ...result, filedOn: z.iso.date() }),
);
export const objectionExplained = defineEvent('objection-explained', 1, z.object(result));
export const objectionDecided = defineEvent(
  'objection-decided',
  1,
  z.object({
    ...result,
    decision: z.enum(['upheld', 'changed']),
    newResultId: z.uuid().nullable(),
    predicate: z.enum(PREDICATES),
  }),
);
export const resultRevoked = defineEvent(
  'result-revoked',
  1,
  z.object({ ...result, ground: z.enum(GROUNDS) }),
);
export const unitPredicateFixed = defineEvent(
  'unit-predicate-fixed',
  1,
  z.object({
    periodId: z.uuid(),
    unitId: z.uuid(),
    predicate: z.enum(ORGANISATION_PREDICATES),
    violations: z.array(z.string()),
  }),
);

export const evaluationEvents = [
  selfAssessmentSubmitted,
  selfAssessmentReopened,
  resultGiven,
  resultWithdrawn,
  resultRatified,
  resultAccepted,
  objectionFiled,
  objectionExplained,
  objectionDecided,
  resultRevoked,
  unitPredicateFixed,
] as const;
