import { describe, expect, test } from 'vitest';
import { type RandomSource, randomSource } from '../random.ts';
import { ordinalCheck } from './ordinal-check.ts';
import { fairnessReport } from './report.ts';
import { FAIRNESS_DEFAULTS } from './settings.ts';
import type { RatingTable } from './types.ts';

const ITEMS = 6;
const RATERS = 12;
const PEOPLE = 60;

/** Three levels at `places`; each person rated by three raters, of whom the first is `severe` points stricter. */
function tableOf(random: RandomSource, places: readonly number[], severe: number): RatingTable {
  const rows: { ratee: number; rater: number; item: number; score: number }[] = [];
  for (let ratee = 0; ratee < PEOPLE; ratee++) {
    const level = random.normal();
    for (let step = 0; step < 3; step++) {
      const rater = (ratee + step * 5) % RATERS;
      const felt = level - (rater === 0 ? severe : 0.2 * (rater % 3)) + 0.3 * random.normal();
      for (let item = 0; item < ITEMS; item++) {
        const seen = felt + 0.6 * random.normal();
        rows.push({ ratee, rater, item, score: places[seen > 0.7 ? 2 : seen > -0.7 ? 1 : 0] ?? 0 });
      }
    }
  }
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index}`);
  return {
    rateeIds: names('p', PEOPLE),
    raterIds: names('r', RATERS),
    itemIds: names('i', ITEMS),
    ratee: Int32Array.from(rows, (row) => row.ratee),
    rater: Int32Array.from(rows, (row) => row.rater),
    item: Int32Array.from(rows, (row) => row.item),
    score: Float64Array.from(rows, (row) => row.score),
  };
}

function checkOf(table: RatingTable) {
  return ordinalCheck(table, fairnessReport(table, FAIRNESS_DEFAULTS));
}

describe('severity by ordered levels', () => {
  test('agrees with the linear model where levels are evenly spaced, and contradicts nobody', () => {
    const check = checkOf(tableOf(randomSource(4), [0, 50, 100], 1.5));
    if (check.kind !== 'estimated') throw new Error(check.reason);
    expect(check.raters).toBe(RATERS);
    expect(check.ratings).toBe(PEOPLE * 3 * ITEMS);
    expect(check.agreement).toBeGreaterThan(0.8);
    expect(check.contradicted).toBe(0);
  });

  test('does not depend on where the levels lie, only on their order', () => {
    const even = tableOf(randomSource(4), [0, 50, 100], 1.5);
    const report = fairnessReport(even, FAIRNESS_DEFAULTS);
    const places = new Map([
      [0, 0],
      [50, 10],
      [100, 100],
    ]);
    const uneven = { ...even, score: even.score.map((value) => places.get(value) ?? 0) };
    expect(ordinalCheck(uneven, report)).toEqual(ordinalCheck(even, report));
  });

  test('leaves items of other levels out, and says where there are too many levels', () => {
    const table = tableOf(randomSource(9), [0, 50, 100], 1);
    const mixed = {
      ...table,
      score: table.score.map((value, row) => (table.item?.[row] === 0 ? value + row / 1000 : value)),
    };
    const check = checkOf(mixed);
    expect(check).toMatchObject({ kind: 'estimated', ratings: PEOPLE * 3 * (ITEMS - 1) });
    const fine = { ...table, score: table.score.map((value, row) => value + row / 1000) };
    expect(checkOf(fine)).toEqual({ kind: 'not-checked', reason: 'many-levels' });
  });

  test('is silent where there are no severities or too few raters', () => {
    const table = tableOf(randomSource(2), [0, 50, 100], 1);
    const alone = { ...table, rater: table.ratee.map((ratee) => ratee % RATERS) };
    expect(checkOf(alone)).toMatchObject({ kind: 'not-checked' });
    const two = { ...table, raterIds: ['a', 'b'], rater: table.rater.map((rater) => rater % 2) };
    expect(checkOf(two)).toEqual({ kind: 'not-checked', reason: 'few-raters' });
  });
});
