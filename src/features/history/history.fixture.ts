/** Files of earlier years for tests: the rows by heading, as CSV or as a workbook. */
import { newId } from '#platform/identifier.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import type { TestApp } from '../../../test/support/app.ts';
import type { City, TestPerson } from '../../../test/support/city.ts';

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

/** An officer's way through the pages: upload, look at the check, record what it shows. */
export function historyDesk(app: TestApp) {
  const base = (city: City) => `/a/${city.code}/people/history`;
  const pageOf = (city: City, person: TestPerson) => `/a/${city.code}/people/${person.id}/history`;
  const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const rows = (city: City) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('past_results')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('recorded_at')
        .orderBy('id')
        .execute(),
    );
  const upload = async (city: City, file: File, who: TestPerson = city.officer) => {
    const id = newId();
    const answer = await app.post(who.accountId, `${base(city)}/files`, { id, file });
    return { answer, path: `${base(city)}/files/${id}` };
  };
  const checked = async (city: City, file: File, who: TestPerson = city.officer) => {
    const { path } = await upload(city, file, who);
    const html = await (await app.get(who.accountId, path)).text();
    return { path, html, record: () => app.post(who.accountId, path, { seen: seenIn(html) }) };
  };
  return { base, pageOf, rows, upload, checked };
}

/** A year of PP 30/2019 that counts: 70 % of 100 and 30 % of 90. */
export function baik(nip: string, more: FileRow = {}): FileRow {
  return {
    NIP: nip,
    Tahun: '2020',
    Aturan: 'PP 30/2019',
    'Nilai SKP': '100',
    'Nilai perilaku kerja': '90',
    'Pendapat rekan dipakai': 'tidak',
    'Ide baru': 'tidak',
    'Nilai akhir': '97',
    Predikat: 'Baik',
    'Pejabat penilai': 'Dr. Ahmad Fauzi',
    ...more,
  };
}
