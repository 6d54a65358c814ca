import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NATIONAL_PATTERNS, PREDICATES } from '#domain/rules/index.ts';
import {
  knownCount,
  limitChecks,
  MINIMUM_CELL,
  mostUsed,
  spreadsOf,
  type UnitCount,
  type UnitSpread,
} from './distribution.ts';
import { treeOf } from './units.ts';

const tree = treeOf([
  { id: 'kota', name: 'Kota', parentId: null },
  { id: 'dinas', name: 'Dinas', parentId: 'kota' },
  { id: 'upt', name: 'UPT', parentId: 'dinas' },
  { id: 'badan', name: 'Badan', parentId: 'kota' },
  { id: 'kecamatan', name: 'Kecamatan', parentId: 'kota' },
]);

const people = (unitId: string, ...counts: readonly number[]): readonly UnitCount[] =>
  counts.flatMap((count, index) => {
    const predicate = PREDICATES[index];
    return predicate && count > 0 ? [{ unitId, predicate, people: count }] : [];
  });

const spread = (counts: readonly (number | null)[], total: number | null): UnitSpread => ({
  counts: {
    'sangat-baik': counts[0] ?? null,
    baik: counts[1] ?? null,
    'butuh-perbaikan': counts[2] ?? null,
    kurang: counts[3] ?? null,
    'sangat-kurang': counts[4] ?? null,
  },
  total,
});

describe('how predicates spread over units', () => {
  it('adds up everything below a unit', () => {
    const { whole, own, agency } = spreadsOf(tree, [
      ...people('dinas', 10, 20),
      ...people('upt', 8, 30),
      ...people('badan', 6, 40),
      ...people('kecamatan', 7, 50),
    ]);
    expect(whole.get('dinas')?.counts.baik).toBe(50);
    expect(own.get('dinas')?.total).toBe(30);
    expect(agency.total).toBe(171);
  });

  it('hides a unit of few people, and with it the one from which it could be taken away', () => {
    const { whole, own } = spreadsOf(tree, [
      ...people('dinas', 10, 20),
      ...people('upt', 1, 2),
      ...people('badan', 16, 40),
      ...people('kecamatan', 27, 50),
    ]);
    expect(whole.get('upt')?.total).toBeNull();
    // Dinas with everything below is shown; then what belongs to the office itself is not.
    const dinas = whole.get('dinas');
    if (dinas?.total !== null) expect(own.get('dinas')?.total).toBeNull();
  });

  it('never shows a number of few people, and never all parts but one of a shown sum', () => {
    const counts = fc.array(
      fc.record({
        unitId: fc.constantFrom('kota', 'dinas', 'upt', 'badan', 'kecamatan'),
        predicate: fc.constantFrom(...PREDICATES),
        people: fc.integer({ min: 1, max: 25 }),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(counts, (given) => {
        const { whole, own, agency } = spreadsOf(tree, given);
        for (const each of [...whole.values(), ...own.values(), agency]) expectSafeRow(each);
        for (const predicate of PREDICATES) {
          const below = ['dinas', 'badan', 'kecamatan'].map((id) => whole.get(id)?.counts[predicate]);
          const parts = [own.get('kota')?.counts[predicate], ...below];
          const hidden = parts.filter((part) => part === null).length;
          if (whole.get('kota')?.counts[predicate] !== null) expect(hidden).not.toBe(1);
          else expect(hidden).not.toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function expectSafeRow({ counts, total }: UnitSpread) {
  const shown = PREDICATES.flatMap((predicate) => counts[predicate] ?? []);
  for (const count of [...shown, ...(total === null ? [] : [total])])
    expect(count === 0 || count >= MINIMUM_CELL).toBe(true);
  const hidden = PREDICATES.length - shown.length;
  if (total === null) return;
  expect(hidden).not.toBe(1);
  const together = total - shown.reduce((sum, count) => sum + count, 0);
  expect(together === 0 || together >= MINIMUM_CELL).toBe(true);
}

describe('what may be said of a unit', () => {
  it('counts predicates together only where nothing hidden is told', () => {
    const part = spread([null, 30, null, 0, 0], 40);
    expect(knownCount(part, ['baik'])).toBe(30);
    expect(knownCount(part, ['sangat-baik', 'butuh-perbaikan'])).toBe(10);
    expect(knownCount(part, ['sangat-baik'])).toBeNull();
    expect(knownCount(spread([null, 30, null, 0, 0], null), ['sangat-baik', 'butuh-perbaikan'])).toBeNull();
  });

  it('names the most used predicate only where what is hidden cannot be more', () => {
    expect(mostUsed(spread([null, 30, null, 0, 0], 40))).toEqual({
      predicate: 'baik',
      people: 30,
      total: 40,
    });
    expect(mostUsed(spread([12, null, null, 0, 0], 40))).toBeNull();
    expect(mostUsed(spread([0, 0, 0, 0, 0], 0))).toBeNull();
  });

  it('holds limits against shown numbers, with the exact chance for units that are large enough', () => {
    // Binomial tail P(X >= 16 | 20, .7) = .2375, and P(X >= 40 | 50, .7) = .0789.
    const [small] = limitChecks(spread([4, 16, 0, 0, 0], 20), 'baik', NATIONAL_PATTERNS);
    expect(small).toMatchObject({ kept: false, people: 16, p: null });
    const [large, some] = limitChecks(spread([null, 40, null, 0, 0], 50), 'baik', NATIONAL_PATTERNS);
    expect(large?.kept).toBe(false);
    expect(large?.p).toBeCloseTo(0.0789, 4);
    // Whether anybody is below would tell of the hidden numbers.
    expect(some).toMatchObject({ kept: null, people: null, p: null });
  });
});
