/**
 * What a run says, with its uncertainty. A period is one independent repetition of the whole agency, so the interval
 * of a share is Student's 95 % interval of its values over the periods; where all periods say 0 (or 1), the "rule of
 * three" of Hanley & Lippman-Hand 1983 (3 ÷ n) gives the open end. It tells what another seed would give, not how well
 * the assumptions fit the world.
 */
import { studentQuantile } from '../statistics/special.ts';
import { DISTURBANCES, type Disturbance, type Period } from './tally.ts';

export interface Share {
  /** Between 0 and 1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** How many invented people it rests on, over all periods. */
  readonly people: number;
}

export interface Outcome {
  readonly periods: number;
  /** People in all periods for whom the scheme knows a true category. */
  readonly people: number;
  readonly excluded: number;
  /** In another category than their own, of those who get one: so are the three below. */
  readonly wrong: Share;
  readonly tooLow: Share;
  readonly tooHigh: Share;
  /** Two categories off or more. */
  readonly far: Share;
  /** Of all people, those who get no category. */
  readonly noResult: Share;
  /** For each true category (by rank) the share of its people in each given one, the last one "no result". */
  readonly confusion: readonly (readonly Share[])[];
  /** Shares of the variance of the score; undefined where nothing varies. */
  readonly dependsOn: { readonly person: Share; readonly rater: Share; readonly noise: Share } | undefined;
  readonly without: readonly { readonly disturbance: Disturbance; readonly wrong: Share }[];
  readonly raters: readonly { readonly at: number; readonly wrong: Share }[];
  readonly looks: readonly { readonly at: number; readonly wrong: Share; readonly linked: Share }[];
}

export function outcomeOf(periods: readonly Period[]): Outcome {
  const given = (take: (truth: number, given: number) => boolean) =>
    shareOf(periods, (period) => countGiven(period, take));
  const [first] = periods;
  const categories = first?.confusion.length ?? 0;
  const rank = Array.from({ length: categories }, (_, index) => index);
  return {
    periods: periods.length,
    people: countPeople(periods),
    excluded: periods.reduce((sum, each) => sum + each.excluded, 0),
    wrong: given((truth, rank) => rank !== truth),
    tooLow: given((truth, rank) => rank > truth),
    tooHigh: given((truth, rank) => rank < truth),
    far: given((truth, rank) => Math.abs(rank - truth) > 1),
    noResult: shareOf(periods, ({ confusion }) => ({
      hits: confusion.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0),
      people: confusion.flat().reduce((sum, each) => sum + each, 0),
    })),
    confusion: rank.map((truth) =>
      [...rank, categories].map((column) =>
        shareOf(periods, ({ confusion }) => ({
          hits: confusion[truth]?.[column] ?? 0,
          people: (confusion[truth] ?? []).reduce((sum, each) => sum + each, 0),
        })),
      ),
    ),
    dependsOn: dependence(periods),
    without: DISTURBANCES.flatMap((disturbance) =>
      first?.without[disturbance]
        ? [{ disturbance, wrong: wrongShare(periods, (period) => period.without[disturbance]) }]
        : [],
    ),
    raters: (first?.raters ?? []).map(({ at }, place) => ({
      at,
      wrong: wrongShare(periods, (period) => period.raters[place]),
    })),
    looks: (first?.looks ?? []).map(({ at }, place) => ({
      at,
      wrong: wrongShare(periods, (period) => period.looks[place]),
      linked: shareOf(periods, (period) => ({
        hits: period.looks[place]?.linked ?? 0,
        people: period.looks[place]?.appraisers ?? 0,
      })),
    })),
  };
}

type Counted = { readonly hits: number; readonly people: number };

/** Those who get a category, and how many of them `take` counts. */
function countGiven({ confusion }: Period, take: (truth: number, given: number) => boolean): Counted {
  let hits = 0;
  let people = 0;
  for (const [truth, row] of confusion.entries())
    for (const [given, count] of row.slice(0, -1).entries()) {
      people += count;
      if (take(truth, given)) hits += count;
    }
  return { hits, people };
}

function wrongShare(
  periods: readonly Period[],
  read: (period: Period) => { readonly wrong: number; readonly people: number } | undefined,
): Share {
  return shareOf(periods, (period) => {
    const { wrong = 0, people = 0 } = read(period) ?? {};
    return { hits: wrong, people };
  });
}

const reaches = new Map<number, number>();

/** How many standard errors a 95 % interval reaches to either side. */
function reachOf(degrees: number): number {
  const known = reaches.get(degrees) ?? studentQuantile(0.975, degrees);
  reaches.set(degrees, known);
  return known;
}

/** The share over all periods, its interval from how far the periods differ. */
function shareOf(periods: readonly Period[], read: (period: Period) => Counted): Share {
  const counted = periods.map(read).filter(({ people }) => people > 0);
  const hits = counted.reduce((sum, each) => sum + each.hits, 0);
  const people = counted.reduce((sum, each) => sum + each.people, 0);
  if (people === 0) return { share: 0, low: 0, high: 1, people: 0 };
  const share = hits / people;
  if (hits === 0 || hits === people) {
    const open = Math.min(1, 3 / people);
    return hits === 0 ? { share, low: 0, high: open, people } : { share, low: 1 - open, high: 1, people };
  }
  // Periods weigh by their people: a ratio estimator, its error from the residuals of the periods.
  const squares = counted.reduce((sum, each) => sum + (each.hits - share * each.people) ** 2, 0);
  const error = Math.sqrt((squares * counted.length) / Math.max(1, counted.length - 1)) / people;
  const reach = counted.length < 2 ? 1 : reachOf(counted.length - 1) * error;
  return { share, low: Math.max(0, share - reach), high: Math.min(1, share + reach), people };
}

function dependence(periods: readonly Period[]): Outcome['dependsOn'] {
  const parts = periods.flatMap(({ variance: { person, rater, noise } }) => {
    const sum = person + rater + noise;
    return sum > 0 ? [{ person: person / sum, rater: rater / sum, noise: noise / sum }] : [];
  });
  if (parts.length === 0) return undefined;
  const of = (name: 'person' | 'rater' | 'noise') =>
    meanOf(
      parts.map((part) => part[name]),
      countPeople(periods),
    );
  return { person: of('person'), rater: of('rater'), noise: of('noise') };
}

function countPeople(periods: readonly Period[]): number {
  return periods.reduce(
    (sum, { confusion }) => sum + confusion.flat().reduce((all, each) => all + each, 0),
    0,
  );
}

/** The mean of one figure a period, with its interval. */
function meanOf(values: readonly number[], people: number): Share {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const error = values.length < 2 ? 1 : Math.sqrt(squares / (values.length - 1) / values.length);
  const reach = values.length < 2 ? 1 : reachOf(values.length - 1) * error;
  return { share: mean, low: Math.max(0, mean - reach), high: Math.min(1, mean + reach), people };
}

export interface Difference {
  /** Share of wrong categories of the second minus the first. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How the share of wrong categories differs between two runs. With the same seed, settings and structure the periods
 * are pairs (the same people meet the same chance) and the interval is that of the paired differences.
 */
export function differenceOf(
  first: readonly Period[],
  second: readonly Period[],
  isPaired: boolean,
): Difference {
  const shares = (periods: readonly Period[]) =>
    periods.map((period) => {
      const { hits, people } = countGiven(period, (truth, given) => given !== truth);
      return people === 0 ? 0 : hits / people;
    });
  const [before, after] = [shares(first), shares(second)];
  if (isPaired && before.length === after.length) {
    const values = before.map((each, place) => (after[place] ?? 0) - each);
    return signed(mean(values), Math.sqrt(varianceOf(values) / values.length), values.length - 1);
  }
  const error = Math.sqrt(varianceOf(before) / before.length + varianceOf(after) / after.length);
  return signed(mean(after) - mean(before), error, Math.min(before.length, after.length) - 1);
}

function signed(difference: number, error: number, degrees: number): Difference {
  const reach = degrees < 1 ? 1 : reachOf(degrees) * error;
  return { difference, low: Math.max(-1, difference - reach), high: Math.min(1, difference + reach) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
}

function varianceOf(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, each) => sum + (each - centre) ** 2, 0) / Math.max(1, values.length - 1);
}
