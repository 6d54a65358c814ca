/**
 * Which part of a period the evidence covers. Memory favours the last weeks; a meter makes it visible before a rating
 * is given and beside it afterwards. Civil dates; the last quarter of a period that runs over a multiple of four
 * whole months begins with a month, any other with a day.
 */

export const EVIDENCE_KINDS = ['progress', 'evidence', 'feedback', 'diary', 'check-in'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface Dated {
  readonly kind: EvidenceKind;
  /** Civil date. */
  readonly on: string;
}

export interface MonthOfEvidence {
  /** `2026-03` */
  readonly month: string;
  readonly counts: Readonly<Partial<Record<EvidenceKind, number>>>;
  readonly total: number;
  /** Whether the month is not over, or too little of it belongs to the period, to be called empty. */
  readonly isOpen: boolean;
}

export interface Coverage {
  readonly months: readonly MonthOfEvidence[];
  readonly total: number;
  /** First day of the last quarter. */
  readonly lateFrom: string;
  readonly late: number;
  /** Whole percent in the last quarter; null where there is no evidence at all. */
  readonly latePercent: number | null;
  /** Months without any evidence. */
  readonly empty: readonly string[];
}

/** Above this share in the last quarter a reader is warned, in percent. */
export const MOST_LATE_PERCENT = 60;
/** Days of a month that have to belong to the period before its emptiness says something. */
const LEAST_DAYS = 15;

const DAY = 86_400_000;
const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY;
const civil = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

interface Span {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Evidence from before the span is not of this period; what came after its end stands in the last month. */
export function coverageOf(evidence: readonly Dated[], span: Span, today: string): Coverage {
  const within = evidence
    .filter((each) => each.on >= span.startsOn)
    .map((each) => ({ ...each, on: each.on > span.endsOn ? span.endsOn : each.on }));
  const months = monthsOf(span).map((month) => {
    const own = within.filter((each) => each.on.startsWith(month));
    const counts: Partial<Record<EvidenceKind, number>> = {};
    for (const { kind } of own) counts[kind] = (counts[kind] ?? 0) + 1;
    return { month, counts, total: own.length, isOpen: isOpen(month, span, today) };
  });
  const lateFrom = lastQuarterFrom(span);
  const late = within.filter((each) => each.on >= lateFrom).length;
  return {
    months,
    total: within.length,
    lateFrom,
    late,
    latePercent: within.length === 0 ? null : Math.round((late * 100) / within.length),
    empty: months.filter((each) => each.total === 0 && !each.isOpen).map((each) => each.month),
  };
}

export function isTooLate({ latePercent }: Pick<Coverage, 'latePercent'>): boolean {
  return latePercent !== null && latePercent > MOST_LATE_PERCENT;
}

/** First day of the last quarter of a span: `2026-10-01` for a whole 2026. */
export function lastQuarterFrom(span: Span): string {
  const months = monthsOf(span);
  const isWhole = span.startsOn.endsWith('-01') && civil(dayNumber(span.endsOn) + 1).endsWith('-01');
  if (isWhole && months.length % 4 === 0) return `${months[(months.length * 3) / 4]}-01`;
  const [start, end] = [dayNumber(span.startsOn), dayNumber(span.endsOn)];
  return civil(end - Math.floor((end - start + 1) / 4) + 1);
}

function monthsOf({ startsOn, endsOn }: Span): string[] {
  const months: string[] = [];
  for (let month = startsOn.slice(0, 7); month <= endsOn.slice(0, 7); month = monthAfter(month))
    months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function isOpen(month: string, { startsOn, endsOn }: Span, today: string): boolean {
  const first = `${month}-01`;
  const last = civil(dayNumber(`${monthAfter(month)}-01`) - 1);
  if (today <= (endsOn < last ? endsOn : last)) return true;
  const from = Math.max(dayNumber(first), dayNumber(startsOn));
  const until = Math.min(dayNumber(last), dayNumber(endsOn));
  return until - from + 1 < LEAST_DAYS;
}
