/**
 * The habits of somebody who rates, seen against experts on the same cases: how severe, how much of the scale is
 * used, how far single items within a case are told apart (halo). Descriptions of what was rated, no test and no
 * estimate of a trait: a handful of cases says something to the person who rated them and nothing about results
 * that they give elsewhere. It must not be used to judge appraisers or to correct what they gave.
 *
 * Places are parts of the range of an item's scale, 0 (worst level) to 1 (best). Spread is the standard deviation
 * with n − 1. Reference for the measures: Saal, Downey & Lahey (1980), Rating the ratings, Psychological Bulletin 88.
 */

/** One item of one case: where the person and where the experts' mean stand. */
export interface RatedPlace {
  readonly caseId: string;
  readonly own: number;
  readonly experts: number;
}

export interface Habits {
  readonly cases: number;
  readonly items: number;
  /** Mean of own minus experts in percent of the range: positive is milder, negative more severe. */
  readonly severity: number;
  /** Mean absolute distance in percent of the range. */
  readonly distance: number;
  /** Spread over all items, in percent of the range. */
  readonly spread: Pair;
  /** Mean over the cases of the spread of the items within a case, in percent of the range. */
  readonly within: Pair;
  /** Whether one rates high where the experts do, −1 to 1; null where either never varies. */
  readonly agreement: number | null;
  readonly byCase: readonly { readonly caseId: string; readonly severity: number }[];
}

export interface Pair {
  readonly own: number;
  readonly experts: number;
}

export type HabitsOutcome =
  | { readonly enough: true; readonly habits: Habits }
  | { readonly enough: false; readonly cases: number; readonly items: number };

export const LEAST_CASES = 3;
export const LEAST_ITEMS = 10;

export function habitsOf(places: readonly RatedPlace[]): HabitsOutcome {
  const byCase = Map.groupBy(places, ({ caseId }) => caseId);
  if (byCase.size < LEAST_CASES || places.length < LEAST_ITEMS)
    return { enough: false, cases: byCase.size, items: places.length };
  const own = places.map((place) => place.own);
  const experts = places.map((place) => place.experts);
  const withCompany = [...byCase.values()].filter((each) => each.length > 1);
  const within = (of: (place: RatedPlace) => number) =>
    100 * mean(withCompany.map((each) => spread(each.map(of))));
  return {
    enough: true,
    habits: {
      cases: byCase.size,
      items: places.length,
      severity: 100 * mean(places.map((place) => place.own - place.experts)),
      distance: 100 * mean(places.map((place) => Math.abs(place.own - place.experts))),
      spread: { own: 100 * spread(own), experts: 100 * spread(experts) },
      within: { own: within((place) => place.own), experts: within((place) => place.experts) },
      agreement: correlation(own, experts),
      byCase: [...byCase].map(([caseId, each]) => ({
        caseId,
        severity: 100 * mean(each.map((place) => place.own - place.experts)),
      })),
    },
  };
}

/** What the numbers say in one of three words each; thresholds are ours, wide enough not to name chance a habit. */
export interface HabitWords {
  readonly severity: 'milder' | 'like-experts' | 'more-severe';
  readonly spread: 'narrower' | 'like-experts' | 'wider';
  readonly halo: 'alike' | 'like-experts' | 'apart';
}

/** Percent of the range from which a mean difference is called milder or more severe. */
export const SEVERITY_BAND = 7.5;
/** Share of the experts' spread below which (and above whose reciprocal) one's own is called different. */
export const SPREAD_RATIO = 0.7;

export function habitWords({ severity, spread: all, within }: Habits): HabitWords {
  return {
    severity:
      severity > SEVERITY_BAND ? 'milder' : severity < -SEVERITY_BAND ? 'more-severe' : 'like-experts',
    spread: compared(all, 'narrower', 'wider'),
    halo: compared(within, 'alike', 'apart'),
  };
}

function compared<Less extends string, More extends string>(
  { own, experts }: Pair,
  less: Less,
  more: More,
): Less | More | 'like-experts' {
  if (own < experts * SPREAD_RATIO) return less;
  return own * SPREAD_RATIO > experts ? more : 'like-experts';
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation with n − 1; 0 for fewer than two values. */
export function spread(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}

/** Pearson's correlation; null where one of the two never varies. */
export function correlation(one: readonly number[], other: readonly number[]): number | null {
  const [middleOne, middleOther] = [mean(one), mean(other)];
  let [product, squareOne, squareOther] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [a, b] = [value - middleOne, (other[index] ?? 0) - middleOther];
    product += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  return squareOne === 0 || squareOther === 0 ? null : product / Math.sqrt(squareOne * squareOther);
}
