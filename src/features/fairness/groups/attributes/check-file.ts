/** A spreadsheet of NIP and value → what would be recorded, and every row that stands in the way, with the remedy. */
import { inLocale } from '#platform/locale/locale.ts';
import {
  type Cell,
  cellText,
  columnLetters,
  isBlank,
  readSheets,
  SpreadsheetError,
} from '#platform/spreadsheet/index.ts';
import type { HeldAttribute } from '../types.ts';
import { text } from './text.ts';
import { choicesOf, HELD_LABELS, PLACE_AT_MOST, readValue } from './values.ts';

export interface RefusedRow {
  readonly row: number;
  /** `B · Agama`. */
  readonly cell: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

export type CheckedValues =
  | {
      readonly ok: true;
      readonly values: ReadonlyMap<string, string>;
      readonly refused: readonly RefusedRow[];
    }
  | { readonly ok: false; readonly message: string };

const HEADING_ROWS = 20;
const MOST_REFUSED = 500;

/** `people` gives the person by NIP: those of the agency. */
export async function checkValues(
  bytes: Uint8Array,
  file: string,
  kind: HeldAttribute,
  people: ReadonlyMap<string, string>,
): Promise<CheckedValues> {
  try {
    for (const sheet of await readSheets(bytes, file)) {
      const found = headingIn(sheet.rows, kind);
      if (found) return { ok: true, ...readRows(sheet.rows, found, kind, people) };
    }
  } catch (error) {
    if (error instanceof SpreadsheetError)
      return { ok: false, message: text.unreadable({ why: error.message }) };
    throw error;
  }
  return { ok: false, message: text.noHeading({ value: inLocale(HELD_LABELS[kind]) }) };
}

const tidy = (cell: Cell | undefined) => cellText(cell).trim().replace(/\s+/g, ' ').slice(0, 200);

interface Heading {
  readonly row: number;
  readonly nip: number;
  readonly value: number;
  readonly name: (column: number) => string;
}

function headingIn(rows: readonly (readonly Cell[])[], kind: HeldAttribute): Heading | undefined {
  const label = HELD_LABELS[kind];
  const names = new Set(
    [
      'nilai',
      'value',
      kind,
      label.id,
      label.en,
      { place: 'daerah', religion: 'agama', disability: 'disabilitas' }[kind],
    ].map((name) => name.toLowerCase()),
  );
  for (const [row, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const words = cells.map((cell) => tidy(cell).toLowerCase());
    const nip = words.indexOf('nip');
    const value = words.findIndex((word) => names.has(word));
    if (nip >= 0 && value >= 0)
      return { row, nip, value, name: (column) => `${columnLetters(column)} · ${tidy(cells[column])}` };
  }
  return undefined;
}

function readRows(
  rows: readonly (readonly Cell[])[],
  heading: Heading,
  kind: HeldAttribute,
  people: ReadonlyMap<string, string>,
): { readonly values: ReadonlyMap<string, string>; readonly refused: readonly RefusedRow[] } {
  const values = new Map<string, string>();
  const refused: RefusedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= heading.row || row.every(isBlank)) continue;
    const nip = tidy(row[heading.nip]).replace(/[\s.']/g, '');
    const given = tidy(row[heading.value]);
    const refuse = (column: number, value: string, reason: string, remedy: string) => {
      if (refused.length < MOST_REFUSED)
        refused.push({ row: index + 1, cell: heading.name(column), value, reason, remedy });
    };
    const person = people.get(nip);
    const value = readValue(kind, given);
    if (!/^\d{18}$/.test(nip)) refuse(heading.nip, nip, text.nipWrong(), text.nipRemedy());
    else if (!person) refuse(heading.nip, nip, text.nipUnknown(), text.nipUnknownRemedy());
    else if (value === undefined)
      refuse(heading.value, given, given ? text.valueWrong() : text.valueMissing(), remedyOf(kind));
    else if ((values.get(person) ?? value) !== value)
      refuse(heading.nip, nip, text.twice(), text.twiceRemedy());
    else values.set(person, value);
  }
  return { values, refused };
}

function remedyOf(kind: HeldAttribute): string {
  const choices = choicesOf(kind);
  return choices
    ? text.chooseOf({ list: choices.map(inLocale).join(', ') })
    : text.placeRemedy({ most: PLACE_AT_MOST });
}
