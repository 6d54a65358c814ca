import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsOf, monthsOfAll } from './contact.ts';
import { type Ask, type AskingSeat, proposeRaters, type TeamStay, targetOf } from './index.ts';

const HALF_YEAR = { from: '2026-07-01', until: '2027-01-01' };

const colleague = (target: number, least: number, settled: readonly string[] = []): Ask => ({
  voice: 'colleague',
  target,
  least,
  settled,
});

function seat(personId: string, more: Partial<AskingSeat> = {}): AskingSeat {
  return {
    id: `seat-${personId}`,
    personId,
    unitId: 'unit',
    isHead: false,
    appraiserId: 'boss',
    superiorId: 'mayor',
    contactMonths: 3,
    perRaterAtMost: 10,
    asks: [colleague(3, 2)],
    ...HALF_YEAR,
    ...more,
  };
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `p${String(index).padStart(3, '0')}`);
const nobody = () => false;

function propose(seats: readonly AskingSeat[], more: Partial<Parameters<typeof proposeRaters>[0]> = {}) {
  return proposeRaters({ seats, teams: [], isExcluded: nobody, seed: 'round', ...more });
}

function loadsOf(proposals: ReturnType<typeof propose>): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const { raterIds } of proposals) for (const id of raterIds) loads.set(id, (loads.get(id) ?? 0) + 1);
  return loads;
}

describe('months together', () => {
  it('counts full calendar months, and spans that touch as one', () => {
    expect(monthsOf({ from: '2026-07-01', until: '2026-10-01' })).toBe(3);
    expect(monthsOf({ from: '2026-07-02', until: '2026-10-01' })).toBe(2);
    expect(monthsOf({ from: '2026-11-15', until: '2027-02-14' })).toBe(2);
    expect(
      monthsOfAll([
        { from: '2026-08-15', until: '2026-10-01' },
        { from: '2026-07-01', until: '2026-08-15' },
      ]),
    ).toBe(3);
  });
});

describe('who is proposed', () => {
  it('asks the superior and the lead of the longest team by name, and nobody in two voices', () => {
    const asks: readonly Ask[] = [
      { voice: 'appraiser-superior', target: 1, least: 1, settled: [] },
      { voice: 'team-lead', target: 1, least: 1, settled: [] },
      colleague(4, 2),
    ];
    const team = (
      teamId: string,
      personId: string,
      role: 'lead' | 'member',
      from = HALF_YEAR.from,
    ): TeamStay => ({
      teamId,
      personId,
      role,
      from,
      until: HALF_YEAR.until,
    });
    const teams = [
      team('short', 'b', 'lead', '2026-09-01'),
      team('short', 'a', 'member', '2026-09-01'),
      team('long', 'c', 'lead'),
      team('long', 'a', 'member'),
    ];
    const seats = ['b', 'c', 'd', 'e', 'f'].map((id) => seat(id, { asks: [] }));
    const found = propose([seat('a', { asks }), ...seats], { teams });
    const of = (voice: string) => found.find((each) => each.voice === voice)?.raterIds;
    expect(of('appraiser-superior')).toEqual(['mayor']);
    expect(of('team-lead')).toEqual(['c']);
    expect(of('colleague')).toEqual(['b', 'd', 'e', 'f']);
  });

  it('proposes those under the same appraiser before others of the unit, never its head or the own subordinates', () => {
    const seats = [
      seat('me', { asks: [colleague(3, 2)] }),
      seat('near', { asks: [] }),
      seat('elsewhere', { unitId: 'other', asks: [] }),
      ...['far1', 'far2', 'far3'].map((id) => seat(id, { appraiserId: 'deputy', asks: [] })),
      seat('head', { appraiserId: 'mayor', isHead: true, asks: [] }),
      seat('mine', { appraiserId: 'me', asks: [] }),
    ];
    const [found] = propose(seats);
    expect(found?.possible).toBe(5);
    expect(found?.raterIds).toEqual(expect.arrayContaining(['near', 'elsewhere']));
    expect(found?.raterIds).toHaveLength(3);
    expect(found?.raterIds.at(-1)).not.toBe('mine');
  });

  it('asks only whoever worked together long enough', () => {
    const seats = [
      seat('a', { asks: [colleague(3, 1)] }),
      seat('long', { asks: [], from: '2026-09-30' }),
      seat('short', { asks: [], from: '2026-10-02' }),
    ];
    expect(propose(seats)[0]?.raterIds).toEqual(['long']);
  });

  it('asks the subordinates about whoever appraises them', () => {
    const boss = seat('boss', {
      appraiserId: 'mayor',
      isHead: true,
      asks: [{ voice: 'subordinate', target: 4, least: 3, settled: [] }],
    });
    const seats = [boss, ...people(5).map((id) => seat(id, { asks: [] }))];
    expect(propose(seats)[0]?.raterIds).toHaveLength(4);
  });

  it('says that there are too few to stay unrecognised, and then asks nobody', () => {
    const found = propose(people(3).map((id) => seat(id, { asks: [colleague(5, 3)] })));
    expect(found.every((each) => each.isTooFew && each.raterIds.length === 0 && each.possible === 2)).toBe(
      true,
    );
  });

  it('keeps those asked already and adds only what is missing', () => {
    const [found] = propose([
      seat('p000', { asks: [colleague(3, 2, ['p001', 'p002'])] }),
      ...people(6)
        .slice(1)
        .map((id) => seat(id, { asks: [] })),
    ]);
    expect(found?.raterIds).toHaveLength(1);
    expect(['p001', 'p002']).not.toContain(found?.raterIds[0]);
  });

  it('asks halfway between the fewest and the most', () => {
    expect(targetOf({ fewest: 3, most: 6 })).toBe(5);
    expect(targetOf({ fewest: 1, most: 1 })).toBe(1);
    expect(targetOf({ fewest: 5, most: 5 })).toBe(5);
  });
});

describe('an even spread', () => {
  const complete = fc.record({
    count: fc.integer({ min: 2, max: 24 }),
    target: fc.integer({ min: 1, max: 8 }),
    seed: fc.string(),
  });

  it('asks everybody of a complete unit about equally many: a spread of at most one, of none where it divides', () => {
    fc.assert(
      fc.property(complete, ({ count, target, seed }) => {
        const found = propose(
          people(count).map((id) => seat(id, { asks: [colleague(target, 1)] })),
          { seed },
        );
        const loads = [...loadsOf(found).values()];
        expect(Math.max(...loads) - Math.min(...loads)).toBe(0);
        expect(loads).toHaveLength(count);
      }),
      { numRuns: 60 },
    );
  });

  const anyUnit = fc
    .record({
      seats: fc.array(
        fc.record({
          unit: fc.constantFrom('u1', 'u2'),
          appraiser: fc.constantFrom('x', 'y', 'p000'),
          target: fc.integer({ min: 0, max: 6 }),
          from: fc.constantFrom('2026-07-01', '2026-09-15', '2026-11-01'),
        }),
        { minLength: 1, maxLength: 18 },
      ),
      cap: fc.integer({ min: 1, max: 5 }),
      least: fc.integer({ min: 1, max: 4 }),
      ruledOut: fc.array(fc.tuple(fc.nat(17), fc.nat(17)), { maxLength: 20 }),
      seed: fc.string(),
    })
    .map(({ seats, cap, least, ruledOut, seed }) => {
      const ids = people(seats.length);
      const out = new Set(ruledOut.map(([one, other]) => `seat-${ids[one]} ${ids[other]}`));
      return {
        cap,
        least,
        seed,
        isExcluded: ({ id }: { id: string }, rater: string) => out.has(`${id} ${rater}`),
        seats: seats.map(({ unit, appraiser, target, from }, index) =>
          seat(ids[index] ?? '', {
            unitId: unit,
            appraiserId: appraiser,
            perRaterAtMost: cap,
            from,
            asks: [colleague(target, least)],
          }),
        ),
      };
    });

  it('keeps every limit: no self, nobody excluded, nobody above the cap, no anonymous voice below its least', () => {
    fc.assert(
      fc.property(anyUnit, ({ cap, least, seed, seats, isExcluded }) => {
        const found = propose(seats, { seed, isExcluded });
        for (const { seatId, raterIds } of found) {
          const asked = seats.find(({ id }) => id === seatId);
          expect(new Set(raterIds).size).toBe(raterIds.length);
          expect(raterIds.length).toBeLessThanOrEqual(asked?.asks[0]?.target ?? 0);
          if (raterIds.length > 0) expect(raterIds.length).toBeGreaterThanOrEqual(least);
          for (const id of raterIds) {
            expect(id).not.toBe(asked?.personId);
            expect(id).not.toBe(asked?.appraiserId);
            expect(isExcluded({ id: seatId }, id)).toBe(false);
          }
        }
        for (const load of loadsOf(found).values()) expect(load).toBeLessThanOrEqual(cap);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same whatever the order of the list, and another to another seed at most in who, not in how even', () => {
    fc.assert(
      fc.property(anyUnit, fc.infiniteStream(fc.nat()), ({ seed, seats, isExcluded }, ranks) => {
        const order = new Map(seats.map((each) => [each.id, ranks.next().value ?? 0]));
        const shuffled = seats.toSorted(
          (one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0),
        );
        expect(propose(shuffled, { seed, isExcluded })).toEqual(propose(seats, { seed, isExcluded }));
      }),
      { numRuns: 100 },
    );
  });

  it('helps who comes last: everybody at the cap hands on, until all are heard', () => {
    const seats = people(6).map((id) => seat(id, { perRaterAtMost: 2, asks: [colleague(2, 2)] }));
    const found = propose(seats);
    expect(found.every(({ raterIds }) => raterIds.length === 2)).toBe(true);
    expect([...loadsOf(found).values()]).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it('spares those who are asked elsewhere', () => {
    const busy = new Map([['p001', 6]]);
    const found = propose(
      people(8).map((id) => seat(id, { asks: [colleague(3, 2)] })),
      { loads: busy },
    );
    expect(loadsOf(found).get('p001') ?? 0).toBe(0);
  });

  it('is the same proposal at any size: 400 people of one unit under one cap', () => {
    const seats = people(400).map((id) => seat(id, { asks: [colleague(5, 3)] }));
    const loads = [...loadsOf(propose(seats)).values()];
    expect([Math.min(...loads), Math.max(...loads)]).toEqual([5, 5]);
  });
});
