/** Small lists that officers upload: letters, numbers of machines, days off. All rows are good, or nothing is recorded. */
import { civilDateOf, type Excuse, type Part } from '#domain/attendance/index.ts';
import { type Cell, cellText, isBlank, readSheets, SpreadsheetError } from '#platform/spreadsheet/index.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { text } from './text-calendar.ts';

const TAKEN = new Set(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv']);
const HEADING_ROWS = 20;

export interface ListRow {
  readonly row: number;
  readonly text: (column: string) => string;
}

type Read =
  | { readonly ok: true; readonly rows: readonly ListRow[] }
  | { readonly ok: false; readonly why: string };

/** Rows below the first that has all the columns; names in small letters, any of several for one column. */
export async function readList(
  given: unknown,
  columns: Readonly<Record<string, { readonly names: readonly string[]; readonly optional?: boolean }>>,
): Promise<Read> {
  if (!(given instanceof File) || given.size === 0) return { ok: false, why: text.noFile() };
  const checked = await checkUpload(given);
  if (!checked.ok || !TAKEN.has(checked.upload.mediaType)) return { ok: false, why: text.fileKind() };
  try {
    for (const sheet of await readSheets(checked.upload.bytes, checked.upload.name)) {
      const found = rowsOf(sheet.rows, columns);
      if (found) return { ok: true, rows: found };
    }
  } catch (error) {
    if (error instanceof SpreadsheetError) return { ok: false, why: text.unreadable({ why: error.message }) };
    throw error;
  }
  const needed = Object.values(columns)
    .filter(({ optional }) => !optional)
    .map(({ names }) => names[0] ?? '');
  return { ok: false, why: text.listUnread({ columns: needed.join(', ') }) };
}

function rowsOf(
  rows: readonly (readonly Cell[])[],
  columns: Parameters<typeof readList>[1],
): readonly ListRow[] | undefined {
  for (const [at, headings] of rows.slice(0, HEADING_ROWS).entries()) {
    const names = headings.map((cell) => cellText(cell).trim().toLowerCase());
    const places = new Map(
      Object.entries(columns).map(([column, { names: known }]) => [
        column,
        names.findIndex((name) => known.includes(name)),
      ]),
    );
    const isHeading = Object.entries(columns).every(
      ([column, { optional }]) => optional || (places.get(column) ?? -1) >= 0,
    );
    if (!isHeading) continue;
    return rows.slice(at + 1).flatMap((row, index) =>
      row.every(isBlank)
        ? []
        : [
            {
              row: at + index + 2,
              text: (column: string) =>
                cellText(row[places.get(column) ?? -1])
                  .trim()
                  .slice(0, 300),
            },
          ],
    );
  }
  return undefined;
}

const KINDS: Readonly<Record<Excuse, readonly string[]>> = {
  leave: ['leave', 'cuti', 'cuti tahunan', 'cuti besar', 'cuti melahirkan', 'cuti alasan penting'],
  sick: ['sick', 'sakit', 'cuti sakit', 'illness'],
  duty: ['duty', 'dinas luar', 'dl', 'dinas', 'perjalanan dinas', 'tugas', 'duty elsewhere'],
  training: ['training', 'diklat', 'pelatihan', 'pendidikan dan pelatihan', 'tugas belajar'],
  permission: ['permission', 'izin', 'ijin'],
};
const PART_WORDS: Readonly<Record<Part, readonly string[]>> = {
  day: ['', 'day', 'sehari', 'sehari penuh', 'penuh'],
  morning: ['morning', 'pagi'],
  afternoon: ['afternoon', 'siang', 'sore'],
};

export function kindOf(written: string): Excuse | undefined {
  const word = written.toLowerCase();
  return (Object.keys(KINDS) as Excuse[]).find((kind) => KINDS[kind].includes(word));
}

export function partOf(written: string): Part | undefined {
  const word = written.toLowerCase();
  return (Object.keys(PART_WORDS) as Part[]).find((part) => PART_WORDS[part].includes(word));
}

/** `01-01-2026 Tahun Baru`, one line a day; the first line that cannot be read is named. */
export function holidayLines(
  written: string,
):
  | { readonly ok: true; readonly holidays: readonly { readonly day: string; readonly name: string }[] }
  | { readonly ok: false; readonly line: string } {
  const holidays: { day: string; name: string }[] = [];
  for (const line of written.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const parts = /^(\S+)\s+(.+)$/.exec(line);
    const day = civilDateOf(parts?.[1] ?? '');
    if (!parts?.[2] || !day) return { ok: false, line: line.slice(0, 80) };
    holidays.push({ day, name: parts[2].slice(0, 100) });
  }
  return { ok: true, holidays };
}
