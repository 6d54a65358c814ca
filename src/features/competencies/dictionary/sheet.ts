/** The dictionary as a spreadsheet: what is exported can be changed and imported again. */
import type { Bilingual } from '#domain/bilingual.ts';
import { inLocale } from '#platform/locale/locale.ts';
import {
  type Cell,
  cellText,
  columnLetters,
  isBlank,
  readSheets,
  type Sheet,
  SpreadsheetError,
  writeWorkbook,
} from '#platform/spreadsheet/index.ts';
import { alike, kindLabel, LEVELS } from '../levels.ts';
import type { Competency } from './model.ts';
import { text } from './text.ts';

export const COLUMN_KEYS = ['code', 'kind', 'family', 'name', 'definition', ...LEVELS] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

const HEADINGS: Readonly<Record<ColumnKey, Bilingual>> = {
  code: { id: 'Kode', en: 'Code' },
  kind: { id: 'Jenis', en: 'Kind' },
  family: { id: 'Rumpun jabatan', en: 'Job family' },
  name: { id: 'Nama', en: 'Name' },
  definition: { id: 'Definisi', en: 'Definition' },
  '1': { id: 'Tingkat 1', en: 'Level 1' },
  '2': { id: 'Tingkat 2', en: 'Level 2' },
  '3': { id: 'Tingkat 3', en: 'Level 3' },
  '4': { id: 'Tingkat 4', en: 'Level 4' },
  '5': { id: 'Tingkat 5', en: 'Level 5' },
};

const HELP: Readonly<Record<ColumnKey, () => string>> = {
  code: text.helpCode,
  kind: text.helpKind,
  family: text.helpFamily,
  name: text.helpName,
  definition: text.helpDefinition,
  '1': text.helpLevel,
  '2': text.helpLevel,
  '3': text.helpLevel,
  '4': text.helpLevel,
  '5': text.helpLevel,
};

export function headingOf(key: ColumnKey): string {
  return inLocale(HEADINGS[key]);
}

export function helpOf(key: ColumnKey): string {
  return HELP[key]();
}

export interface FileRow {
  /** As the spreadsheet counts: the first row is 1. */
  readonly number: number;
  readonly text: (key: ColumnKey) => string;
  readonly isError: (key: ColumnKey) => boolean;
}

export interface FileRows {
  readonly rows: readonly FileRow[];
  /** `D · Nama`, by column; a column that the file does not have is missing. */
  readonly names: ReadonlyMap<ColumnKey, string>;
}

export type ReadFile =
  | { readonly ok: true; readonly rows: FileRows }
  | { readonly ok: false; readonly message: string };

/** The first sheet with a heading row that names name and definition. */
export async function readDictionary(bytes: Uint8Array, file: string): Promise<ReadFile> {
  try {
    for (const sheet of await readSheets(bytes, file)) {
      const rows = rowsOf(sheet);
      if (rows) return { ok: true, rows };
    }
  } catch (error) {
    if (!(error instanceof SpreadsheetError)) throw error;
    return { ok: false, message: text.unreadable({ why: error.message }) };
  }
  return { ok: false, message: text.noHeading() };
}

const HEADING_ROWS = 20;
const LONGEST_CELL = 2000;

function rowsOf({ rows }: Sheet): FileRows | undefined {
  for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const places = placesOf(cells);
    if (!places.has('name') || !places.has('definition')) continue;
    return {
      names: new Map(
        [...places].map(([key, place]) => [key, `${columnLetters(place)} · ${tidy(cells[place])}`]),
      ),
      rows: rows.slice(at + 1).flatMap((row, index) => {
        if (row.every(isBlank)) return [];
        const cell = (key: ColumnKey): Cell | undefined => row[places.get(key) ?? -1];
        return [
          {
            number: at + index + 2,
            text: (key) => tidy(cell(key)),
            isError: (key) => cell(key)?.kind === 'error',
          } satisfies FileRow,
        ];
      }),
    };
  }
  return undefined;
}

const KNOWN: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMN_KEYS.flatMap((key) => [
    [alike(HEADINGS[key].id), key] as const,
    [alike(HEADINGS[key].en), key] as const,
    [alike(`level ${key}`), key] as const,
  ]),
);

function placesOf(cells: readonly Cell[]): ReadonlyMap<ColumnKey, number> {
  const places = new Map<ColumnKey, number>();
  for (const [place, cell] of cells.entries()) {
    const key = KNOWN.get(alike(cellText(cell)));
    if (key && !places.has(key)) places.set(key, place);
  }
  return places;
}

function tidy(cell: Cell | undefined): string {
  return cellText(cell).trim().replace(/\s+/g, ' ').slice(0, LONGEST_CELL);
}

const READY_ROWS = 200;

/** The dictionary to take along; without competencies the template to fill in. */
export function writeDictionary(competencies: readonly Competency[]): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: text.sheet(),
      columns: COLUMN_KEYS.map((key) => ({
        heading: headingOf(key),
        width: key === 'code' || key === 'kind' ? 18 : key === 'name' || key === 'family' ? 30 : 50,
        format: 'text' as const,
        ...(key === 'kind' ? { choices: [kindLabel('technical')] } : {}),
      })),
      rows: competencies.map((each) => [
        each.code,
        kindLabel(each.kind),
        each.family?.id ?? '',
        each.name.id,
        each.definition.id,
        ...LEVELS.map((level) => each.levels[level].id),
      ]),
      readyRows: READY_ROWS,
    },
    {
      name: text.readMe(),
      columns: [
        { heading: text.column(), width: 22 },
        { heading: text.meaning(), width: 90 },
      ],
      rows: COLUMN_KEYS.map((key) => [headingOf(key), helpOf(key)]),
    },
  ]);
}
