/** How long two people worked together. Civil dates as `YYYY-MM-DD`, spans half-open. Pure. */

export interface Span {
  readonly from: string;
  /** The first day that no longer belongs to it. */
  readonly until: string;
}

/** The days that both spans have; undefined when there are none. */
export function overlap(one: Span, other: Span): Span | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const until = one.until < other.until ? one.until : other.until;
  return from < until ? { from, until } : undefined;
}

/** Full calendar months of a span: 1 July to 1 October are 3, 2 July to 1 October are 2. */
export function monthsOf({ from, until }: Span): number {
  const [years, months, days] = [0, 1, 2].map(
    (part) => Number(until.split('-')[part]) - Number(from.split('-')[part]),
  );
  return Math.max(0, (years ?? 0) * 12 + (months ?? 0) - ((days ?? 0) < 0 ? 1 : 0));
}

/** Full months of several spans; spans that touch or overlap count as one, so that a change of post loses nothing. */
export function monthsOfAll(spans: readonly Span[]): number {
  const merged: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = merged.at(-1);
    if (!last || span.from > last.until) merged.push(span);
    else
      merged[merged.length - 1] = {
        from: last.from,
        until: last.until > span.until ? last.until : span.until,
      };
  }
  return merged.reduce((sum, span) => sum + monthsOf(span), 0);
}
