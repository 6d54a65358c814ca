import { describe, expect, test } from 'vitest';
import { apply, file, origin, type World } from './difference.fixture.ts';
import { difference } from './difference.ts';
import type { Incoming } from './read-files.ts';
import type { IncomingPerson, IncomingUnit } from './records.ts';
import { type CurrentState, NOTHING } from './state.ts';

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
