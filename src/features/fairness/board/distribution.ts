/**
 * How predicates spread over units, with what must be hidden so that no few people can be made out. What is hidden is
 * decided over the whole agency at once: another reader, or the same one looking at another unit, sees the same numbers
 * hidden and cannot take one page from the other.
 */
import {
  type DistributionLimit,
  type DistributionPatterns,
  type OrganisationPredicate,
  PREDICATES,
  type Predicate,
} from '#domain/rules/index.ts';
import { LEAST_PEOPLE_TO_TEST, limitTest } from '#domain/statistics/distribution/index.ts';
import { type CountLine, suppress } from '#domain/statistics/suppression.ts';
import type { UnitTree } from './units.ts';

/** Fewer people than this are not shown by themselves. */
export const MINIMUM_CELL = 5;

export interface UnitCount {
  readonly unitId: string;
  readonly predicate: Predicate;
  readonly people: number;
}

export interface UnitSpread {
  /** Null where hidden. */
  readonly counts: Readonly<Record<Predicate, number | null>>;
  /** All who have a result; null where hidden. */
  readonly total: number | null;
}

export interface Spreads {
  /** Of the unit with everything below it. */
  readonly whole: ReadonlyMap<string, UnitSpread>;
  /** Of those who belong to the unit itself. */
  readonly own: ReadonlyMap<string, UnitSpread>;
  /** Of the whole agency. */
  readonly agency: UnitSpread;
}

const WIDTH = PREDICATES.length + 1;

export function spreadsOf(tree: UnitTree, counts: readonly UnitCount[]): Spreads {
  const ids = [...tree.units.keys()];
  const place = new Map(ids.map((id, index) => [id, index]));
  // Own people, then people with all below, unit by unit; at the end the agency.
  const ownAt = (unit: number) => unit * 2 * WIDTH;
  const wholeAt = (unit: number) => ownAt(unit) + WIDTH;
  const agencyAt = ids.length * 2 * WIDTH;
  const values = new Array<number>(agencyAt + WIDTH).fill(0);
  const add = (at: number, column: number, people: number) => {
    values[at + column] = (values[at + column] ?? 0) + people;
    values[at + WIDTH - 1] = (values[at + WIDTH - 1] ?? 0) + people;
  };
  for (const { unitId, predicate, people } of counts) {
    const column = PREDICATES.indexOf(predicate);
    add(agencyAt, column, people);
    const own = place.get(unitId);
    if (own === undefined) continue;
    add(ownAt(own), column, people);
    for (const above of upwards(tree, unitId)) add(wholeAt(place.get(above) ?? own), column, people);
  }
  const below = (id: string) => (tree.below.get(id) ?? []).map((unit) => wholeAt(place.get(unit.id) ?? 0));
  const lines = [
    ...ids.flatMap((_, unit) => [rowLine(ownAt(unit)), rowLine(wholeAt(unit))]),
    rowLine(agencyAt),
    ...ids.flatMap((id, unit) => columnLines(wholeAt(unit), [ownAt(unit), ...below(id)])),
    ...columnLines(agencyAt, below('')),
  ];
  const hidden = suppressCached(values, lines);
  const read = (at: number): UnitSpread => {
    const shown = (column: number) => (hidden[at + column] === 1 ? null : (values[at + column] ?? 0));
    const entries = PREDICATES.map((predicate, column) => [predicate, shown(column)]);
    return { counts: Object.fromEntries(entries), total: shown(WIDTH - 1) };
  };
  return {
    whole: new Map(ids.map((id, unit) => [id, read(wholeAt(unit))])),
    own: new Map(ids.map((id, unit) => [id, read(ownAt(unit))])),
    agency: read(agencyAt),
  };
}

function upwards(tree: UnitTree, unitId: string): readonly string[] {
  const found: string[] = [];
  let id: string | null = unitId;
  while (id !== null && tree.units.has(id) && !found.includes(id)) {
    found.push(id);
    id = tree.units.get(id)?.parentId ?? null;
  }
  return found;
}

function rowLine(at: number): CountLine {
  return { total: at + WIDTH - 1, parts: PREDICATES.map((_, column) => at + column) };
}

function columnLines(total: number, parts: readonly number[]): readonly CountLine[] {
  return Array.from({ length: WIDTH }, (_, column) => ({
    total: total + column,
    parts: parts.map((part) => part + column),
  }));
}

/** Rows of too few people are hidden with their noughts, which would say where those few are not. */
function hiddenIn(values: readonly number[], lines: readonly CountLine[]): Uint8Array {
  const few = [];
  for (let at = 0; at < values.length; at += WIDTH) {
    const total = values[at + WIDTH - 1] ?? 0;
    if (total > 0 && total < MINIMUM_CELL) few.push(...PREDICATES.map((_, column) => at + column));
  }
  return suppress(values, lines, MINIMUM_CELL, few);
}

const KEPT = 20;
const kept = new Map<string, Uint8Array>();

/** The same counts over the same units hide the same numbers; working that out for a large agency takes a moment. */
function suppressCached(values: readonly number[], lines: readonly CountLine[]): Uint8Array {
  const key = `${values.join()}|${lines.map(({ total, parts }) => `${total}:${parts.join()}`).join(';')}`;
  const known = kept.get(key);
  if (known) return known;
  const hidden = hiddenIn(values, lines);
  kept.set(key, hidden);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return hidden;
}

/** What is known of the people who have any of these predicates: only what follows from the numbers shown. */
export function knownCount({ counts, total }: UnitSpread, predicates: readonly Predicate[]): number | null {
  const inside = predicates.map((predicate) => counts[predicate]);
  if (inside.every((count) => count !== null))
    return inside.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const outside = PREDICATES.filter((each) => !predicates.includes(each)).map((each) => counts[each]);
  if (total === null || outside.some((count) => count === null)) return null;
  return total - outside.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** The predicate that most people have, where the numbers shown tell. */
export function mostUsed(
  spread: UnitSpread,
): { readonly predicate: Predicate; readonly people: number; readonly total: number } | null {
  const { counts, total } = spread;
  if (total === null || total === 0) return null;
  const shown = PREDICATES.flatMap((predicate) => {
    const people = counts[predicate];
    return people === null ? [] : [{ predicate, people, total }];
  });
  const hidden = total - shown.reduce((sum, { people }) => sum + people, 0);
  const best = shown.reduce<(typeof shown)[number] | null>(
    (most, each) => (most === null || each.people > most.people ? each : most),
    null,
  );
  return best && best.people > 0 && best.people >= hidden ? best : null;
}

export interface LimitCheck {
  readonly limit: DistributionLimit;
  /** Null where hidden numbers would be told by it. */
  readonly kept: boolean | null;
  readonly people: number | null;
  /** Exact chance under the limit; null for few people, for limits that bound no chance and where hidden. */
  readonly p: number | null;
}

/** The unit against the guidance for its own predicate; limits that would tell of hidden numbers stay open. */
export function limitChecks(
  spread: UnitSpread,
  organisation: OrganisationPredicate,
  patterns: DistributionPatterns,
): readonly LimitCheck[] {
  return patterns[organisation].limits.map((limit) => {
    const people = knownCount(spread, limit.predicates);
    const { total } = spread;
    if (people === null || total === null || total === 0) return { limit, kept: null, people: null, p: null };
    return { limit, kept: isKept(limit, people, total), people, p: chanceOf(limit, people, total) };
  });
}

function isKept(limit: DistributionLimit, people: number, total: number): boolean {
  switch (limit.kind) {
    case 'max-percent':
      return people * 100 <= limit.percent * total;
    case 'min-percent':
      return people * 100 >= limit.percent * total;
    case 'at-least-one':
      return people > 0;
    case 'none':
      return people === 0;
  }
}

function chanceOf(limit: DistributionLimit, people: number, total: number): number | null {
  if (total < LEAST_PEOPLE_TO_TEST || !('percent' in limit)) return null;
  return limitTest(limit.kind === 'max-percent' ? 'cap' : 'floor', people, total, limit.percent / 100);
}
