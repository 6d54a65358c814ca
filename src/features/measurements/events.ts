/** What the record keeps of measurements. Closed and versioned: add, never change. */
import { z } from 'zod';
import { defineEvent } from '#platform/audit/audit.ts';

export const measurementRecorded = defineEvent(
  'measurement-recorded',
  1,
  z.object({
    participantId: z.string(),
    component: z.string(),
    origin: z.enum(['file', 'officer', 'voices', 'survey', 'register']),
    note: z.string(),
  }),
);

/** Days of one person, read from a file. */
export const attendanceRecorded = defineEvent(
  'attendance-recorded',
  1,
  z.object({ file: z.string(), from: z.string(), until: z.string(), days: z.int() }),
);

/** One day, by an officer. */
export const attendanceCorrected = defineEvent(
  'attendance-corrected',
  1,
  z.object({ date: z.string(), reason: z.string() }),
);

/** One attendance file as a whole. */
export const attendanceImported = defineEvent(
  'attendance-imported',
  1,
  z.object({ file: z.string(), people: z.int(), days: z.int() }),
);

/** Hours, holidays, machine numbers or settings by which days are read. */
export const attendanceCalendarChanged = defineEvent(
  'attendance-calendar-changed',
  1,
  z.object({
    what: z.enum([
      'schedule',
      'assignment',
      'assignment-ended',
      'holidays',
      'holiday-removed',
      'machine-numbers',
      'settings',
    ]),
    name: z.string(),
  }),
);

export const attendanceLetterRecorded = defineEvent(
  'attendance-letter-recorded',
  1,
  z.object({
    kind: z.enum(['leave', 'sick', 'duty', 'training', 'permission']),
    from: z.string(),
    until: z.string(),
    number: z.string(),
  }),
);

export const attendanceLetterWithdrawn = defineEvent(
  'attendance-letter-withdrawn',
  1,
  z.object({ from: z.string(), until: z.string(), number: z.string() }),
);

const contested = z.object({
  participantId: z.string(),
  component: z.string(),
  kind: z.enum(['day', 'case']),
  /** Civil date of the day or number of the case. */
  what: z.string(),
});
export const recordContested = defineEvent('record-contested', 1, contested);
export const recordContestWithdrawn = defineEvent('record-contest-withdrawn', 1, contested);
export const recordContestDecided = defineEvent(
  'record-contest-decided',
  1,
  contested.extend({ outcome: z.enum(['accepted', 'refused']), reason: z.string() }),
);

export const measurementEvents = [
  measurementRecorded,
  attendanceRecorded,
  attendanceCorrected,
  attendanceImported,
  attendanceCalendarChanged,
  attendanceLetterRecorded,
  attendanceLetterWithdrawn,
  recordContested,
  recordContestWithdrawn,
  recordContestDecided,
] as const;
