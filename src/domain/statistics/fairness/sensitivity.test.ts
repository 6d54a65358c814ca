import { describe, expect, it } from 'vitest';
import { randomSource } from '../random.ts';
import { freeSubsetMeans, type SensitivityData } from './sensitivity.ts';

/** x of A x = b by elimination with pivots; A is small. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const best = rows
      .slice(column)
      .reduce(
        (top, row, i) => (Math.abs(row[column]!) > Math.abs(rows[top]![column]!) ? column + i : top),
        column,
      );
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= size; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}

const VARIANCE = { ratee: 20, rater: 9, residual: 16 };
const PEOPLE = 8;
const RATERS = 3;

/** Three islands of eight people and three raters each; forms weigh 1 or 2. */
function islands() {
  const random = randomSource(12);
  const rows = [0, 1, 2].flatMap((island) =>
    Array.from({ length: PEOPLE }, (_, person) =>
      [0, 1, 2]
        .filter((rater) => (person + rater) % 4 !== 0)
        .map((rater) => ({
          island,
          ratee: island * PEOPLE + person,
          rater: island * RATERS + rater,
          score: 70 + 6 * island + 5 * random.normal(),
          weight: 1 + (person % 2),
        })),
    ).flat(),
  );
  return rows;
}

/** Generalized least squares and effects with the dense covariance of all forms. */
function dense(rows: ReturnType<typeof islands>, meanOf: (island: number) => number, means: number) {
  const covariance = rows.map((one, i) =>
    rows.map(
      (other, j) =>
        (one.ratee === other.ratee ? VARIANCE.ratee : 0) +
        (one.rater === other.rater ? VARIANCE.rater : 0) +
        (i === j ? VARIANCE.residual / one.weight : 0),
    ),
  );
  const columns = Array.from({ length: means }, (_, mean) =>
    rows.map((row) => (meanOf(row.island) === mean ? 1 : 0)),
  );
  const solved = columns.map((column) => solve(covariance, column));
  const scores = rows.map((row) => row.score);
  const dot = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
  const level = solve(
    solved.map((each) => columns.map((column) => dot(each, column))),
    solved.map((each) => dot(each, scores)),
  );
  const left = solve(
    covariance,
    rows.map((row) => row.score - (level[meanOf(row.island)] ?? 0)),
  );
  const effects = (count: number, variance: number, of: (row: (typeof rows)[number]) => number) =>
    Float64Array.from({ length: count }, (_, index) =>
      rows.reduce((sum, row, k) => sum + (of(row) === index ? variance * (left[k] ?? 0) : 0), 0),
    );
  return {
    level,
    ratee: effects(3 * PEOPLE, VARIANCE.ratee, (row) => row.ratee),
    rater: effects(3 * RATERS, VARIANCE.rater, (row) => row.rater),
  };
}

describe('a mean of its own for every subset', () => {
  it('is the generalized least squares fit with a mean for each', () => {
    const rows = islands();
    const together = dense(rows, () => 0, 1);
    const apart = dense(rows, (island) => island, 3);
    const level = together.level[0] ?? 0;
    const data: SensitivityData = {
      ratings: {
        ratees: 3 * PEOPLE,
        raters: 3 * RATERS,
        ratee: Int32Array.from(rows, (row) => row.ratee),
        rater: Int32Array.from(rows, (row) => row.rater),
        score: Float64Array.from(rows, (row) => row.score),
        weight: Float64Array.from(rows, (row) => row.weight),
      },
      centred: Float64Array.from(rows, (row) => row.score - level),
      leniency: together.rater,
      merit: together.ratee,
      variance: VARIANCE,
      raterVariance: VARIANCE.rater,
      subsets: 3,
      rateeSubset: new Int32Array(3 * PEOPLE).map((_, ratee) => Math.floor(ratee / PEOPLE)),
      raterSubset: new Int32Array(3 * RATERS).map((_, rater) => Math.floor(rater / RATERS)),
    };
    const { rateeShift, raterShift } = freeSubsetMeans(data);
    rateeShift.forEach((shift, ratee) => {
      const own = (apart.level[Math.floor(ratee / PEOPLE)] ?? 0) + (apart.ratee[ratee] ?? 0);
      expect(level + (together.ratee[ratee] ?? 0) + shift).toBeCloseTo(own, 5);
    });
    raterShift.forEach((shift, rater) => {
      expect((together.rater[rater] ?? 0) + shift).toBeCloseTo(apart.rater[rater] ?? 0, 5);
    });
  });

  it('moves nothing where raters and people do not differ', () => {
    const rows = islands();
    const data: SensitivityData = {
      ratings: {
        ratees: 3 * PEOPLE,
        raters: 3 * RATERS,
        ratee: Int32Array.from(rows, (row) => row.ratee),
        rater: Int32Array.from(rows, (row) => row.rater),
        score: Float64Array.from(rows, () => 70),
      },
      centred: new Float64Array(rows.length),
      leniency: new Float64Array(3 * RATERS),
      merit: new Float64Array(3 * PEOPLE),
      variance: { ratee: 0, residual: 16 },
      raterVariance: 0,
      subsets: 3,
      rateeSubset: new Int32Array(3 * PEOPLE).map((_, ratee) => Math.floor(ratee / PEOPLE)),
      raterSubset: new Int32Array(3 * RATERS).map((_, rater) => Math.floor(rater / RATERS)),
    };
    const { rateeShift, raterShift } = freeSubsetMeans(data);
    expect([...rateeShift, ...raterShift].every((shift) => Math.abs(shift) === 0)).toBe(true);
  });
});
