/** Figures of units: who stands in which row, and that a small count can be recovered from nothing that is said. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitInTree } from '../standards/queries.ts';
import { cellOf, cellsOf, type Sample, totalOf } from './cells.ts';
import { FEWEST_PEOPLE, rowsOfUnits } from './partition.ts';

const tree: readonly UnitInTree[] = [
  { id: 'city', name: 'Kota', parentId: null },
  { id: 'district', name: 'Kecamatan', parentId: 'city' },
  { id: 'village', name: 'Kelurahan', parentId: 'district' },
  { id: 'clinic', name: 'Puskesmas', parentId: 'city' },
];

describe('rows of units', () => {
  it('put small units with the unit above them, until the row is large enough', () => {
    const heads = new Map([
      ['city', 2],
      ['district', 7],
      ['village', 4],
      ['clinic', 12],
    ]);
    expect(Object.fromEntries(rowsOfUnits(tree, heads))).toEqual({
      city: 'city',
      district: 'district',
      village: 'district',
      clinic: 'clinic',
    });
    expect(rowsOfUnits(tree, new Map([['village', 3]])).get('village')).toBe('city');
  });

  it('give every unit exactly one row, with enough people in it unless it is at the top', () => {
    const heads = fc.array(fc.nat(20), { minLength: tree.length, maxLength: tree.length });
    fc.assert(
      fc.property(heads, (counts) => {
        const people = new Map(tree.map(({ id }, index) => [id, counts[index] ?? 0]));
        const rows = rowsOfUnits(tree, people);
        expect([...rows.keys()].sort()).toEqual(tree.map(({ id }) => id).sort());
        for (const row of new Set(rows.values())) {
          if (row === 'city') continue;
          const size = tree.reduce(
            (sum, { id }) => sum + (rows.get(id) === row ? (people.get(id) ?? 0) : 0),
            0,
          );
          expect(size).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
        }
      }),
    );
  });
});

function samples(code: string, unitId: string, below: number, met: number): Sample[] {
  const one = (achieved: number): Sample => ({ unitId, code, required: 2, achieved, hasOpenNeed: false });
  return [...Array.from({ length: below }, () => one(100)), ...Array.from({ length: met }, () => one(200))];
}

describe('cells of units', () => {
  it('say nothing over fewer than five people, and no count below five', () => {
    expect(cellOf(samples('k', 'u', 2, 2))).toEqual({
      assessed: 'few',
      below: 'few',
      needs: 'few',
      matchPercent: null,
    });
    expect(cellOf(samples('k', 'u', 5, 1))).toMatchObject({ assessed: 6, below: 5, matchPercent: 55 });
    expect(cellOf(samples('k', 'u', 4, 6))).toMatchObject({ assessed: 10, below: 'few', matchPercent: 80 });
  });

  it('count a level at most up to the standard, as in the match of one person (Peraturan BKN 26/2019)', () => {
    const strong: Sample = { unitId: 'u', code: 'k', required: 2, achieved: 500, hasOpenNeed: false };
    expect(
      cellOf([...samples('k', 'u', 5, 0), ...Array.from({ length: 5 }, () => strong)]).matchPercent,
    ).toBe(75);
  });

  it('add up only what is said: no small count changes any total', () => {
    const count = fc.nat(4);
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 6 }),
        fc.array(count, { minLength: 1 }),
        (a, b) => {
          const totals = (small: readonly number[]) => {
            const all = [
              ...samples('k', 'large', 9, 3),
              ...small.flatMap((below, index) => samples('k', `u${index}`, below, 12 - below)),
            ];
            const cells = [...cellsOf(all).values()].flatMap((own) => [...own.values()]);
            return [totalOf(cells.map((each) => each.below)), totalOf(cells.map((each) => each.needs))];
          };
          expect(totals(a)).toEqual(totals(b));
        },
      ),
    );
    expect(totalOf(['few', 'few'])).toBe('few');
    expect(totalOf([7, 'few', 5])).toBe(12);
  });
});
