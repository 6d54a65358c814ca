// The scores and the fixed part as the solver sees them: sums by level and products, so that the ratings themselves are
// read once. Fixed columns are centred, and the scores are taken as differences from the ordinary regression on them:
// neither changes the model, both keep digits.
import type { Ratings } from '../ratings.ts';
import type { Layout } from './layout.ts';
import { dot, invertSmall, type Matrix, timesVector } from './small-matrix.ts';
import type { FixedColumn } from './types.ts';

/** Weighted sums of one column by outer and by inner level. */
export interface Column {
  readonly outer: Float64Array;
  readonly inner: Float64Array;
}

export interface Columns {
  /** The intercept, then every fixed column that is no combination of those before it. */
  readonly fixed: readonly Column[];
  readonly names: readonly string[];
  readonly aliased: readonly string[];
  /** Weighted means that were taken off; 0 for the intercept. */
  readonly means: readonly number[];
  /** Ordinary weighted regression, put back at the end. */
  readonly ordinary: readonly number[];
  readonly score: Column;
  /** X'WX of the centred columns. */
  readonly products: Matrix;
  /** Weighted sum of squares of the scores after the ordinary regression, and before it around the mean. */
  readonly scoreSquare: number;
  readonly scoreSpread: number;
  /** Σ log weight. */
  readonly logWeight: number;
}

export function sumColumns(ratings: Ratings, layout: Layout, given: readonly FixedColumn[]): Columns {
  const table = { ratings, layout };
  const total = layout.totalWeight;
  const centred = given.map(({ name, values }) => ({
    name,
    values,
    mean: weightedMean(ratings, values, total),
  }));
  const kept: typeof centred = [];
  const aliased: string[] = [];
  let products: Matrix = [[total]];
  for (const column of centred) {
    const row = [0, ...kept.map((other) => product(ratings, column, other))];
    const own = product(ratings, column, column);
    const extended = [...products.map((each, i) => [...each, row[i] as number]), [...row, own]];
    const left = own - projection(products, row);
    // What is left of the column once the others are known is rounding, not information.
    if (left > 1e-9 * own && own > 1e-12 * total * (1 + column.mean ** 2)) {
      kept.push(column);
      products = extended;
    } else aliased.push(column.name);
  }
  const mean = weightedMean(ratings, ratings.score, total);
  const score = { values: ratings.score, mean };
  const intercept = { outer: layout.outerWeight, inner: layout.innerWeight };
  const fixed = [intercept, ...kept.map((column) => levelSums(table, column))];
  const right = [0, ...kept.map((column) => product(ratings, column, score))];
  const slopes = timesVector(invertSmall(products)?.inverse ?? products, right);
  const sums = levelSums(table, score);
  for (let j = 1; j < fixed.length; j++) takeOff(sums, fixed[j] as Column, slopes[j] as number);
  const spread = product(ratings, score, score);
  return {
    fixed,
    names: ['intercept', ...kept.map(({ name }) => name)],
    aliased,
    means: [0, ...kept.map((column) => column.mean)],
    ordinary: [mean, ...slopes.slice(1)],
    score: sums,
    products,
    scoreSquare: Math.max(0, spread - dot(slopes, right)),
    scoreSpread: spread,
    logWeight: ratings.weight ? ratings.weight.reduce((sum, weight) => sum + Math.log(weight), 0) : 0,
  };
}

interface Centred {
  readonly values: Float64Array;
  readonly mean: number;
}

function weightedMean({ weight }: Ratings, values: Float64Array, total: number): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    sum += (weight ? (weight[row] as number) : 1) * (values[row] as number);
  }
  return sum / total;
}

function product({ weight }: Ratings, one: Centred, other: Centred): number {
  let sum = 0;
  for (let row = 0; row < one.values.length; row++) {
    const left = (one.values[row] as number) - one.mean;
    sum += (weight ? (weight[row] as number) : 1) * left * ((other.values[row] as number) - other.mean);
  }
  return sum;
}

/** b'M⁻¹b. */
function projection(matrix: Matrix, b: readonly number[]): number {
  const inverse = invertSmall(matrix)?.inverse;
  return inverse ? dot(b, timesVector(inverse, b)) : 0;
}

function levelSums({ ratings, layout }: { ratings: Ratings; layout: Layout }, column: Centred): Column {
  const outer = new Float64Array(layout.outer);
  const inner = new Float64Array(layout.inner);
  const swapped = layout.outerFactor === 'rater';
  const outerOf = swapped ? ratings.rater : ratings.ratee;
  const innerOf = swapped ? ratings.ratee : ratings.rater;
  const { weight } = ratings;
  for (let row = 0; row < outerOf.length; row++) {
    const value = (weight ? (weight[row] as number) : 1) * ((column.values[row] as number) - column.mean);
    const p = outerOf[row] as number;
    const j = innerOf[row] as number;
    outer[p] = (outer[p] as number) + value;
    inner[j] = (inner[j] as number) + value;
  }
  return { outer, inner };
}

function takeOff(from: Column, column: Column, factor: number): void {
  for (let p = 0; p < from.outer.length; p++)
    from.outer[p] = (from.outer[p] as number) - factor * (column.outer[p] as number);
  for (let j = 0; j < from.inner.length; j++)
    from.inner[j] = (from.inner[j] as number) - factor * (column.inner[j] as number);
}
