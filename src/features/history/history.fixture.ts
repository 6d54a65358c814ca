/** Files of earlier years for tests: the rows by heading, as CSV or as a workbook. */
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import type { City } from '../../../test/support/city.ts';

export type FileRow = Readonly<Record<string, string>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A CSV with every heading that any row has. */
export function csvOf(rows: readonly FileRow[], name = 'hasil-lama.csv'): File {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return new File([lines.map((line) => line.map(quoted).join(';')).join('\n')], name, { type: 'text/csv' });
}

export async function workbookOf(headings: readonly string[], rows: readonly FileRow[]): Promise<File> {
  const bytes = await writeWorkbook([
    {
      name: 'Hasil tahun lalu',
      columns: headings.map((heading) => ({ heading, format: 'text' as const })),
      rows: rows.map((row) => headings.map((heading) => row[heading] ?? '')),
    },
  ]);
  return new File([new Uint8Array(bytes)], 'hasil-lama.xlsx', { type: XLSX });
}

export async function nipOf(city: City, personId: string): Promise<string> {
  const row = await city.db.read((tx) =>
    tx.db
      .selectFrom('people')
      .select('nip')
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', personId)
      .executeTakeFirstOrThrow(),
  );
  return row.nip ?? '';
}
