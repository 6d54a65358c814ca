/** Files of units and people as typed records, with everything refused or remarked on by its cell. */
import { isBlank, readSheets, type Sheet, SpreadsheetError } from '#platform/spreadsheet/index.ts';
import { type Finding, finding, type Place } from './finding.ts';
import { type PersonColumn, type Recognised, recognise, type UnitColumn } from './layouts.ts';
import { type PeopleRead, readPeople, unitDirectory } from './read-people.ts';
import { readUnits, type UnitsRead } from './read-units.ts';
import type { UnitRecord } from './records.ts';
import { makeRow, type Row } from './row.ts';
import { HELP_SHEET } from './template-names.ts';

export type ImportFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the officer said the file holds; where it is left out, both are taken from it. */
  readonly holds?: 'units' | 'people';
};

export type Incoming = {
  /** Null where no file holds units or people: then nothing about them changes. */
  readonly units: UnitsRead | null;
  readonly people: PeopleRead | null;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
};

type Collected = {
  units: Row<UnitColumn>[] | null;
  people: Row<PersonColumn>[] | null;
  refused: Finding[];
  warnings: Finding[];
};

/** `known` are the units recorded so far: people may be placed in them, units hung below them. */
export async function readImportFiles(
  files: readonly ImportFile[],
  known: readonly UnitRecord[],
): Promise<Incoming> {
  const collected: Collected = { units: null, people: null, refused: [], warnings: [] };
  for (const file of files) await collectFile(file, collected);
  const units = collected.units && readUnits(collected.units, known);
  const fileUnits = units?.units ?? [];
  const incomingCodes = new Set(fileUnits.map((unit) => unit.code));
  const directory = unitDirectory(
    [...fileUnits, ...known.filter((unit) => !incomingCodes.has(unit.code))],
    units?.refusedCodes ?? new Map(),
  );
  const people = collected.people && readPeople(collected.people, directory);
  return {
    units,
    people,
    refused: [...collected.refused, ...(units?.refused ?? []), ...(people?.refused ?? [])],
    warnings: [
      ...collected.warnings,
      ...(units?.warnings ?? []),
      ...(people?.warnings ?? []),
      ...headlessUnits(units, people),
    ],
  };
}

async function collectFile(file: ImportFile, collected: Collected): Promise<void> {
  let sheets: readonly Sheet[];
  try {
    sheets = await readSheets(file.bytes, file.name);
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    collected.refused.push(finding({ file: file.name }, 'unreadable', { detail: error.describe() }));
    return;
  }
  const found = sheets.map((sheet) => ({ sheet, recognised: recognise(sheet) }));
  const held = new Set(found.map(({ recognised }) => recognised?.layout.holds));
  const expected = file.holds && !held.has(file.holds);
  if (held.has('units') || held.has('people')) {
    if (expected)
      collected.refused.push(finding({ file: file.name }, file.holds === 'units' ? 'noUnits' : 'noPeople'));
    for (const { sheet, recognised } of found) {
      if (recognised && !expected) collectSheet(file, sheet, recognised, collected);
      else if (
        !recognised &&
        sheet.name !== HELP_SHEET &&
        sheet.rows.some((row) => row.some((cell) => !isBlank(cell)))
      ) {
        collected.warnings.push(finding({ file: file.name, sheet: sheet.name }, 'sheetIgnored'));
      }
    }
    return;
  }
  collected.refused.push(finding({ file: file.name, sheet: sheets[0]?.name ?? '' }, 'noSheet'));
}

function collectSheet(file: ImportFile, sheet: Sheet, recognised: Recognised, collected: Collected): void {
  const { layout, headingRow } = recognised;
  const place: Place = { file: file.name, sheet: sheet.name, row: headingRow + 1 };
  for (const heading of recognised.missing) {
    collected.refused.push(finding(place, 'headingMissing', { heading }));
  }
  for (const column of recognised.twice) {
    collected.refused.push(finding({ ...place, column }, 'headingTwice', { heading: column.heading }));
  }
  for (const column of recognised.unknown) {
    collected.warnings.push(finding({ ...place, column }, 'headingUnknown'));
  }
  if (recognised.missing.length > 0 || recognised.twice.length > 0) return;
  if (layout.holds === 'units') {
    const rows = dataRows<UnitColumn>(file, sheet, recognised);
    if (rows.length === 0) collected.refused.push(finding(place, 'noRows'));
    else collected.units = [...(collected.units ?? []), ...rows];
  } else {
    const rows = dataRows<PersonColumn>(file, sheet, recognised);
    if (rows.length === 0) collected.refused.push(finding(place, 'noRows'));
    else collected.people = [...(collected.people ?? []), ...rows];
  }
}

function dataRows<Key extends string>(file: ImportFile, sheet: Sheet, recognised: Recognised): Row<Key>[] {
  return sheet.rows.flatMap((cells, index) => {
    if (index <= recognised.headingRow || cells.every(isBlank)) return [];
    return [makeRow<Key>({ file: file.name, sheet: sheet.name, row: index + 1 }, cells, recognised.columns)];
  });
}

/** A unit without head is no error, but nobody in it can be given an appraiser. */
function headlessUnits(units: UnitsRead | null, people: PeopleRead | null): Finding[] {
  if (!units || !people) return [];
  const led = new Set(
    people.people.filter((each) => each.placement.isHead).map((each) => each.placement.unitCode),
  );
  return units.units
    .filter((unit) => !led.has(unit.code))
    .map((unit) =>
      finding({ ...unit.origin, content: { kind: 'text', value: unit.name } }, 'unitWithoutHead'),
    );
}
