/** How long 10,000 people take from an .xlsx with the 69 columns of the national export into the database. */
import type { AgencyDb } from '#platform/database/database.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import { importPeople } from './import-people.ts';
import { SIASN_PEOPLE, SIASN_UNITS } from './layouts.ts';
import type { ImportFile } from './read-files.ts';

export type ImportMeasure = {
  readonly people: number;
  readonly refused: number;
  /** Reading, comparing and writing everything into an empty agency. */
  readonly firstSeconds: number;
  /** The same files again: nothing changes. */
  readonly againSeconds: number;
};

const PEOPLE_PER_UNIT = 25;

/** Imports into `db`, which belongs to an agency of its own that the caller throws away. */
export async function measureImport(db: AgencyDb, people = 10_000): Promise<ImportMeasure> {
  const files = await inventFiles(people);
  const options = {
    dryRun: false,
    allOrNothing: false,
    completeness: 'auto',
    asOf: '2026-01-01',
    actorId: null,
  } as const;
  const started = performance.now();
  const first = await importPeople(db, files, options);
  const middle = performance.now();
  await importPeople(db, files, options);
  return {
    people: first.difference.people.added.length,
    refused: first.refused.length,
    firstSeconds: (middle - started) / 1000,
    againSeconds: (performance.now() - middle) / 1000,
  };
}

/** A city of invented people; every hundredth row has a number where the NIP should be. */
export async function inventFiles(people: number): Promise<ImportFile[]> {
  const units = Array.from({ length: Math.ceil(people / PEOPLE_PER_UNIT) }, (_, index) => [
    unitId(index),
    `Unit ${index}`,
    index === 0 ? '' : unitId(Math.floor((index - 1) / 8)),
    `Kepala Unit ${index}`,
  ]);
  const headings = [...SIASN_PEOPLE.columns.map((column) => column.heading), ...(SIASN_PEOPLE.ignored ?? [])];
  const rows = Array.from({ length: people }, (_, index) => {
    const person = inventPerson(index);
    return headings.map((heading) => person[heading] ?? 'X');
  });
  const sheet = (name: string, columns: readonly string[], data: (string | number)[][]) =>
    writeWorkbook([{ name, columns: columns.map((heading) => ({ heading })), rows: data }]);
  const unitHeadings = SIASN_UNITS.columns.map((column) => column.heading);
  return [
    { name: 'unor.xlsx', bytes: await sheet('UNOR', unitHeadings, units) },
    { name: 'pegawai.xlsx', bytes: await sheet('DATA UTAMA', headings, rows) },
  ];
}

function unitId(index: number): string {
  return index.toString(16).toUpperCase().padStart(32, '0');
}

function inventPerson(index: number): Record<string, string | number> {
  const unit = Math.floor(index / PEOPLE_PER_UNIT);
  const isHead = index % PEOPLE_PER_UNIT === 0;
  const month = String((Math.floor(index / 900) % 12) + 1).padStart(2, '0');
  const nip = `19800101${2005 + Math.floor(index / 10_800)}${month}1${String((index % 900) + 1).padStart(3, '0')}`;
  return {
    'NIP BARU': index % 100 === 99 ? Number(nip) : nip,
    NAMA: `PEGAWAI NOMOR ${index}`,
    'GELAR DEPAN': '',
    'GELAR BELAKANG': 'S.Sos.',
    'TANGGAL LAHIR': '01-01-1980',
    'JENIS KELAMIN': 'M',
    'NOMOR HP': `0812${String(index).padStart(8, '0')}`,
    EMAIL: `pegawai${index}@contoh.example`,
    'EMAIL GOV': '',
    'JENIS PEGAWAI NAMA': 'PNS Daerah Kab./Kota yang bekerja pada Kab./Kota',
    'KEDUDUKAN HUKUM NAMA': 'Aktif',
    'GOL AKHIR NAMA': 'III/b',
    'TMT GOLONGAN': '01-04-2022',
    'TINGKAT PENDIDIKAN NAMA': 'S-1/Sarjana',
    'JENIS JABATAN NAMA': isHead ? 'Jabatan Struktural' : 'Jabatan Fungsional',
    'JABATAN NAMA': isHead ? `Kepala Unit ${unit}` : 'Arsiparis Ahli Pertama',
    'TMT JABATAN': '01-02-2023',
    'UNOR ID': unitId(unit),
    'UNOR NAMA': `Unit ${unit}`,
    'ESELON NAMA': isHead ? 'III.a' : '',
  };
}
