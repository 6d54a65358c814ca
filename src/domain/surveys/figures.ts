/**
 * The figures of a satisfaction survey: the mean of each element, the index from 25 to 100 with its band of quality,
 * and a 95 % interval.
 *
 * Model: those who answered are taken as a sample of all who are served as they were; each answered all nine elements,
 * as the regulation has it. The index is the mean of the nine element means, times 25 (PermenPANRB 14/2017 weighs each
 * element 0.11; here exactly one ninth), which is also the mean of the indices of the single answers.
 *
 * Interval: t interval on the mean with n − 1 degrees of freedom, of the single indices for the index and of the
 * single answers for an element. No correction for a finite population: too wide rather than too narrow. It is cut at
 * 25 and 100.
 *
 * Care for few answers: below two there is none. Where all answered alike the t interval would have no width; then
 * the share of people who could think otherwise is taken as at most 1 − 0.05^(1/n), the exact "rule of three" (Hanley
 * & Lippman-Hand, JAMA 1983), at the far end of the scale.
 *
 * It must not be used to rank units whose intervals overlap, nor to judge a person by one counter's few answers.
 */
import { indexUnits } from '../schemes/mechanisms/survey.ts';
import { studentQuantile } from '../statistics/special.ts';
import { ELEMENTS } from './elements.ts';

/** How many gave each pattern of answers (`443434434`). */
export type Tally = ReadonlyMap<string, number>;

export type Interval = {
  /** Decimals of two places on the scale of the index. */
  readonly from: string;
  readonly until: string;
  readonly method: 't' | 'all-alike';
};

export type ElementFigure = {
  readonly code: string;
  /** Mean on the scale of the index, 25 to 100, to four decimals. */
  readonly mean: string;
  readonly interval: Interval | undefined;
};

export type SurveyFigures = {
  readonly answers: number;
  readonly elements: readonly ElementFigure[];
  /** To two decimals, half up. */
  readonly index: string;
  readonly interval: Interval | undefined;
};

/** A point of the index for each step of an answer: 1 to 4 become 25 to 100. */
const POINTS = 25;
const LOWEST = 25;
const HIGHEST = 100;
/** Ten-thousandths, the units in which schemes count. */
const UNITS = 10_000;

/** One value with how many times it was given. */
type Weighted = { readonly value: number; readonly count: number };

/**
 * Figures of all answers in a tally; undefined where there is none. A pattern that does not have nine digits is a
 * mistake of ours and throws.
 */
export function figuresOf(tally: Tally): SurveyFigures | undefined {
  const rows = [...tally].map(([pattern, count]) => ({ values: valuesOf(pattern), count }));
  const answers = answersIn(tally);
  if (answers === 0) return undefined;
  const own = rows.map(({ values, count }) => ({
    value: (values.reduce((sum, value) => sum + value, 0) / values.length) * POINTS,
    count,
  }));
  const columns = ELEMENTS.map((_, place) =>
    rows.map(({ values, count }) => ({ value: (values[place] ?? 0) * POINTS, count })),
  );
  const sums = columns.map((column) => sumOf(column) * UNITS);
  return {
    answers,
    elements: ELEMENTS.map(({ code }, place) => ({
      code,
      mean: decimal(indexUnits([sums[place] ?? 0], [answers], 4), 4),
      interval: intervalOf(columns[place] ?? []),
    })),
    index: decimal(
      indexUnits(
        sums,
        sums.map(() => answers),
        2,
      ),
      2,
    ),
    interval: intervalOf(own),
  };
}

function valuesOf(pattern: string): readonly number[] {
  if (!/^[1-4]{9}$/.test(pattern)) throw new Error(`not a pattern of answers: ${pattern}`);
  return [...pattern].map(Number);
}

function sumOf(values: readonly Weighted[]): number {
  return values.reduce((sum, { value, count }) => sum + value * count, 0);
}

/** The 95 % interval of the mean of these values, as the head of this file says. */
export function intervalOf(values: readonly Weighted[]): Interval | undefined {
  const count = values.reduce((sum, each) => sum + each.count, 0);
  if (count < 2) return undefined;
  const mean = sumOf(values) / count;
  const squares = values.reduce((sum, each) => sum + each.count * (each.value - mean) ** 2, 0);
  // Values are ninths of whole points: whatever is below this came from rounding.
  if (squares < 1e-9) {
    const otherwise = 1 - 0.05 ** (1 / count);
    return cut(mean - (mean - LOWEST) * otherwise, mean + (HIGHEST - mean) * otherwise, 'all-alike');
  }
  const reach = studentQuantile(0.975, count - 1) * Math.sqrt(squares / (count * (count - 1)));
  return cut(mean - reach, mean + reach, 't');
}

function cut(from: number, until: number, method: Interval['method']): Interval {
  const text = (value: number) => Math.min(HIGHEST, Math.max(LOWEST, value)).toFixed(2);
  return { from: text(from), until: text(until), method };
}

function decimal(units: number, places: number): string {
  return (units / UNITS).toFixed(places);
}

/** Tallies added up. */
export function addTallies(tallies: Iterable<Tally>): Tally {
  const sum = new Map<string, number>();
  for (const tally of tallies)
    for (const [pattern, count] of tally) sum.set(pattern, (sum.get(pattern) ?? 0) + count);
  return sum;
}

/** How many answers a tally holds. */
export function answersIn(tally: Tally): number {
  return [...tally.values()].reduce((sum, count) => sum + count, 0);
}
