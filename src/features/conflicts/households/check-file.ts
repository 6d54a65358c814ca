/** Reads a spreadsheet of households: who shares a family card or an address is all that is taken from it. */
import {
  type Cell,
  cellText,
  columnLetters,
  isBlank,
  readSheets,
  SpreadsheetError,
} from '#platform/spreadsheet/index.ts';
import { normalAddress, normalCard } from './fingerprint.ts';
import { text } from './text.ts';

export interface HouseholdRow {
  readonly personId: string;
  readonly card: string | undefined;
  readonly address: string | undefined;
}

/** Never with what stood in the cell. */
export interface RefusedRow {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

export type CheckedHouseholds =
  | { readonly ok: true; readonly accepted: readonly HouseholdRow[]; readonly refused: readonly RefusedRow[] }
  | { readonly ok: false; readonly message: string };

const COLUMNS = {
  nip: ['nip'],
  card: [
    'no kk',
    'nomor kk',
    'kk',
    'no kartu keluarga',
    'nomor kartu keluarga',
    'family card',
    'family card number',
  ],
  address: ['alamat', 'alamat rumah', 'alamat tinggal', 'address'],
} as const;
type Column = keyof typeof COLUMNS;
const HEADING_ROWS = 20;

const alike = (words: string) => words.trim().toLowerCase().replace(/[._]/g, ' ').replace(/\s+/g, ' ');

export async function checkHouseholds(
  bytes: Uint8Array,
  file: string,
  /** Ids of the agency's people by NIP. */
  people: ReadonlyMap<string, string>,
): Promise<CheckedHouseholds> {
  try {
    for (const { rows } of await readSheets(bytes, file)) {
      for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
        const places = placesOf(cells);
        if (!places.has('nip') || !(places.has('card') || places.has('address'))) continue;
        return { ok: true, ...readRows(rows.slice(at + 1), at + 2, places, people) };
      }
    }
  } catch (error) {
    if (error instanceof SpreadsheetError)
      return { ok: false, message: text.unreadable({ why: error.message }) };
    throw error;
  }
  return { ok: false, message: text.noHeading() };
}

function placesOf(cells: readonly Cell[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  for (const [place, cell] of cells.entries()) {
    const name = alike(cellText(cell));
    for (const column of ['nip', 'card', 'address'] as const)
      if (COLUMNS[column].some((known) => known === name) && !places.has(column)) places.set(column, place);
  }
  return places;
}

function readRows(
  rows: readonly (readonly Cell[])[],
  first: number,
  places: ReadonlyMap<Column, number>,
  people: ReadonlyMap<string, string>,
): { readonly accepted: readonly HouseholdRow[]; readonly refused: readonly RefusedRow[] } {
  const accepted = new Map<string, HouseholdRow>();
  const refused: RefusedRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.every(isBlank)) continue;
    const typed = (column: Column) => cellText(cells[places.get(column) ?? -1]).trim();
    const refuse = (column: Column, reason: string) =>
      refused.push({ row: first + index, column: columnLetters(places.get(column) ?? 0), reason });
    const personId = people.get(typed('nip').replace(/[\s.'’]/g, ''));
    if (!personId) {
      refuse('nip', text.unknownNip());
      continue;
    }
    if (accepted.has(personId)) {
      refuse('nip', text.twice());
      continue;
    }
    const card = normalCard(typed('card'));
    const address = normalAddress(typed('address'));
    if (typed('card') !== '' && !card) refuse('card', text.badCard());
    if (typed('address') !== '' && !address) refuse('address', text.vagueAddress());
    if (typed('card') === '' && typed('address') === '') refuse('nip', text.nothing());
    if (card || address) accepted.set(personId, { personId, card, address });
  }
  return { accepted: [...accepted.values()], refused };
}
