/**
 * What an import would change, decided without a database: so the dry run and the import itself cannot
 * differ, and the same file twice changes nothing.
 */
import { type Completeness, endings, type PersonEnding } from './endings.ts';
import type { Finding } from './finding.ts';
import type { Incoming } from './read-files.ts';
import type {
  IncomingPerson,
  IncomingUnit,
  PersonDetails,
  PersonField,
  PlacementRecord,
  UnitRecord,
} from './records.ts';
import type { CurrentPerson, CurrentPlacement, CurrentState, CurrentUnit } from './state.ts';
import { alike } from './values.ts';

export type DifferenceOptions = {
  /** The civil date on which changes without a date of their own take effect. */
  readonly asOf: string;
  readonly completeness: Completeness;
};

export type FieldChange<Field extends string = string> = {
  readonly field: Field;
  readonly old: string | boolean | null;
  readonly new: string | boolean | null;
};

export type UnitChange = {
  readonly current: CurrentUnit;
  readonly incoming: IncomingUnit;
  readonly fields: readonly FieldChange[];
};

export type PlacementChange =
  /** The old placement, if there is one, ends on `from`, where the new one begins. */
  | {
      readonly act: 'move';
      readonly old: CurrentPlacement | null;
      readonly from: string;
      readonly new: PlacementRecord;
    }
  /** The same post told better: the placement is mended in place. */
  | {
      readonly act: 'correct';
      readonly old: CurrentPlacement;
      readonly from: string;
      readonly new: PlacementRecord;
    };

export type PersonChange = {
  readonly current: CurrentPerson;
  readonly incoming: IncomingPerson;
  /** Details, placement and return, old and new, for the page and the report. */
  readonly fields: readonly FieldChange[];
  readonly details: Partial<PersonDetails>;
  readonly returns: boolean;
  readonly placement: PlacementChange | null;
};

export type PersonAddition = { readonly incoming: IncomingPerson; readonly from: string };

export type Difference = {
  readonly asOf: string;
  readonly units: {
    readonly added: readonly IncomingUnit[];
    readonly changed: readonly UnitChange[];
    readonly ended: readonly CurrentUnit[];
    readonly unchanged: number;
  };
  readonly people: {
    readonly added: readonly PersonAddition[];
    readonly changed: readonly PersonChange[];
    readonly ended: readonly PersonEnding[];
    readonly unchanged: number;
  };
  readonly warnings: readonly Finding[];
};

export function difference(
  current: CurrentState,
  incoming: Incoming,
  options: DifferenceOptions,
): Difference {
  const unitOf = new Map(current.units.map((unit) => [unit.code, unit]));
  const units = { added: [] as IncomingUnit[], changed: [] as UnitChange[], unchanged: 0 };
  for (const unit of incoming.units?.units ?? []) {
    const before = unitOf.get(unit.code);
    const fields = before ? unitFields(before, unit) : [];
    if (!before) units.added.push(unit);
    else if (fields.length > 0) units.changed.push({ current: before, incoming: unit, fields });
    else units.unchanged += 1;
  }
  const personOf = new Map(current.people.map((person) => [person.key, person]));
  const people = { added: [] as PersonAddition[], changed: [] as PersonChange[], unchanged: 0 };
  for (const person of incoming.people?.people ?? []) {
    const before = personOf.get(person.key);
    const change = before && personChange(before, person, options.asOf);
    if (!before) people.added.push({ incoming: person, from: person.since ?? options.asOf });
    else if (change) people.changed.push(change);
    else people.unchanged += 1;
  }
  const ended = endings(current, incoming, options);
  return {
    asOf: options.asOf,
    units: { ...units, ended: ended.units },
    people: { ...people, ended: ended.people },
    warnings: ended.warnings,
  };
}

const UNIT_FIELDS = ['name', 'parentCode', 'headTitle'] as const satisfies readonly (keyof UnitRecord)[];

function unitFields(before: CurrentUnit, after: IncomingUnit): FieldChange[] {
  const fields: FieldChange[] = UNIT_FIELDS.filter((field) => before[field] !== after[field]).map(
    (field) => ({
      field,
      old: before[field],
      new: after[field],
    }),
  );
  if (before.formerCode) fields.push({ field: 'code', old: before.formerCode, new: after.code });
  if (before.endedOn !== null) fields.push({ field: 'endedOn', old: before.endedOn, new: null });
  return fields;
}

const PERSON_FIELDS: readonly PersonField[] = [
  'kind',
  'name',
  'titleBefore',
  'titleAfter',
  'sex',
  'birthDate',
  'email',
  'phone',
  'rank',
  'rankFrom',
  'education',
];

/** Null where the file says nothing new. What a file leaves out never erases what is recorded. */
function personChange(before: CurrentPerson, after: IncomingPerson, asOf: string): PersonChange | null {
  const returns = before.endedOn !== null;
  const changed = PERSON_FIELDS.filter((field) => {
    const value = after.details[field];
    return value !== undefined && value !== before.details[field];
  });
  const placement = placementChange(before, after, asOf);
  if (changed.length === 0 && !placement && !returns) return null;
  return {
    current: before,
    incoming: after,
    details: Object.fromEntries(changed.map((field) => [field, after.details[field]])),
    fields: [
      ...changed.map((field) => ({ field, old: before.details[field], new: after.details[field] ?? null })),
      ...(placement ? placementFields(placement) : []),
      ...(returns ? [{ field: 'endedOn', old: before.endedOn, new: null }] : []),
    ],
    returns,
    placement,
  };
}

function placementChange(before: CurrentPerson, after: IncomingPerson, asOf: string): PlacementChange | null {
  const old = before.placement;
  const since = after.since;
  if (!old) {
    const from = since !== null && since >= (before.lastUntil ?? '') ? since : later(asOf, before.lastUntil);
    return { act: 'move', old, from, new: after.placement };
  }
  const samePost =
    old.unitCode === after.placement.unitCode &&
    alike(old.positionName) === alike(after.placement.positionName);
  // A date in the file corrects the beginning unless an earlier placement stands in its way.
  const from = since !== null && since >= (old.notBefore ?? '') ? since : old.from;
  if (samePost) {
    const change: PlacementChange = { act: 'correct', old, from, new: after.placement };
    return placementFields(change).length > 0 ? change : null;
  }
  const effective = since !== null && since > old.from ? since : asOf;
  // The old post was never held for a day: it was a mistake, not a part of the career.
  if (effective <= old.from) return { act: 'correct', old, from, new: after.placement };
  return { act: 'move', old, from: effective, new: after.placement };
}

function later(date: string, other: string | null): string {
  return other !== null && other > date ? other : date;
}

const PLACEMENT_FIELDS = [
  'unitCode',
  'positionName',
  'positionKind',
  'positionLevel',
  'echelon',
  'isHead',
] as const satisfies readonly (keyof PlacementRecord)[];

function placementFields(change: PlacementChange): FieldChange[] {
  const fields: FieldChange[] = PLACEMENT_FIELDS.filter(
    (field) => change.old?.[field] !== change.new[field],
  ).map((field) => ({ field, old: change.old?.[field] ?? null, new: change.new[field] }));
  const oldFrom = change.old?.from ?? null;
  if (oldFrom !== change.from) fields.push({ field: 'from', old: oldFrom, new: change.from });
  return fields;
}
