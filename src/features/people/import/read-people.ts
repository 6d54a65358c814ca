/** Rows of a staff list as people in their positions, or as what is wrong with them. */
import type { Nip } from '#domain/rules/nip.ts';
import type { Finding } from './finding.ts';
import type { PersonColumn } from './layouts.ts';
import { digitsOf, kindByDigits, nipOf } from './nip.ts';
import { positionNature } from './positions.ts';
import { unitCode } from './read-units.ts';
import type { IncomingPerson, Leaver, PersonKind, PlacementRecord, UnitRecord } from './records.ts';
import { keyOf } from './records.ts';
import type { Row } from './row.ts';
import {
  alike,
  educationOf,
  emailOf,
  personKindOf,
  personName,
  phoneOf,
  rankOf,
  sexOf,
  standingOf,
} from './values.ts';

type PersonRow = Row<PersonColumn>;

export type PeopleRead = {
  readonly people: readonly IncomingPerson[];
  readonly leavers: readonly Leaver[];
  /** People of refused rows: present in the file, so not absent. */
  readonly refusedKeys: ReadonlySet<string>;
  /** Names of refused rows that do not tell who is meant. */
  readonly refusedNames: ReadonlySet<string>;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
};

/** Units that people may be placed in: those of the same import and those already recorded. */
export type UnitDirectory = {
  readonly byCode: ReadonlyMap<string, UnitRecord>;
  readonly byName: ReadonlyMap<string, readonly UnitRecord[]>;
  readonly refusedCodes: ReadonlyMap<string, number>;
};

export function unitDirectory(
  units: readonly UnitRecord[],
  refusedCodes: ReadonlyMap<string, number>,
): UnitDirectory {
  return {
    byCode: new Map(units.map((unit) => [unit.code, unit])),
    byName: Map.groupBy(units, (unit) => alike(unit.name)),
    refusedCodes,
  };
}

export function readPeople(rows: readonly PersonRow[], units: UnitDirectory): PeopleRead {
  const people = new Map<string, IncomingPerson>();
  const leavers: Leaver[] = [];
  const rowOfKey = new Map<string, number>();
  const rowOfHead = new Map<string, number>();
  const refusedKeys = new Set<string>();
  const refusedNames = new Set<string>();
  for (const row of rows) {
    const identity = readIdentity(row);
    const earlier = identity && rowOfKey.get(identity.key);
    if (identity && earlier !== undefined) {
      const [column, reason] = identity.nip
        ? (['nip', 'nipTwice'] as const)
        : (['otherId', 'identityTwice'] as const);
      row.refuse(column, reason, { row: String(earlier) });
      continue;
    }
    const status = row.text('status');
    const standing = standingOf(status);
    if (identity && standing === 'left' && row.refused.length === 0) {
      row.warn('status', 'left', { status });
      leavers.push({ key: identity.key, status, origin: row.origin });
      rowOfKey.set(identity.key, row.origin.row);
      continue;
    }
    const person = readPerson(row, identity, units);
    if (!person) {
      if (identity) refusedKeys.add(identity.key);
      else refusedNames.add(alike(row.text('name')));
      continue;
    }
    if (standing === 'unusual') row.warn('status', 'statusUnusual', { status });
    rowOfKey.set(person.key, row.origin.row);
    people.set(person.key, withOneHead(person, row, rowOfHead));
  }
  return {
    people: [...people.values()],
    leavers,
    refusedKeys,
    refusedNames,
    refused: rows.flatMap((row) => row.refused),
    warnings: rows.flatMap((row) => (row.refused.length > 0 ? [] : row.warnings)),
  };
}

type NipFacts = Extract<Nip, { valid: true }>;
type Identity = {
  readonly key: string;
  readonly nip: string | null;
  readonly externalId: string | null;
  readonly kind: PersonKind;
  readonly facts: NipFacts | null;
};

function readIdentity(row: PersonRow): Identity | null {
  const kindText = row.text('kind');
  const stated = personKindOf(kindText) ?? personKindOf(row.text('status'));
  if (kindText && !stated) row.refuse('kind', 'kindUnknown');
  if (stated === 'non-asn') {
    const externalId = row.text('otherId') || null;
    if (!externalId) row.refuse('otherId', 'identityMissing');
    return externalId
      ? { key: keyOf(null, externalId), nip: null, externalId, kind: stated, facts: null }
      : null;
  }
  const refuseNip: Parameters<typeof digitsOf>[1] = (reason, ...parameters) =>
    row.refuse('nip', reason, ...parameters);
  const digits = digitsOf(row.cell('nip'), refuseNip);
  if (!digits) return null;
  const kind = stated ?? kindByDigits(digits);
  const facts = nipOf(digits, kind, refuseNip);
  return facts && { key: facts.nip, nip: facts.nip, externalId: null, kind, facts };
}

function readPerson(row: PersonRow, identity: Identity | null, units: UnitDirectory): IncomingPerson | null {
  const name = personName(row.text('name'));
  if (!name) row.refuse('name', 'nameMissing');
  const placement = readPlacement(row, units);
  if (!identity || !placement || row.refused.length > 0) return null;
  const { key, nip, externalId, kind, facts } = identity;
  if (facts && facts.warnings.length > 0) row.warn('nip', 'ageUnusual');
  return {
    key,
    nip,
    externalId,
    details: {
      kind,
      name,
      titleBefore: row.has('titleBefore') ? row.text('titleBefore') || null : undefined,
      titleAfter: row.has('titleAfter') ? row.text('titleAfter') || null : undefined,
      birthDate: readBirthDate(row, facts),
      sex: readSex(row, facts),
      email:
        understood(row, 'email', 'emailInvalid', emailOf) ??
        understood(row, 'otherEmail', 'emailInvalid', emailOf),
      phone: phoneOf(row.cell('phone')),
      rank: understood(row, 'rank', 'rankUnknown', (text) => rankOf(text, kind)),
      rankFrom: row.date('rankFrom'),
      education: understood(row, 'education', 'educationUnknown', educationOf),
    },
    placement,
    since: row.date('since') ?? null,
    origin: row.origin,
  };
}

/** An optional value: nothing said, understood, or remarked on and ignored. */
function understood<Value>(
  row: PersonRow,
  key: PersonColumn,
  remark: 'emailInvalid' | 'rankUnknown' | 'educationUnknown',
  parse: (text: string) => Value | undefined,
): Value | undefined {
  const text = row.text(key) || undefined;
  if (text === undefined) return undefined;
  const value = parse(text);
  if (value === undefined) row.warn(key, remark);
  return value;
}

function readBirthDate(row: PersonRow, facts: NipFacts | null): string | undefined {
  const stated = row.date('birthDate');
  if (stated && facts && stated !== facts.birthDate) {
    const [year, month, day] = facts.birthDate.split('-');
    row.warn('birthDate', 'birthDateDiffers', { date: `${day}-${month}-${year}` });
  }
  return stated ?? facts?.birthDate;
}

function readSex(row: PersonRow, facts: NipFacts | null) {
  const text = row.text('sex') || undefined;
  const stated = text === undefined ? undefined : sexOf(text);
  if (text !== undefined && !stated) row.warn('sex', 'sexUnknown');
  if (stated && facts && stated !== facts.sex)
    row.warn('sex', 'sexDiffers', { sex: facts.sex === 'male' ? 'L' : 'P' });
  return stated ?? facts?.sex;
}

function readPlacement(row: PersonRow, units: UnitDirectory): PlacementRecord | null {
  const unit = findUnit(row, units);
  const positionName = row.text('position');
  if (!positionName) row.refuse('position', 'positionMissing');
  if (!unit || !positionName) return null;
  const nature = positionNature({
    name: positionName,
    kind: row.text('positionKind'),
    echelon: row.text('echelon'),
    level: row.text('level'),
  });
  if (nature.doubt) {
    const isKind = nature.doubt === 'positionKindUnknown' && row.has('positionKind');
    row.warn(isKind ? 'positionKind' : 'position', nature.doubt);
  }
  return {
    unitCode: unit.code,
    positionName,
    positionKind: nature.kind,
    positionLevel: nature.level,
    echelon: nature.echelon,
    isHead: row.has('head')
      ? /^(?:y|ya|yes|1|true|x|v)$/i.test(row.text('head'))
      : unit.headTitle !== null && alike(unit.headTitle) === alike(positionName),
  };
}

function findUnit(row: PersonRow, units: UnitDirectory): UnitRecord | null {
  const text = row.text('unit');
  if (!text) {
    row.refuse('unit', 'unitMissing');
    return null;
  }
  const code = unitCode(text);
  const byName = units.byName.get(alike(text));
  const unit = units.byCode.get(code) ?? (byName?.length === 1 ? byName[0] : undefined);
  if (unit) return unit;
  const refusedRow = units.refusedCodes.get(code);
  if (refusedRow === undefined) row.refuse('unit', 'unitUnknown', { unit: row.text('unitName') || text });
  else row.refuse('unit', 'unitRefused', { row: String(refusedRow) });
  return null;
}

/** Two people cannot lead one unit: the first row stays, the other is remarked on. */
function withOneHead(person: IncomingPerson, row: PersonRow, rowOfHead: Map<string, number>): IncomingPerson {
  if (!person.placement.isHead) return person;
  const earlier = rowOfHead.get(person.placement.unitCode);
  if (earlier === undefined) {
    rowOfHead.set(person.placement.unitCode, row.origin.row);
    return person;
  }
  row.warn('position', 'twoHeads', { row: String(earlier) });
  return { ...person, placement: { ...person.placement, isHead: false } };
}
