/** A spreadsheet of one component → what would be recorded for whom, and every cell that stands in the way. */
import type { Bilingual } from '#domain/bilingual.ts';
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { standardPost } from '#features/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import {
  type Cell,
  cellText,
  columnLetters,
  isBlank,
  readSheets,
  SpreadsheetError,
} from '#platform/spreadsheet/index.ts';
import {
  type CellProblem,
  type Kept,
  type SheetColumn,
  type SheetForm,
  type SheetRow,
  sheetOf,
} from './sheets/index.ts';
import type { Subject } from './subjects.ts';
import { text } from './text.ts';

export interface Accepted {
  readonly subject: Subject;
  readonly value: unknown;
  /** What the component would yield from it, as it is read. */
  readonly reads: string;
  /** Its days or cases one by one, where they are kept. */
  readonly kept: Kept | undefined;
}

export interface RefusedCell {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  readonly remedy: string;
}

export type CheckedFile =
  | { readonly ok: true; readonly accepted: readonly Accepted[]; readonly refused: readonly RefusedCell[] }
  | { readonly ok: false; readonly message: string };

const NIP = 'nip';
const UNIT = 'unit-code';
const HEADING_ROWS = 20;

interface FileRow extends SheetRow {
  readonly nip: string;
  readonly unit: string;
}

interface Found {
  readonly rows: readonly FileRow[];
  /** `B · Tanggal`, by key of the column. */
  readonly names: ReadonlyMap<string, string>;
}

export async function checkFile(
  bytes: Uint8Array,
  file: string,
  about: {
    readonly compiled: CompiledScheme;
    readonly component: string;
    /** Those whose data the officer may record, under this version. */
    readonly subjects: readonly Subject[];
  },
): Promise<CheckedFile> {
  const form = sheetOf(about.compiled.scheme, about.component);
  if (!form) return { ok: false, message: text.nothing() };
  let found: Found | undefined;
  try {
    for (const sheet of await readSheets(bytes, file)) found ??= rowsOf(sheet.rows, form);
  } catch (error) {
    if (error instanceof SpreadsheetError)
      return { ok: false, message: text.unreadable({ why: error.message }) };
    throw error;
  }
  if (!found) {
    const needed = form.columns.filter((column) => column.required).map((column) => inLocale(column.heading));
    return { ok: false, message: text.noHeading({ columns: ['NIP', ...needed].join(', ') }) };
  }
  return { ok: true, ...readRows(found, form, about) };
}

const alike = (words: string) =>
  words
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
const tidy = (cell: Cell | undefined) => cellText(cell).trim().replace(/\s+/g, ' ').slice(0, 500);

/** The rows below the first row that names the person and every required column. */
function rowsOf(rows: readonly (readonly Cell[])[], form: SheetForm): Found | undefined {
  for (const [at, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const places = placesOf(cells, form.columns);
    const needed = form.columns.filter((column) => column.required);
    if (!places.has(NIP) && !places.has(UNIT)) continue;
    if (!needed.every((column) => places.has(column.key))) continue;
    const textAt = (row: readonly Cell[], key: string) => tidy(row[places.get(key) ?? -1]);
    return {
      names: new Map(
        [...places].map(([key, place]) => [key, `${columnLetters(place)} · ${tidy(cells[place])}`]),
      ),
      rows: rows.slice(at + 1).flatMap((row, index) =>
        row.every(isBlank)
          ? []
          : [
              {
                number: at + index + 2,
                nip: textAt(row, NIP).replace(/[\s.']/g, ''),
                unit: textAt(row, UNIT),
                text: (key: string) => textAt(row, key),
              },
            ],
      ),
    };
  }
  return undefined;
}

function placesOf(cells: readonly Cell[], columns: readonly SheetColumn[]): ReadonlyMap<string, number> {
  const known = new Map<string, string>([
    ['nip', NIP],
    ['kode unit', UNIT],
    ['unit code', UNIT],
  ]);
  for (const { key, heading } of columns)
    for (const name of [key, heading.id, heading.en]) known.set(alike(name), key);
  const places = new Map<string, number>();
  for (const [place, cell] of cells.entries()) {
    const key = known.get(alike(cellText(cell)));
    if (key && !places.has(key)) places.set(key, place);
  }
  return places;
}

function readRows(
  { rows, names }: Found,
  form: SheetForm,
  about: Parameters<typeof checkFile>[2],
): { readonly accepted: readonly Accepted[]; readonly refused: readonly RefusedCell[] } {
  const refused: RefusedCell[] = [];
  const refuse = (at: { row: number; key: string }, value: string, reason: Bilingual, remedy: Bilingual) =>
    refused.push({
      row: at.row,
      column: names.get(at.key) ?? '',
      value,
      reason: inLocale(reason),
      remedy: inLocale(remedy),
    });
  const byRow = new Map(rows.map((row) => [row.number, row]));
  const accepted: Accepted[] = [];
  for (const [subject, own] of rowsBySubject(rows, about.subjects, refuse)) {
    const problems: CellProblem[] = [];
    const value = ofPost(
      form.read(own, (problem) => problems.push(problem)),
      about,
      subject,
    );
    for (const { row, key, reason, remedy } of problems)
      refuse({ row, key }, byRow.get(row)?.text(key) ?? '', reason, remedy);
    if (problems.length > 0) continue;
    const explained = about.compiled.explain({ [about.component]: value });
    for (const { path, what, remedy } of explained.problems)
      refuse({ row: own[0]?.number ?? 0, key: NIP }, path, what, remedy);
    if (explained.problems.length > 0) continue;
    const reads = readsAs(explained.explanation, about.component);
    accepted.push({ subject, value, reads, kept: form.keep?.(own) });
  }
  return { accepted, refused: uniqueByCell(refused).toSorted((a, b) => a.row - b.row) };
}

/** Levels of competencies mean nothing without the standard of the post that somebody holds. */
function ofPost(
  value: unknown,
  about: Pick<Parameters<typeof checkFile>[2], 'compiled' | 'component'>,
  subject: Subject,
): unknown {
  const post = standardPost(about.compiled.scheme, about.component, subject);
  return post && typeof value === 'object' ? { post, ...value } : value;
}

/** A row of a unit is read for each of its people; a fault in it is told once. */
function uniqueByCell(refused: readonly RefusedCell[]): readonly RefusedCell[] {
  const known = new Map(refused.map((each) => [`${each.row}|${each.column}|${each.reason}`, each]));
  return [...known.values()];
}

function rowsBySubject(
  rows: readonly FileRow[],
  subjects: readonly Subject[],
  refuse: (at: { row: number; key: string }, value: string, reason: Bilingual, remedy: Bilingual) => void,
): ReadonlyMap<Subject, readonly FileRow[]> {
  const byNip = Map.groupBy(subjects, (subject) => subject.nip);
  const byUnit = new Map<string, Subject[]>();
  for (const subject of subjects)
    for (const code of subject.unitCodes)
      byUnit.set(alike(code), [...(byUnit.get(alike(code)) ?? []), subject]);
  const own = new Map<Subject, FileRow[]>();
  for (const row of rows) {
    const meant = row.nip ? byNip.get(row.nip) : byUnit.get(alike(row.unit));
    if (!meant) {
      const key = row.nip || !row.unit ? NIP : UNIT;
      refuse({ row: row.number, key }, row.nip || row.unit, UNKNOWN.reason, UNKNOWN.remedy);
      continue;
    }
    for (const subject of meant) own.set(subject, [...(own.get(subject) ?? []), row]);
  }
  return own;
}

const UNKNOWN = {
  reason: {
    id: 'bukan peserta periode ini di bawah skema ini, atau bukan wewenang Anda',
    en: 'takes no part in this period under this scheme, or is not yours to record',
  },
  remedy: {
    id: 'periksa NIP atau kode unit; bila benar, periksa daftar peserta periode',
    en: 'check the NIP or unit code; if it is right, check the participants of the period',
  },
} as const;

/** What the component alone yields; the rest of the scheme has no evidence here. */
export function readsAs(explanation: Explanation | null, component: string): string {
  const node = explanation && nodeOf(explanation, component);
  return node ? inLocale(valueLabel(node.value)) : '–';
}

export function nodeOf(explanation: Explanation, code: string): Explanation | undefined {
  if (explanation.code === code) return explanation;
  for (const child of explanation.children) {
    const found = nodeOf(child, code);
    if (found) return found;
  }
  return undefined;
}
