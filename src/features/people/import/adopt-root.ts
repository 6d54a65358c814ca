/**
 * An agency begins with one unit of its own name, made when it was set up. The first hierarchy brings the real root:
 * then the two are one, with the code and name of the file, and whoever was placed at the set-up stays in it.
 */
import type { Incoming } from './read-files.ts';
import type { CurrentState } from './state.ts';

export function adoptRoot(current: CurrentState, incoming: Incoming): CurrentState {
  const units = incoming.units?.units ?? [];
  const roots = units.filter((unit) => unit.parentCode === null);
  const [own] = current.units;
  const [root] = roots;
  const isFirst = current.units.length === 1 && own?.endedOn === null && own.parentCode === null;
  if (!isFirst || !root || roots.length > 1 || units.some((unit) => unit.code === own.code)) return current;
  return {
    units: [{ ...own, code: root.code, formerCode: own.code }],
    people: current.people.map((person) =>
      person.placement ? { ...person, placement: { ...person.placement, unitCode: root.code } } : person,
    ),
  };
}
