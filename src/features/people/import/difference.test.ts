import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/clock/clock.ts';
import { type Difference, difference } from './difference.ts';
import type { Incoming } from './read-files.ts';
import type { IncomingPerson, IncomingUnit, Leaver, PersonDetails } from './records.ts';
import { type CurrentPerson, type CurrentState, NOTHING } from './state.ts';

const origin = { file: 'a.xlsx', sheet: 'S', row: 2 };
const nothingKnown: PersonDetails = {
  kind: 'pns',
  name: '',
  titleBefore: null,
  titleAfter: null,
  sex: null,
  birthDate: null,
  email: null,
  phone: null,
  rank: null,
  rankFrom: null,
  education: null,
};

type Span = { from: string; until: string };
/** The state together with the closed placements of each person, as the database would hold them. */
type World = { state: CurrentState; history: Map<string, Span[]> };

function apply(world: World, change: Difference): World {
  const history = new Map([...world.history].map(([key, spans]) => [key, [...spans]]));
  const close = (person: CurrentPerson, until: string) => {
    if (!person.placement) return;
    history.set(person.key, [...(history.get(person.key) ?? []), { from: person.placement.from, until }]);
  };
  const units = new Map(world.state.units.map((unit) => [unit.code, unit]));
  for (const { origin: _, ...unit } of change.units.added)
    units.set(unit.code, { ...unit, id: unit.code, endedOn: null });
  for (const { incoming } of change.units.changed) {
    const { origin: _, ...unit } = incoming;
    units.set(unit.code, { ...unit, id: unit.code, endedOn: null });
  }
  for (const unit of change.units.ended) units.set(unit.code, { ...unit, endedOn: change.asOf });
  const people = new Map(world.state.people.map((person) => [person.key, person]));
  for (const { incoming, from } of change.people.added) {
    const { key, nip, externalId, details, placement } = incoming;
    const stated = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    people.set(key, {
      id: key,
      key,
      nip,
      externalId,
      details: { ...nothingKnown, ...stated },
      endedOn: null,
      placement: { ...placement, id: '1', from, notBefore: null },
      lastUntil: null,
    });
  }
  for (const { current, details, placement } of change.people.changed) {
    let lastUntil = current.lastUntil;
    if (placement?.act === 'move' && placement.old) {
      close(current, placement.from);
      lastUntil = placement.from;
    }
    const notBefore = placement?.act === 'move' ? lastUntil : (current.placement?.notBefore ?? null);
    people.set(current.key, {
      ...current,
      details: { ...current.details, ...details },
      endedOn: null,
      lastUntil,
      placement: placement
        ? { ...placement.new, id: '2', from: placement.from, notBefore }
        : current.placement,
    });
  }
  for (const { current } of change.people.ended) {
    const firstEnd = addDays(current.placement?.from ?? change.asOf, 1);
    const until = [change.asOf, firstEnd].sort()[1] ?? firstEnd;
    close(current, until);
    people.set(current.key, { ...current, endedOn: change.asOf, placement: null, lastUntil: until });
  }
  return { state: { units: [...units.values()], people: [...people.values()] }, history };
}

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

function file(
  units: IncomingUnit[] | null,
  people: IncomingPerson[] | null,
  leavers: Leaver[] = [],
): Incoming {
  const none = { refused: [], warnings: [] };
  return {
    ...none,
    units: units && { ...none, units, refusedCodes: new Map() },
    people: people && { ...none, people, leavers, refusedKeys: new Set(), refusedNames: new Set() },
  };
}

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

const unit = (code: string, parentCode: string | null = null): IncomingUnit => ({
  code,
  name: `Unit ${code}`,
  parentCode,
  headTitle: null,
  origin,
});

function person(serial: number, changes: Partial<IncomingPerson> = {}): IncomingPerson {
  const nip = `1980010120050110${String(serial).padStart(2, '0')}`;
  return {
    key: nip,
    nip,
    externalId: null,
    details: { kind: 'pns', name: `Orang ${serial}` },
    placement: {
      unitCode: 'A',
      positionName: 'Analis',
      positionKind: 'pelaksana',
      positionLevel: null,
      echelon: null,
      isHead: false,
    },
    since: '2020-01-01',
    origin,
    ...changes,
  };
}

const options = { asOf: '2026-11-23', completeness: 'auto' } as const;
const imported = (...files: Incoming[]): CurrentState =>
  files.reduce<World>((world, each) => apply(world, difference(world.state, each, options)), {
    state: NOTHING,
    history: new Map(),
  }).state;

describe('a person who moves', () => {
  const before = imported(file([unit('A'), unit('B', 'A')], [person(1)]));
  const moved = (since: string | null) =>
    person(1, { since, placement: { ...person(1).placement, unitCode: 'B' } });

  test('leaves the old post on the day that the file says', () => {
    const [change] = difference(before, file(null, [moved('2026-09-01')]), options).people.changed;
    expect(change?.placement).toMatchObject({ act: 'move', old: { unitCode: 'A' }, from: '2026-09-01' });
    expect(change?.fields).toEqual([
      { field: 'unitCode', old: 'A', new: 'B' },
      { field: 'from', old: '2020-01-01', new: '2026-09-01' },
    ]);
  });

  test('moves on the day of the import where the file names no later day', () => {
    for (const since of [null, '2020-01-01', '2019-01-01']) {
      const [change] = difference(before, file(null, [moved(since)]), options).people.changed;
      expect(change?.placement).toMatchObject({ act: 'move', from: '2026-11-23' });
    }
  });
});

describe('what a file leaves out', () => {
  const rich = person(1, { details: { kind: 'pns', name: 'Siti', titleAfter: 'S.H.', email: 'a@b.id' } });
  const before = imported(file([unit('A')], [rich]));

  test('erases nothing, but an empty title is a statement', () => {
    const after = person(1, { details: { kind: 'pns', name: 'Siti', titleAfter: null } });
    const [change] = difference(before, file(null, [after]), options).people.changed;
    expect(change?.fields).toEqual([{ field: 'titleAfter', old: 'S.H.', new: null }]);
  });

  test('leaves units alone where only people are imported, and the other way round', () => {
    const change = difference(before, file(null, [rich]), options);
    expect(change.units).toEqual({ added: [], changed: [], ended: [], unchanged: 0 });
    expect(difference(before, file([unit('A')], null), options).people.ended).toEqual([]);
  });
});

describe('people missing from a file', () => {
  const everybody = Array.from({ length: 40 }, (_, index) => person(index + 1));
  const before = imported(file([unit('A')], everybody));
  const without = (count: number) => file(null, everybody.slice(count));

  test('are ended, not deleted, when a few are missing', () => {
    const change = difference(before, without(4), options);
    expect(change.people.ended.map((each) => each.current.key)).toEqual(
      everybody.slice(0, 4).map((each) => each.key),
    );
    expect(change.warnings).toEqual([]);
  });

  test('are kept, with a loud warning, when more than a tenth is missing', () => {
    const change = difference(before, without(20), options);
    expect(change.people.ended).toEqual([]);
    expect(change.warnings).toMatchObject([
      { reason: 'manyPeopleAbsent', parameters: { count: 20, total: 40, percent: 50 } },
    ]);
  });

  test('are ended all the same when the officer says that the file is complete, never when it is a part', () => {
    const complete = difference(before, without(20), { ...options, completeness: 'complete' });
    expect(complete.people.ended).toHaveLength(20);
    expect(complete.warnings).toMatchObject([{ reason: 'manyPeopleEnded' }]);
    const partial = difference(before, without(4), { ...options, completeness: 'partial' });
    expect(partial.people.ended).toEqual([]);
  });

  test('are kept when a refused row may be theirs', () => {
    const first = everybody[0]?.key ?? '';
    const read = without(2);
    if (!read.people) throw new Error('no people');
    const people = { ...read.people, refusedKeys: new Set([first]), refusedNames: new Set(['orang 2']) };
    const change = difference(before, { ...read, people }, options);
    expect(change.people.ended).toEqual([]);
    expect(change.warnings).toMatchObject([{ reason: 'maybeSamePerson', parameters: { name: 'Orang 2' } }]);
  });

  test('come back with a new placement', () => {
    const gone = imported(file([unit('A')], everybody), without(1));
    const [change] = difference(gone, file(null, everybody), options).people.changed;
    expect(change).toMatchObject({
      returns: true,
      placement: { act: 'move', old: null, from: '2026-11-23' },
    });
  });

  test('without NIP are never missed', () => {
    const mayor = person(1, { key: 'id:wali', nip: null, externalId: 'wali' });
    const state = imported(file([unit('A')], [mayor]));
    expect(difference(state, file(null, []), { ...options, completeness: 'complete' }).people.ended).toEqual(
      [],
    );
  });
});

describe('units missing from a file', () => {
  test('are ended when nobody works there and nothing hangs below', () => {
    const before = imported(file([unit('A'), unit('B', 'A'), unit('C', 'B')], [person(1)]));
    const change = difference(before, file([unit('A')], null), options);
    expect(change.units.ended.map((each) => each.code)).toEqual(['B', 'C']);
  });

  test('stay, with those above them, while somebody works there', () => {
    const inC = person(1, { placement: { ...person(1).placement, unitCode: 'C' } });
    const before = imported(file([unit('A'), unit('B', 'A'), unit('C', 'B')], [inC]));
    const change = difference(before, file([unit('A')], null), options);
    expect(change.units.ended).toEqual([]);
    expect(change.warnings.map((each) => each.parameters.code)).toEqual(['C', 'B']);
  });
});
