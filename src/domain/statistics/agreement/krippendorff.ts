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
  /** 0 for no interval; by default 1000, fewer where the data are large, never below 200. */
  readonly draws?: number;
  readonly seed?: number;
}

const FEWEST_UNITS_FOR_INTERVAL = 10;

/** Rows are coders, columns units, `undefined` a gap; nominal categories as any numbers. Values finite. */
export function krippendorffAlpha(
  table: readonly (readonly (number | undefined)[])[],
  level: MeasurementLevel,
  options: AlphaOptions = {},
): KrippendorffAlpha | NotEstimable {
  const width = table.reduce((widest, row) => Math.max(widest, row.length), 0);
  const units = Array.from({ length: width }, (_, unit) =>
    table.map((row) => row[unit]).filter((value) => value !== undefined),
  ).filter((values) => values.length > 1);
  return alphaOfUnits(units, level, options);
}

/** The same of units given as lists of their values; those with fewer than two are left out. */
export function alphaOfUnits(
  given: readonly (readonly number[])[],
  level: MeasurementLevel,
  options: AlphaOptions = {},
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
  const values = coded.size.reduce((sum, size) => sum + size, 0);
  const result = { kind: 'estimated', level, alpha, units: units.length, values } as const;
  const { draws = affordableDraws(coded, level), seed = 1 } = options;
  if (draws === 0 || units.length < FEWEST_UNITS_FOR_INTERVAL) return result;
  const interval = bootstrap(coded, level, draws, seed);
  return interval === undefined ? result : { ...result, interval, bootstrap: { draws, seed } };
}

function affordableDraws({ value, distinct }: CodedUnits, level: MeasurementLevel): number {
  const work = value.length + distinct.length * (level === 'ratio' ? distinct.length : 1);
  return Math.round(Math.max(200, Math.min(1000, 4e7 / work)));
}

/** Runs of equal values: each as its place among the distinct values, and how often it occurs. */
interface Runs {
  readonly value: Int32Array;
  readonly count: Float64Array;
}

/** Units as flat columns of runs. */
interface CodedUnits extends Runs {
  /** Runs of unit u: `start[u]` to before `start[u + 1]`. */
  readonly start: Int32Array;
  /** Values of each unit. */
  readonly size: Int32Array;
  readonly distinct: readonly number[];
  /** 0, 1, 2, … for each distinct value. */
  readonly places: Int32Array;
}

function codeUnits(units: readonly (readonly number[])[]): CodedUnits {
  const distinct = [...new Set(units.flat())].sort((one, other) => one - other);
  const places = new Map(distinct.map((value, place) => [value, place]));
  const start = new Int32Array(units.length + 1);
  const value: number[] = [];
  const count: number[] = [];
  for (const [unit, values] of units.entries()) {
    for (const each of values.toSorted((one, other) => one - other)) {
      const place = places.get(each) ?? 0;
      const last = value.length - 1;
      if (value.length > start[unit]! && value[last] === place) count[last]! += 1;
      else {
        value.push(place);
        count.push(1);
      }
    }
    start[unit + 1] = value.length;
  }
  const size = Int32Array.from(units, (values) => values.length);
  return {
    start,
    size,
    value: Int32Array.from(value),
    count: Float64Array.from(count),
    distinct,
    places: new Int32Array(distinct.length).map((_, place) => place),
  };
}

/** `copies`: how often each unit counts. `undefined` where all values are equal. */
function alphaOf(coded: CodedUnits, level: MeasurementLevel, copies: Float64Array): number | undefined {
  const { start, size, value, count, distinct } = coded;
  const pooled = new Float64Array(distinct.length);
  for (let unit = 0; unit < copies.length; unit += 1) {
    const times = copies[unit]!;
    for (let run = start[unit]!; run < start[unit + 1]!; run += 1)
      pooled[value[run]!]! += times * count[run]!;
  }
  const used = pooled.reduce((kinds, occurrences) => kinds + (occurrences > 0 ? 1 : 0), 0);
  if (used < 2) return undefined;
  const position = positionsOf(level, distinct, pooled);
  let observed = 0;
  for (let unit = 0; unit < copies.length; unit += 1) {
    const from = start[unit]!;
    const to = start[unit + 1]!;
    // Where all agree nothing is added.
    if (copies[unit] === 0 || to - from === 1) continue;
    observed += (copies[unit]! * disagreement(coded, from, to, level, position)) / (size[unit]! - 1);
  }
  const all = { value: coded.places, count: pooled };
  const expected = disagreement(all, 0, distinct.length, level, position);
  const total = pooled.reduce((sum, occurrences) => sum + occurrences, 0);
  return 1 - ((total - 1) * observed) / expected;
}

/** Where each value stands. Ordinal: the middle of the ranks it takes up; otherwise the value itself. */
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

/** Σ n_c n_k δ² over the pairs of different values among some runs, each pair once. */
function disagreement(
  { value, count }: Runs,
  from: number,
  to: number,
  level: MeasurementLevel,
  position: Float64Array,
): number {
  if (level === 'ratio') return ratioDisagreement({ value, count }, from, to, position);
  let [total, squares, sum] = [0, 0, 0];
  for (let run = from; run < to; run += 1) {
    const times = count[run]!;
    total += times;
    squares += times * times;
    sum += times * position[value[run]!]!;
  }
  if (level === 'nominal') return (total * total - squares) / 2;
  let spread = 0;
  for (let run = from; run < to; run += 1) {
    const distance = position[value[run]!]! - sum / total;
    spread += count[run]! * distance * distance;
  }
  return total * spread;
}

function ratioDisagreement({ value, count }: Runs, from: number, to: number, position: Float64Array): number {
  let sum = 0;
  for (let one = from; one < to; one += 1) {
    for (let other = from; other < one; other += 1) {
      const [c, k] = [position[value[one]!]!, position[value[other]!]!];
      sum += count[one]! * count[other]! * ((c - k) / (c + k)) ** 2;
    }
  }
  return sum;
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
