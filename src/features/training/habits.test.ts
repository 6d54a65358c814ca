import { describe, expect, it } from 'vitest';
import { correlation, habitsOf, habitWords, type RatedPlace, spread } from './habits.ts';

/** Ten items of three cases, small enough to be counted by hand; the sums stand beside the expectations. */
const places: readonly RatedPlace[] = [
  ...on('a', [1, 1, 0.5, 0.5], [0.5, 1, 0.5, 0]),
  ...on('b', [1, 0.5, 0], [1, 0.5, 0]),
  ...on('c', [0.5, 0.5, 0.5], [0, 0.5, 1]),
];

function on(caseId: string, own: readonly number[], experts: readonly number[]): readonly RatedPlace[] {
  return own.map((value, index) => ({ caseId, own: value, experts: experts[index] ?? 0 }));
}

function found(given: readonly RatedPlace[]) {
  const outcome = habitsOf(given);
  if (!outcome.enough) throw new Error('too little');
  return outcome.habits;
}

describe('habits of rating', () => {
  it('gives the values that were counted by hand', () => {
    const habits = found(places);
    expect(habits).toMatchObject({ cases: 3, items: 10 });
    // Differences: 0.5, 0, 0, 0.5 | 0, 0, 0 | 0.5, 0, −0.5: sum 1 of 10, absolute sum 2 of 10.
    expect(habits.severity).toBeCloseTo(10, 10);
    expect(habits.distance).toBeCloseTo(20, 10);
    // Own: mean 0.6, squared deviations 0.9 over 9; experts: mean 0.5, 1.5 over 9.
    expect(habits.spread.own).toBeCloseTo(100 * Math.sqrt(0.1), 10);
    expect(habits.spread.experts).toBeCloseTo(100 * Math.sqrt(1 / 6), 10);
    // Within the cases: own √(0.25/3), 0.5, 0; experts √(0.5/3), 0.5, 0.5.
    expect(habits.within.own).toBeCloseTo((100 * (Math.sqrt(1 / 12) + 0.5)) / 3, 10);
    expect(habits.within.experts).toBeCloseTo((100 * (Math.sqrt(1 / 6) + 1)) / 3, 10);
    // Sum of products 0.75 over the root of 0.9 times 1.5.
    expect(habits.agreement).toBeCloseTo(0.75 / Math.sqrt(1.35), 10);
    expect(habits.byCase.map(({ severity }) => severity)).toEqual([25, 0, 0]);
    expect(habitWords(habits)).toEqual({ severity: 'milder', spread: 'like-experts', halo: 'alike' });
  });

  it('says that it is too little below three cases or ten items', () => {
    expect(habitsOf(places.slice(0, 7))).toEqual({ enough: false, cases: 2, items: 7 });
    expect(habitsOf(places.slice(1))).toEqual({ enough: false, cases: 3, items: 9 });
    expect(habitsOf([])).toEqual({ enough: false, cases: 0, items: 0 });
    const manyOfTwo = [...places.slice(0, 7), ...places.slice(0, 7)];
    expect(habitsOf(manyOfTwo)).toMatchObject({ enough: false, cases: 2 });
  });

  it('turns around with the scale: whoever rates as much lower is as much more severe', () => {
    const mirrored = found(
      places.map(({ caseId, own, experts }) => ({ caseId, own: 1 - own, experts: 1 - experts })),
    );
    const habits = found(places);
    expect(mirrored.severity).toBeCloseTo(-habits.severity, 10);
    expect(mirrored.spread.own).toBeCloseTo(habits.spread.own, 10);
    expect(mirrored.agreement ?? 0).toBeCloseTo(habits.agreement ?? 1, 10);
    expect(habitWords(mirrored).severity).toBe('more-severe');
  });

  it('finds nothing in somebody who rates as the experts do', () => {
    const like = found(places.map((place) => ({ ...place, own: place.experts })));
    expect(like).toMatchObject({ severity: 0, distance: 0 });
    expect(like.agreement).toBeCloseTo(1, 10);
    expect(habitWords(like)).toEqual({
      severity: 'like-experts',
      spread: 'like-experts',
      halo: 'like-experts',
    });
  });

  it('has no correlation where ratings never differ, and no spread of a single value', () => {
    expect(correlation([0.5, 0.5, 0.5], [0, 0.5, 1])).toBeNull();
    expect(found(places.map((place) => ({ ...place, own: 0.5 }))).agreement).toBeNull();
    expect(spread([0.3])).toBe(0);
  });
});
