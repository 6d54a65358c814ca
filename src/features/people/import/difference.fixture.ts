/** For tests of the difference: a world in memory that it can be applied to. */
import { addDays } from '#platform/clock/clock.ts';
import type { Difference } from './difference.ts';
import type { Incoming } from './read-files.ts';
import type { IncomingPerson, IncomingUnit, Leaver, PersonDetails } from './records.ts';
import type { CurrentPerson, CurrentState } from './state.ts';

export const origin = { file: 'a.xlsx', sheet: 'S', row: 2 };
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
export type World = { state: CurrentState; history: Map<string, Span[]> };

/** Applies a difference in memory, keeping every placement that was closed. */
export function apply(world: World, change: Difference): World {
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

/** What reading a faultless file gives. */
export function file(
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
