/** What the record keeps of training. Closed and versioned: add, never change. What somebody rated is not in it. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

const lesson = z.object({ scheme: z.string(), title: z.string() });
const ofCase = z.object({ scheme: z.string(), heading: z.string() });
const certificate = z.object({ scheme: z.string(), number: z.string(), from: z.string(), until: z.string() });
const workshop = z.object({ title: z.string() });

export const trainingEvents = {
  lessonSaved: defineEvent('training.lesson-saved', 1, lesson),
  lessonPublished: defineEvent('training.lesson-published', 1, lesson),
  lessonWithdrawn: defineEvent('training.lesson-withdrawn', 1, lesson),
  casePublished: defineEvent('training.case-published', 1, ofCase),
  caseReplaced: defineEvent('training.case-replaced', 1, ofCase),
  caseWithdrawn: defineEvent('training.case-withdrawn', 1, ofCase),
  /** That a case was rated; how well is the person's own affair. */
  attemptSent: defineEvent('training.case-rated', 1, ofCase),
  certificateGiven: defineEvent('training.certificate-given', 1, certificate),
  certificateRecognised: defineEvent(
    'training.certificate-recognised',
    1,
    certificate.extend({ issuer: z.string() }),
  ),
  certificateRevoked: defineEvent(
    'training.certificate-revoked',
    1,
    z.object({ scheme: z.string(), number: z.string(), reason: z.string() }),
  ),
  invited: defineEvent('training.invited', 1, z.object({ scheme: z.string(), people: z.int() })),
  listExported: defineEvent('training.list-exported', 1, z.object({ rows: z.int() })),
  workshopPlanned: defineEvent('training.workshop-planned', 1, workshop),
  workshopChanged: defineEvent('training.workshop-changed', 1, workshop),
  workshopCancelled: defineEvent('training.workshop-cancelled', 1, workshop.extend({ reason: z.string() })),
  workshopInvited: defineEvent('training.workshop-invited', 1, workshop.extend({ people: z.int() })),
  placeChanged: defineEvent(
    'training.workshop-place',
    1,
    workshop.extend({ to: z.enum(['enrolled', 'waiting', 'declined', 'withdrawn']) }),
  ),
  attendanceRecorded: defineEvent(
    'training.attendance-recorded',
    1,
    workshop.extend({ attended: z.int(), absent: z.int() }),
  ),
} as const;
