/** From lessons read, cases rated and certificates held to what comes next. Pure. */
import { addDays } from '#platform/clock/clock.ts';

/** A certificate can be renewed, and cases count for it again, from this many days before it ends. */
export const RENEWAL_DAYS = 90;
export const DEFAULT_VALID_MONTHS = 24;

export interface SentAttempt {
  readonly caseId: string;
  readonly hasPassed: boolean;
  readonly sentAt: Date;
  /** Civil date of sending in the agency's zone. */
  readonly sentOn: string;
}

export interface LessonRead {
  readonly id: string;
  readonly lastReadAt: Date | null;
}

/** The day from which cases count for the next certificate; null from the beginning. */
export function countsFrom(held: { readonly validUntil: string } | undefined): string | null {
  return held ? addDays(held.validUntil, -RENEWAL_DAYS) : null;
}

export interface Standing {
  readonly lessons: readonly LessonRead[];
  /** Published cases in their order. */
  readonly cases: readonly string[];
  readonly attempts: readonly SentAttempt[];
  /** The certificate of this scheme that ends last and was not revoked. */
  readonly held: { readonly validUntil: string } | undefined;
  /** When one was revoked last: what was rated before counts no more. */
  readonly revokedAt: Date | null;
  readonly today: string;
  readonly needed: number;
}

export type Next =
  | { readonly kind: 'lessons'; readonly lessonId: string }
  /** A case that can be rated now. */
  | { readonly kind: 'case'; readonly caseId: string; readonly isPractice: boolean }
  /** All cases failed: the lessons come first. */
  | { readonly kind: 'reread'; readonly lessonId: string }
  /** Passed, nothing left to practise. */
  | { readonly kind: 'done' }
  | { readonly kind: 'empty' };

/** Different cases passed that count for the next certificate. */
export function passedCases(standing: Evidence): ReadonlySet<string> {
  return new Set(
    counted(standing)
      .filter(({ hasPassed }) => hasPassed)
      .map(({ caseId }) => caseId),
  );
}

type Evidence = Pick<Standing, 'attempts' | 'held' | 'revokedAt'>;

function counted({ attempts, held, revokedAt }: Evidence): readonly SentAttempt[] {
  const from = countsFrom(held) ?? '';
  return attempts.filter(
    ({ sentOn, sentAt }) => sentOn >= from && (revokedAt === null || sentAt > revokedAt),
  );
}

/** Whether passing would give a certificate now: there is none, or it ends soon. */
export function isDue({ held, today }: Pick<Standing, 'held' | 'today'>): boolean {
  const from = countsFrom(held);
  return from === null || today >= from;
}

export function hasEarned(standing: Evidence & Pick<Standing, 'today' | 'needed'>): boolean {
  return isDue(standing) && passedCases(standing).size >= standing.needed;
}

/**
 * Lessons first; then a case that was never rated, then one not rated since cases count again; then one that failed,
 * once every lesson was read again after it. A case that was passed is not asked again.
 */
export function nextStep(standing: Standing): Next {
  const { lessons, cases, attempts } = standing;
  if (lessons.length === 0 && cases.length === 0) return { kind: 'empty' };
  const unread = lessons.find(({ lastReadAt }) => lastReadAt === null);
  if (unread) return { kind: 'lessons', lessonId: unread.id };
  if (cases.length === 0) return { kind: 'empty' };
  const isPractice = !isDue(standing);
  const recent = isPractice ? attempts : counted(standing);
  const fresh =
    cases.find((id) => !attempts.some(({ caseId }) => caseId === id)) ??
    cases.find((id) => !recent.some(({ caseId }) => caseId === id));
  if (fresh) return { kind: 'case', caseId: fresh, isPractice };
  const open = cases.filter((id) => !recent.some(({ caseId, hasPassed }) => caseId === id && hasPassed));
  const [again] = open;
  if (!again) return { kind: 'done' };
  const last = Math.max(...recent.map(({ sentAt }) => sentAt.getTime()));
  const stale = lessons.find(({ lastReadAt }) => (lastReadAt?.getTime() ?? 0) <= last);
  return stale
    ? { kind: 'reread', lessonId: stale.id }
    : { kind: 'case', caseId: oldest(open, recent), isPractice };
}

/** The failed case that was rated longest ago. */
function oldest(open: readonly string[], attempts: readonly SentAttempt[]): string {
  const last = (id: string) =>
    Math.max(...attempts.filter(({ caseId }) => caseId === id).map(({ sentAt }) => sentAt.getTime()));
  return open.toSorted((one, other) => last(one) - last(other))[0] ?? '';
}

/** `2026-08-31` and 6 months give `2027-02-28`: the same day, or the last one of a shorter month. */
export function addMonths(civilDate: string, months: number): string {
  const [year = 0, month = 1, day = 1] = civilDate.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}
