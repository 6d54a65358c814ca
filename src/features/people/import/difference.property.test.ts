import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, file, origin, type World } from './difference.fixture.ts';
import { difference } from './difference.ts';
import type { IncomingPerson, IncomingUnit, Leaver } from './records.ts';
import { NOTHING } from './state.ts';

const keys = ['198001012005011001', '198001012005011002', '198001012005012001', '198001012005012002'];
const dates = fc.constantFrom('2019-03-01', '2021-01-01', '2024-06-15', '2026-07-01', '2027-02-01');
const unitPool = ['A', 'B', 'C', 'D'];

const unitsArbitrary = fc
  .tuple(
    ...unitPool.map(() =>
      fc.record({ name: fc.constantFrom('Dinas', 'Badan'), headTitle: fc.option(fc.constant('Kepala')) }),
    ),
  )
  .map((details): IncomingUnit[] =>
    details.map((each, index) => ({
      ...each,
      code: unitPool[index] ?? '',
      parentCode: index === 0 ? null : 'A',
      origin,
    })),
  );

const personArbitrary = (key: string): fc.Arbitrary<IncomingPerson> =>
  fc.record({
    key: fc.constant(key),
    nip: fc.constant(key),
    externalId: fc.constant(null),
    origin: fc.constant(origin),
    since: fc.option(dates),
    details: fc.record({
      kind: fc.constantFrom('pns' as const, 'pppk' as const),
      name: fc.constantFrom('Siti', 'Budi'),
      titleAfter: fc.option(fc.constant('S.H.'), { nil: null }),
      email: fc.option(fc.constantFrom('a@b.id', 'c@d.id'), { nil: undefined }),
      rank: fc.option(fc.constantFrom('III/a', 'III/b'), { nil: undefined }),
    }),
    placement: fc.record({
      unitCode: fc.constantFrom(...unitPool),
      positionName: fc.constantFrom('Analis', 'ANALIS', 'Arsiparis Terampil'),
      positionKind: fc.constantFrom('jf' as const, 'pelaksana' as const),
      positionLevel: fc.constantFrom('terampil' as const, null),
      echelon: fc.constant(null),
      isHead: fc.boolean(),
    }),
  });

type Kind = 'present' | 'left' | 'absent';
const fileArbitrary = fc
  .tuple(
    unitsArbitrary,
    fc.tuple(...keys.map(personArbitrary)),
    fc.tuple(...keys.map(() => fc.constantFrom<Kind>('present', 'present', 'present', 'left', 'absent'))),
    fc.constantFrom('2026-01-10', '2026-07-01', '2026-11-23'),
  )
  .map(([units, people, kinds, asOf]) => {
    const leavers = people.flatMap((person, index): Leaver[] =>
      kinds[index] === 'left' ? [{ key: person.key, status: 'Pensiun', origin }] : [],
    );
    return {
      asOf,
      incoming: file(
        units,
        people.filter((_, index) => kinds[index] === 'present'),
        leavers,
      ),
    };
  });

describe('importing files one after another', () => {
  test('brings the state to what the last file says; the same file again changes nothing; history never overlaps', () => {
    fc.assert(
      fc.property(fc.array(fileArbitrary, { minLength: 1, maxLength: 4 }), (files) => {
        let world: World = { state: NOTHING, history: new Map() };
        for (const { asOf, incoming } of files) {
          const options = { asOf, completeness: 'complete' } as const;
          world = apply(world, difference(world.state, incoming, options));
          const again = difference(world.state, incoming, options);
          expect(again.units).toMatchObject({ added: [], changed: [], ended: [], unchanged: 4 });
          expect(again.people).toMatchObject({ added: [], changed: [], ended: [] });
          const employed = world.state.people.filter((person) => person.endedOn === null);
          expect(employed.map((person) => person.key).sort()).toEqual(
            incoming.people?.people.map((person) => person.key).sort(),
          );
          for (const person of incoming.people?.people ?? []) {
            const now = employed.find((each) => each.key === person.key);
            const stated = Object.entries(person.details).filter(([, value]) => value !== undefined);
            expect(now?.details).toMatchObject(Object.fromEntries(stated));
            expect(now?.placement).toMatchObject(person.placement);
          }
          expectNoOverlap(world);
        }
      }),
      { numRuns: 500 },
    );
  });

  function expectNoOverlap(world: World): void {
    for (const person of world.state.people) {
      const open = person.placement ? [{ from: person.placement.from, until: '9999-12-31' }] : [];
      const spans = [...(world.history.get(person.key) ?? []), ...open].sort((a, b) =>
        a.from < b.from ? -1 : 1,
      );
      spans.forEach((span, index) => {
        expect(span.from < span.until).toBe(true);
        const next = spans[index + 1];
        if (next) expect(span.until <= next.from).toBe(true);
      });
    }
  }
});
