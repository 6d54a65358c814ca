/** How long two people had to do with each other: spans in which they shared a unit or a team, or one led the other. Pure. */
import { addDays, daysBetween } from '#platform/clock/clock.ts';

/** Half-open, as civil dates; without an end it goes on. */
export interface Span {
  readonly from: string;
  readonly until: string | null;
}

/** Half-open. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

/** Somebody belonged somewhere for a time: a unit or a team. */
export interface Membership extends Span {
  readonly personId: string;
  readonly groupId: string;
}

/** One led the other for a time: as appraiser or as the appraiser's superior. */
export interface Lead extends Span {
  readonly oneId: string;
  readonly otherId: string;
}

const DAYS_A_MONTH = 30;

/** A period shorter than the months asked for asks for all of its days. */
export function daysRequired(months: number, window: Window): number {
  return Math.min(months * DAYS_A_MONTH, daysBetween(window.from, window.until));
}

export interface Contact {
  readonly days: number;
  /** The first day of contact in the window; undefined where there was none. */
  readonly from: string | undefined;
}

/** Days in the window that lie in at least one of the spans. What goes on is counted to the end of the window. */
export function contactIn(window: Window, spans: readonly Span[]): Contact {
  const cut = spans
    .map(({ from, until }) => ({
      from: from > window.from ? from : window.from,
      until: until !== null && until < window.until ? until : window.until,
    }))
    .filter(({ from, until }) => from < until)
    .toSorted((a, b) => a.from.localeCompare(b.from));
  let days = 0;
  let reached = window.from;
  for (const { from, until } of cut) {
    const start = from > reached ? from : reached;
    if (start >= until) continue;
    days += daysBetween(start, until);
    reached = until;
  }
  return { days, from: cut[0]?.from };
}

/** Answers for any pair how they met; built once for many pairs. */
export function contacts(window: Window, memberships: readonly Membership[], leads: readonly Lead[]) {
  const byPerson = Map.groupBy(memberships, (each) => each.personId);
  const byPair = Map.groupBy(leads, (each) => unordered(each.oneId, each.otherId));
  return (oneId: string, otherId: string): Contact => {
    const theirs = byPerson.get(otherId) ?? [];
    const shared = (byPerson.get(oneId) ?? []).flatMap((mine) =>
      theirs.flatMap((other) => (other.groupId === mine.groupId ? both(mine, other) : [])),
    );
    return contactIn(window, [...shared, ...(byPair.get(unordered(oneId, otherId)) ?? [])]);
  };
}

function both(one: Span, other: Span): Span[] {
  const from = one.from > other.from ? one.from : other.from;
  const until =
    one.until === null || (other.until !== null && other.until < one.until) ? other.until : one.until;
  return until !== null && until <= from ? [] : [{ from, until }];
}

export function unordered(oneId: string, otherId: string): string {
  return oneId < otherId ? `${oneId} ${otherId}` : `${otherId} ${oneId}`;
}

/** The year that ends with a day, where no period says otherwise. */
export function yearUntil(on: string): Window {
  return { from: addDays(on, -364), until: addDays(on, 1) };
}
