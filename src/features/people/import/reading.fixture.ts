/** For tests of reading: small files made on the spot, and findings in short. */
import { type SheetToWrite, type Value, writeCsv, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { type ImportFile, type Incoming, openImportFiles, readImport } from './read-files.ts';
import type { UnitRecord } from './records.ts';

export const NIP = '198609262015051001';
export const PPPK = '197406052021212001';

export function sheet(name: string, headings: readonly string[], rows: Value[][]): SheetToWrite {
  return { name, columns: headings.map((heading) => ({ heading })), rows };
}
export const read = async (files: ImportFile[], known: UnitRecord[] = []): Promise<Incoming> =>
  readImport(await openImportFiles(files), known);
export const csv = (headings: readonly string[], ...rows: Value[][]): ImportFile => ({
  name: 'berkas.csv',
  bytes: writeCsv(sheet('berkas', headings, rows)),
});
export const workbook = async (...sheets: SheetToWrite[]): Promise<ImportFile> => ({
  name: 'berkas.xlsx',
  bytes: await writeWorkbook(sheets),
});
export const found = (incoming: Incoming) => ({
  refused: incoming.refused.map((each) => [each.row, each.cell, each.reason]),
  warnings: incoming.warnings.map((each) => [each.row, each.cell, each.reason]),
});

export const UNIT_HEADINGS = ['Kode unit', 'Nama unit', 'Kode unit induk', 'Jabatan pimpinan'];
export const HEADINGS = ['NIP', 'Nama', 'Kode unit', 'Jabatan', 'Jenis pegawai'];
export const A: UnitRecord = { code: 'A', name: 'Dinas Contoh', parentCode: null, headTitle: 'Kepala Dinas' };
export const people = (...rows: Value[][]) => read([csv(HEADINGS, ...rows)], [A]);
export const person = (nip: Value, kind = 'PNS'): Value[] => [nip, 'Siti', 'A', 'Pengolah Data', kind];
