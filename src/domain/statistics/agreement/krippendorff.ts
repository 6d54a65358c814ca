/**
 * Agreement of any number of coders, with gaps, on any scale: Krippendorff's alpha.
 *
 * Model: α = 1 − D_o/D_e, the disagreement observed within units over that expected when the same values are dealt at
 * random; every unit's pairs are weighted by 1/(m_u − 1), units with one value are left out. Levels differ in what a
 * difference weighs: nominal 0/1, ordinal by the values in between (the square of the difference of midranks),
 * interval (c − k)², ratio ((c − k)/(c + k))² for values that are not negative.
 * Assumptions: coders exchangeable, units independent, gaps by chance. Minimum: two units of two values, and two values
 * that differ; the interval (bootstrap over units, seeded, percentiles) is given from ten units on.
 * Reference: Krippendorff 2011, "Computing Krippendorff's alpha-reliability"; Hayes & Krippendorff 2007, Commun.
 * Methods Meas. 1:77–89. On complete data of more than two coders irr 0.84.1 omits the weight and is wrong.
 * Not to be used to judge single coders, nor where nearly all units have the same value: α is then low by lack of
 * differences, not of care.
 */
import { randomSource } from '../random.ts';
import { type NotEstimable, notEstimable } from '../ratings.ts';

export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface KrippendorffAlpha {
  readonly kind: 'estimated';
  readonly level: MeasurementLevel;
  readonly alpha: number;
  /** Units with at least two values, and their values. */
  readonly units: number;
  readonly values: number;
  /** 95 % limits; absent below ten units or where most draws have no two different values. */
  readonly interval?: { readonly lower95: number; readonly upper95: number };
  readonly bootstrap?: { readonly draws: number; readonly seed: number };
}

export interface AlphaOptions {
  /** 0 for no interval. */
  readonly draws?: number;
  readonly seed?: number;
}

const FEWEST_UNITS_FOR_INTERVAL = 10;

/** Rows are coders, columns units, `undefined` a gap; nominal categories as any numbers. Values finite. */
export function krippendorffAlpha(
  table: readonly (readonly (number | undefined)[])[],
  level: MeasurementLevel,
  { draws = 1000, seed = 1 }: AlphaOptions = {},
): KrippendorffAlpha | NotEstimable {
  const width = Math.max(0, ...table.map((row) => row.length));
  const units = Array.from({ length: width }, (_, unit) =>
    table.map((row) => row[unit]).filter((value) => value !== undefined),
  ).filter((values) => values.length > 1);
  return alphaOfUnits(units, level, { draws, seed });
}

/** The same of units given as lists of their values; those with fewer than two are left out. */
export function alphaOfUnits(
  given: readonly (readonly number[])[],
  level: MeasurementLevel,
  { draws = 1000, seed = 1 }: AlphaOptions = {},
): KrippendorffAlpha | NotEstimable {
  const units = given.filter((values) => values.length > 1);
  if (units.length < 2) return notEstimable('too-few');
  if (level === 'ratio' && units.some((values) => values.some((value) => value < 0))) {
    throw new RangeError('a ratio scale has no negative values');
  }
  const coded = codeUnits(units);
  const everyUnit = new Float64Array(units.length).fill(1);
  const alpha = alphaOf(coded, level, everyUnit);
  if (alpha === undefined) return notEstimable('no-variation');
  const values = coded.value.length;
  const result = { kind: 'estimated', level, alpha, units: units.length, values } as const;
  if (draws === 0 || units.length < FEWEST_UNITS_FOR_INTERVAL) return result;
  const interval = bootstrap(coded, level, draws, seed);
  return interval === undefined ? result : { ...result, interval, bootstrap: { draws, seed } };
}

/** Units as flat columns: the value of each rating as its place among the distinct values. */
interface CodedUnits {
  readonly start: Int32Array;
  readonly value: Int32Array;
  readonly distinct: readonly number[];
}

function codeUnits(units: readonly (readonly number[])[]): CodedUnits {
  const distinct = [...new Set(units.flat())].sort((one, other) => one - other);
  const places = new Map(distinct.map((value, place) => [value, place]));
  const start = new Int32Array(units.length + 1);
  for (const [unit, values] of units.entries()) start[unit + 1] = (start[unit] ?? 0) + values.length;
  return { start, value: Int32Array.from(units.flat(), (value) => places.get(value) ?? 0), distinct };
}

/** `copies`: how often each unit counts. `undefined` where all values are equal. */
function alphaOf(coded: CodedUnits, level: MeasurementLevel, copies: Float64Array): number | undefined {
  const { start, value, distinct } = coded;
  const counts = new Float64Array(distinct.length);
  for (let unit = 0; unit < copies.length; unit += 1) {
    const times = copies[unit] ?? 0;
    for (let at = start[unit] ?? 0; at < (start[unit + 1] ?? 0); at += 1) {
      const place = value[at] ?? 0;
      counts[place] = (counts[place] ?? 0) + times;
    }
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const difference = differenceOf(level, distinct, counts);
  let observed = 0;
  for (let unit = 0; unit < copies.length; unit += 1) {
    const times = copies[unit] ?? 0;
    if (times === 0) continue;
    const from = start[unit] ?? 0;
    const to = start[unit + 1] ?? 0;
    let within = 0;
    for (let one = from; one < to; one += 1) {
      for (let other = from; other < one; other += 1)
        within += difference(value[one] ?? 0, value[other] ?? 0);
    }
    observed += (times * within) / (to - from - 1);
  }
  const expected = expectedOf(level, distinct, counts, total, difference);
  return expected > 0 ? 1 - ((total - 1) * observed) / expected : undefined;
}

type Difference = (one: number, other: number) => number;

/** What a difference between two places weighs. */
function differenceOf(
  level: MeasurementLevel,
  distinct: readonly number[],
  counts: Float64Array,
): Difference {
  if (level === 'nominal') return (one, other) => (one === other ? 0 : 1);
  if (level === 'ratio') {
    return (one, other) => {
      const [c, k] = [distinct[one] ?? 0, distinct[other] ?? 0];
      return c === k ? 0 : ((c - k) / (c + k)) ** 2;
    };
  }
  const position = positionsOf(level, distinct, counts);
  return (one, other) => ((position[one] ?? 0) - (position[other] ?? 0)) ** 2;
}

/** Interval: the values; ordinal: the middle of the ranks each value takes up. */
function positionsOf(
  level: MeasurementLevel,
  distinct: readonly number[],
  counts: Float64Array,
): Float64Array {
  if (level !== 'ordinal') return Float64Array.from(distinct);
  let before = 0;
  return counts.map((count) => {
    before += count;
    return before - count / 2;
  });
}

/** Σ n_c n_k δ² over pairs of different values, each pair once. */
function expectedOf(
  level: MeasurementLevel,
  distinct: readonly number[],
  counts: Float64Array,
  total: number,
  difference: Difference,
): number {
  if (level === 'nominal') return (total ** 2 - counts.reduce((sum, count) => sum + count ** 2, 0)) / 2;
  let expected = 0;
  if (level === 'ratio') {
    for (let one = 0; one < counts.length; one += 1) {
      for (let other = 0; other < one; other += 1) {
        expected += (counts[one] ?? 0) * (counts[other] ?? 0) * difference(one, other);
      }
    }
    return expected;
  }
  const position = positionsOf(level, distinct, counts);
  const mean = position.reduce((sum, x, place) => sum + x * (counts[place] ?? 0), 0) / total;
  for (const [place, x] of position.entries()) expected += (counts[place] ?? 0) * (x - mean) ** 2;
  // What is left of rounding is not variation.
  return counts.filter((count) => count > 0).length > 1 ? expected * total : 0;
}

/** Percentiles of α over units drawn again with replacement; draws in which nothing differs say nothing and are left out. */
function bootstrap(coded: CodedUnits, level: MeasurementLevel, draws: number, seed: number) {
  const random = randomSource(seed);
  const units = coded.start.length - 1;
  const copies = new Float64Array(units);
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    copies.fill(0);
    for (let unit = 0; unit < units; unit += 1) {
      const drawn = random.integer(units);
      copies[drawn] = (copies[drawn] ?? 0) + 1;
    }
    const alpha = alphaOf(coded, level, copies);
    if (alpha !== undefined) alphas.push(alpha);
  }
  if (alphas.length < draws / 2) return undefined;
  const sorted = Float64Array.from(alphas).sort();
  return { lower95: percentile(sorted, 0.025), upper95: percentile(sorted, 0.975) };
}

/** Linear between the two nearest (R's type 7). */
function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? 0;
  return below + (position - Math.floor(position)) * (above - below);
}
