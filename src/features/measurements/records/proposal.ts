/** What an employee says that a day or a case should be, and what it becomes where the officer accepts. */
import { z } from 'zod';
import {
  type AttendanceDay,
  EXCUSES,
  judgeDay,
  judgeStated,
  MINUTES_OF_DAY,
} from '#domain/attendance/index.ts';
import type { Judging } from './calendar.ts';
import type { CaseContent } from './cases.ts';

const minute = z
  .int()
  .min(0)
  .max(2 * MINUTES_OF_DAY);

export const dayProposal = z.discriminatedUnion('status', [
  /** Present, with the times that should stand there. */
  z.strictObject({ status: z.literal('present'), timeIn: minute, timeOut: minute }),
  z.strictObject({ status: z.literal('excused'), excuse: z.enum(EXCUSES) }),
]);
export type DayProposal = z.output<typeof dayProposal>;

const civilMinute = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

export const caseProposal = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('times'), start: civilMinute, end: civilMinute.nullable() }),
  /** Somebody else answers for it, or it is none. */
  z.strictObject({ what: z.literal('not-mine') }),
]);
export type CaseProposal = z.output<typeof caseProposal>;

/** The day as it would be: times are judged by the hours of that day like any others. */
export function proposedDay(
  personId: string,
  date: string,
  proposal: DayProposal,
  judged: Judging,
): AttendanceDay {
  const shift = judged.shiftOf(personId, date);
  const letters = judged.lettersOf(personId);
  if (proposal.status === 'excused')
    return judgeStated(
      { date, status: 'excused', excuse: proposal.excuse, late: 0, early: 0 },
      { shift, letters: [] },
    );
  const { timeIn, timeOut } = proposal;
  if (!shift)
    return judgeStated({ date, status: 'present', excuse: null, late: 0, early: 0 }, { shift, letters });
  const { missingMinutes } = judged.settings;
  return judgeDay({ date, shift, timeIn, timeOut, letters, missingMinutes });
}

export function proposedCase(former: CaseContent, proposal: CaseProposal): CaseContent {
  const { number, service, start, end } = former;
  return proposal.what === 'not-mine'
    ? { number, service, start, end, isCounted: false }
    : { number, service, start: proposal.start, end: proposal.end, isCounted: true };
}
