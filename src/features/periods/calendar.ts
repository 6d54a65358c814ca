/** Check-ins and deadlines that a period begins with; an officer may move every date. Pure. */
import type { Scheme } from '#domain/schemes/index.ts';
import { addDays } from '#platform/clock/clock.ts';

export type CheckInFrequency = 'month' | 'quarter';

export interface CheckpointDraft {
  readonly ordinal: number;
  readonly name: string;
  readonly startsOn: string;
  /** Last day, inclusive. */
  readonly endsOn: string;
  readonly dueOn: string;
}

// Stored names are data of the agency and stay Indonesian on paper.
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];
const QUARTERS = ['I', 'II', 'III', 'IV'];
const GRACE_DAYS = 10;
const MAXIMUM = 60;

/** One check-in a calendar month or quarter that the period touches; due ten days later, at the latest at its end. */
export function proposeCheckpoints(
  startsOn: string,
  endsOn: string,
  every: CheckInFrequency,
): readonly CheckpointDraft[] {
  const drafts: CheckpointDraft[] = [];
  const severalYears = startsOn.slice(0, 4) !== endsOn.slice(0, 4);
  let from = startsOn;
  while (from <= endsOn && drafts.length < MAXIMUM) {
    const last = lastDay(from, every);
    const until = clampDate(last, from, endsOn);
    const month = Number(from.slice(5, 7));
    const name = every === 'month' ? MONTHS[month - 1] : `Triwulan ${QUARTERS[Math.ceil(month / 3) - 1]}`;
    drafts.push({
      ordinal: drafts.length + 1,
      name: severalYears ? `${name} ${from.slice(0, 4)}` : String(name),
      startsOn: from,
      endsOn: until,
      dueOn: clampDate(addDays(until, GRACE_DAYS), until, endsOn),
    });
    from = addDays(until, 1);
  }
  return drafts;
}

function lastDay(date: string, every: CheckInFrequency): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const last = every === 'month' ? month : Math.ceil(month / 3) * 3;
  const firstOfNext = last === 12 ? `${year + 1}-01-01` : `${year}-${String(last + 1).padStart(2, '0')}-01`;
  return addDays(firstOfNext, -1);
}

export interface Deadlines {
  readonly planDueOn: string;
  readonly selfAssessmentDueOn: string;
  readonly ratingDueOn: string;
  readonly ratificationDueOn: string;
}

/** The plan is due on the scheme's day (31 January) or, for a period that begins later, after thirty days. */
export function proposeDeadlines(startsOn: string, endsOn: string, scheme: Scheme | undefined): Deadlines {
  const day = scheme?.plan?.agreedBy ?? '01-31';
  const byScheme = `${startsOn.slice(0, 4)}-${day}`;
  const planDueOn = byScheme >= addDays(startsOn, 7) ? byScheme : addDays(startsOn, 30);
  return {
    planDueOn: clampDate(planDueOn, startsOn, endsOn),
    selfAssessmentDueOn: clampDate(addDays(endsOn, -21), startsOn, endsOn),
    ratingDueOn: clampDate(addDays(endsOn, -11), startsOn, endsOn),
    ratificationDueOn: endsOn,
  };
}

/** The date itself, or the end of the span that it lies beyond. */
export function clampDate(date: string, from: string, to: string): string {
  if (date < from) return from;
  return date > to ? to : date;
}
