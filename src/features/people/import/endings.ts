/** Who and what has left: said by the file, or missing from a file that lists everybody. */
import { type Finding, finding } from './finding.ts';
import type { Incoming } from './read-files.ts';
import type { Leaver } from './records.ts';
import type { CurrentPerson, CurrentState, CurrentUnit } from './state.ts';
import { alike } from './values.ts';

/**
 * Whether a file lists everybody, so that who is missing has left. `auto` takes it as complete unless
 * so many would be missing that it rather looks like a part.
 */
export type Completeness = 'auto' | 'complete' | 'partial';

export type PersonEnding = {
  readonly current: CurrentPerson;
  /** What the file says of the person; null where the person is only missing from it. */
  readonly leaver: Leaver | null;
};

type Endings = {
  readonly units: readonly CurrentUnit[];
  readonly people: readonly PersonEnding[];
  readonly warnings: readonly Finding[];
};

/** More than this share missing, and more than a handful, looks like a part of the list. */
const SUSPICIOUS_SHARE = 0.1;
const HANDFUL = 10;

export function endings(
  current: CurrentState,
  incoming: Incoming,
  options: { readonly completeness: Completeness },
): Endings {
  const warnings: Finding[] = [];
  const people = [
    ...leavers(current, incoming),
    ...absentPeople(current, incoming, options.completeness, warnings),
  ].filter((ending) => !holdsRole(ending, incoming, warnings));
  const units = absentUnits(current, incoming, people, options.completeness, warnings);
  return { units, people, warnings };
}

function leavers(current: CurrentState, incoming: Incoming): PersonEnding[] {
  const leaverOf = new Map(incoming.people?.leavers.map((leaver) => [leaver.key, leaver]));
  return current.people.flatMap((person) => {
    const leaver = leaverOf.get(person.key);
    return leaver && person.endedOn === null ? [{ current: person, leaver }] : [];
  });
}

/**
 * Whoever has a role loses it by an act of an officer and not by a row that is missing: otherwise a file without the
 * officers would lock everybody out, the one who imports it first.
 */
function holdsRole({ current, leaver }: PersonEnding, incoming: Incoming, warnings: Finding[]): boolean {
  if (!current.holdsRole) return false;
  const place = leaver?.origin ?? { file: incoming.people?.people[0]?.origin.file ?? '' };
  warnings.push(finding(place, 'roleHolderKept', { name: current.details.name }));
  return true;
}

function absentPeople(
  current: CurrentState,
  incoming: Incoming,
  completeness: Completeness,
  warnings: Finding[],
): PersonEnding[] {
  const read = incoming.people;
  if (!read || completeness === 'partial') return [];
  const file = read.people[0]?.origin.file ?? '';
  const present = new Set([
    ...read.people.map((person) => person.key),
    ...read.leavers.map((leaver) => leaver.key),
    ...read.refusedKeys,
  ]);
  // Someone without NIP is known to this agency only; a national list cannot say that they left.
  const employed = current.people.filter((person) => person.endedOn === null && person.nip !== null);
  const absent = employed.filter((person) => {
    if (present.has(person.key)) return false;
    if (!read.refusedNames.has(alike(person.details.name))) return true;
    const parameters = { name: person.details.name, nip: person.nip ?? '' };
    warnings.push(finding({ file }, 'maybeSamePerson', parameters));
    return false;
  });
  if (looksPartial(absent.length, employed.length)) {
    const share = {
      count: absent.length,
      total: employed.length,
      percent: percentOf(absent.length, employed.length),
    };
    warnings.push(
      finding({ file }, completeness === 'complete' ? 'manyPeopleEnded' : 'manyPeopleAbsent', share),
    );
    if (completeness === 'auto') return [];
  }
  return absent.map((person) => ({ current: person, leaver: null }));
}

function absentUnits(
  current: CurrentState,
  incoming: Incoming,
  endedPeople: readonly PersonEnding[],
  completeness: Completeness,
  warnings: Finding[],
): CurrentUnit[] {
  const read = incoming.units;
  if (!read || completeness === 'partial') return [];
  const file = read.units[0]?.origin.file ?? '';
  const present = new Set([...read.units.map((unit) => unit.code), ...read.refusedCodes.keys()]);
  const active = current.units.filter((unit) => unit.endedOn === null);
  const absent = active.filter((unit) => !present.has(unit.code));
  if (looksPartial(absent.length, active.length)) {
    const share = {
      count: absent.length,
      total: active.length,
      percent: percentOf(absent.length, active.length),
    };
    warnings.push(
      finding({ file }, completeness === 'complete' ? 'manyUnitsEnded' : 'manyUnitsAbsent', share),
    );
    if (completeness === 'auto') return [];
  }
  const used = unitsUsedAfter(current, incoming, endedPeople);
  const ending = new Map(absent.map((unit) => [unit.code, unit]));
  const parents = [...active.filter((unit) => !present.has(unit.code)), ...read.units];
  for (let keptSome = true; keptSome; ) {
    keptSome = false;
    for (const unit of ending.values()) {
      const leads = parents.some((each) => each.parentCode === unit.code && !ending.has(each.code));
      if (!leads && !used.has(unit.code)) continue;
      warnings.push(finding({ file }, 'unitStillUsed', { code: unit.code }));
      ending.delete(unit.code);
      keptSome = true;
    }
  }
  return [...ending.values()];
}

/** Units in which somebody works once the import is done. */
function unitsUsedAfter(
  current: CurrentState,
  incoming: Incoming,
  endedPeople: readonly PersonEnding[],
): ReadonlySet<string> {
  const ended = new Set(endedPeople.map((each) => each.current.key));
  const incomingUnit = new Map(
    incoming.people?.people.map((person) => [person.key, person.placement.unitCode]),
  );
  const codes = [...incomingUnit.values()];
  for (const person of current.people) {
    if (person.endedOn !== null || ended.has(person.key) || incomingUnit.has(person.key)) continue;
    if (person.placement) codes.push(person.placement.unitCode);
  }
  return new Set(codes);
}

function looksPartial(absent: number, all: number): boolean {
  return absent > HANDFUL && absent > all * SUSPICIOUS_SHARE;
}

function percentOf(part: number, whole: number): number {
  return Math.round((part / whole) * 100);
}
