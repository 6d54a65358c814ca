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

type OpenedSheet = { readonly file: string; readonly sheet: Sheet; readonly recognised: Recognised };

/** Unpacked and recognised, but not yet compared with anything: the slow part of reading. */
export type OpenedFiles = {
  readonly sheets: readonly OpenedSheet[];
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
};

export type Incoming = {
  /** Null where no file holds units or people: then nothing about them changes. */
  readonly units: UnitsRead | null;
  readonly people: PeopleRead | null;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
};

export async function openImportFiles(files: readonly ImportFile[]): Promise<OpenedFiles> {
  const opened = { sheets: [] as OpenedSheet[], refused: [] as Finding[], warnings: [] as Finding[] };
  for (const file of files) {
    try {
      const sheets = await readSheets(file.bytes, file.name);
      const one = recogniseSheets(file, sheets);
      opened.sheets.push(...one.sheets);
      opened.refused.push(...one.refused);
      opened.warnings.push(...one.warnings);
    } catch (error) {
      if (!(error instanceof SpreadsheetError)) throw error;
      opened.refused.push(finding({ file: file.name }, 'unreadable', { detail: error.describe() }));
    }
  }
  return opened;
}

function recogniseSheets({ name: file, holds }: ImportFile, sheets: readonly Sheet[]): OpenedFiles {
  const foreign: Finding[] = [];
  const recognisedSheets = sheets.flatMap((sheet): OpenedSheet[] => {
    const recognised = recognise(sheet);
    if (recognised) return [{ file, sheet, recognised }];
    if (sheet.name !== HELP_SHEET && sheet.rows.some((row) => !row.every(isBlank))) {
      foreign.push(finding({ file, sheet: sheet.name }, 'sheetIgnored'));
    }
    return [];
  });
  if (recognisedSheets.length === 0) {
    return {
      sheets: [],
      refused: [finding({ file, sheet: sheets[0]?.name ?? '' }, 'noSheet')],
      warnings: [],
    };
  }
  if (holds && !recognisedSheets.some(({ recognised }) => recognised.layout.holds === holds)) {
    return {
      sheets: [],
      refused: [finding({ file }, holds === 'units' ? 'noUnits' : 'noPeople')],
      warnings: [],
    };
  }
  return {
    sheets: recognisedSheets,
    refused: recognisedSheets.flatMap(headingFaults),
    warnings: [...foreign, ...recognisedSheets.flatMap(headingRemarks)],
  };
}

function headingPlace({ file, sheet, recognised }: OpenedSheet): Place {
  return { file, sheet: sheet.name, row: recognised.headingRow + 1 };
}

function headingFaults(opened: OpenedSheet): Finding[] {
  const place = headingPlace(opened);
  return [
    ...opened.recognised.missing.map((heading) => finding(place, 'headingMissing', { heading })),
    ...opened.recognised.twice.map((column) =>
      finding({ ...place, column }, 'headingTwice', { heading: column.heading }),
    ),
  ];
}

function headingRemarks(opened: OpenedSheet): Finding[] {
  const place = headingPlace(opened);
  return opened.recognised.unknown.map((column) => finding({ ...place, column }, 'headingUnknown'));
}

/** `known` are the units recorded so far: people may be placed in them, units hung below them. */
export function readImport(opened: OpenedFiles, known: readonly UnitRecord[]): Incoming {
  const usable = opened.sheets.filter(
    ({ recognised }) => recognised.missing.length === 0 && recognised.twice.length === 0,
  );
  const ofUnits = usable.filter(({ recognised }) => recognised.layout.holds === 'units');
  const ofPeople = usable.filter(({ recognised }) => recognised.layout.holds === 'people');
  const unitRows = ofUnits.flatMap(dataRows<UnitColumn>);
  const personRows = ofPeople.flatMap(dataRows<PersonColumn>);
  // A template with people only leaves its sheet of units empty: that is no fault while some sheet has rows.
  const filled = new Set([...unitRows, ...personRows].map((row) => row.origin.file));
  const empty = usable
    .filter((each) => !filled.has(each.file))
    .map((each) => finding(headingPlace(each), 'noRows'));
  const units = unitRows.length > 0 ? readUnits(unitRows, known) : null;
  const fileUnits = units?.units ?? [];
  const incomingCodes = new Set(fileUnits.map((unit) => unit.code));
  const directory = unitDirectory(
    [...fileUnits, ...known.filter((unit) => !incomingCodes.has(unit.code))],
    units?.refusedCodes ?? new Map(),
  );
  const people = personRows.length > 0 ? readPeople(personRows, directory) : null;
  return {
    units,
    people,
    refused: [...opened.refused, ...empty, ...(units?.refused ?? []), ...(people?.refused ?? [])],
    warnings: [
      ...opened.warnings,
      ...(units?.warnings ?? []),
      ...(people?.warnings ?? []),
      ...headlessUnits(units, people),
    ],
  };
}

function dataRows<Key extends string>({ file, sheet, recognised }: OpenedSheet): Row<Key>[] {
  return sheet.rows.flatMap((cells, index) => {
    if (index <= recognised.headingRow || cells.every(isBlank)) return [];
    return [makeRow<Key>({ file, sheet: sheet.name, row: index + 1 }, cells, recognised.columns)];
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
