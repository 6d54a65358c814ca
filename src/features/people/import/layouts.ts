/** The layouts that are recognised, by their headings, wherever in the first rows these stand. */
import { type Cell, cellText, isBlank, type Sheet } from '#platform/spreadsheet/index.ts';
import { alike } from './values.ts';

export type UnitColumn = 'code' | 'name' | 'parent' | 'headTitle';
export type PersonColumn =
  | 'nip'
  | 'otherId'
  | 'name'
  | 'titleBefore'
  | 'titleAfter'
  | 'kind'
  | 'status'
  | 'birthDate'
  | 'sex'
  | 'email'
  | 'otherEmail'
  | 'phone'
  | 'rank'
  | 'rankFrom'
  | 'education'
  | 'unit'
  | 'unitName'
  | 'position'
  | 'positionKind'
  | 'level'
  | 'echelon'
  | 'since'
  | 'head';

type Column<Key> = { readonly key: Key; readonly heading: string; readonly needed?: boolean };
export type Layout =
  | {
      readonly id: string;
      readonly holds: 'units';
      readonly columns: readonly Column<UnitColumn>[];
      readonly ignored?: readonly string[];
    }
  | {
      readonly id: string;
      readonly holds: 'people';
      readonly columns: readonly Column<PersonColumn>[];
      readonly ignored?: readonly string[];
    };

export const SIASN_UNITS: Layout = {
  id: 'siasn-units',
  holds: 'units',
  columns: [
    { key: 'code', heading: 'ID', needed: true },
    { key: 'name', heading: 'NAMA_UNOR', needed: true },
    { key: 'parent', heading: 'ID_ATASAN', needed: true },
    { key: 'headTitle', heading: 'NAMA_JABATAN' },
  ],
};

/** Columns of the national export that are not read: the less is held about a person, the less can leak. */
const SIASN_NOT_READ = `PNS ID;NIP LAMA;TEMPAT LAHIR ID;TEMPAT LAHIR NAMA;AGAMA ID;AGAMA NAMA;JENIS KAWIN ID;
JENIS KAWIN NAMA;NIK;ALAMAT;NPWP NOMOR;BPJS;JENIS PEGAWAI ID;KEDUDUKAN HUKUM ID;STATUS CPNS PNS;
KARTU ASN VIRTUAL;NOMOR SK CPNS;TANGGAL SK CPNS;TMT CPNS;NOMOR SK PNS;TANGGAL SK PNS;TMT PNS;GOL AWAL ID;
GOL AWAL NAMA;GOL AKHIR ID;MK TAHUN;MK BULAN;JENIS JABATAN ID;JABATAN ID;TINGKAT PENDIDIKAN ID;
PENDIDIKAN ID;PENDIDIKAN NAMA;TAHUN LULUS;KPKN ID;KPKN NAMA;LOKASI KERJA ID;LOKASI KERJA NAMA;
INSTANSI INDUK ID;INSTANSI INDUK NAMA;INSTANSI KERJA ID;INSTANSI KERJA NAMA;SATUAN KERJA INDUK ID;
SATUAN KERJA INDUK NAMA;SATUAN KERJA KERJA ID;SATUAN KERJA KERJA NAMA;IS VALID NIK;NAMA SEKOLAH;FLAG IKD;
ESELON ID`.split(/;\s*/);

export const SIASN_PEOPLE: Layout = {
  id: 'siasn-people',
  holds: 'people',
  columns: [
    { key: 'nip', heading: 'NIP BARU', needed: true },
    { key: 'name', heading: 'NAMA', needed: true },
    { key: 'titleBefore', heading: 'GELAR DEPAN' },
    { key: 'titleAfter', heading: 'GELAR BELAKANG' },
    { key: 'birthDate', heading: 'TANGGAL LAHIR' },
    { key: 'sex', heading: 'JENIS KELAMIN' },
    { key: 'phone', heading: 'NOMOR HP' },
    { key: 'email', heading: 'EMAIL GOV' },
    { key: 'otherEmail', heading: 'EMAIL' },
    { key: 'kind', heading: 'JENIS PEGAWAI NAMA' },
    { key: 'status', heading: 'KEDUDUKAN HUKUM NAMA' },
    { key: 'rank', heading: 'GOL AKHIR NAMA' },
    { key: 'rankFrom', heading: 'TMT GOLONGAN' },
    { key: 'education', heading: 'TINGKAT PENDIDIKAN NAMA' },
    { key: 'positionKind', heading: 'JENIS JABATAN NAMA' },
    { key: 'position', heading: 'JABATAN NAMA', needed: true },
    { key: 'since', heading: 'TMT JABATAN' },
    { key: 'unit', heading: 'UNOR ID', needed: true },
    { key: 'unitName', heading: 'UNOR NAMA' },
    { key: 'echelon', heading: 'ESELON NAMA' },
  ],
  ignored: SIASN_NOT_READ,
};

export const TEMPLATE_UNITS: Layout = {
  id: 'template-units',
  holds: 'units',
  columns: [
    { key: 'code', heading: 'Kode unit', needed: true },
    { key: 'name', heading: 'Nama unit', needed: true },
    { key: 'parent', heading: 'Kode unit induk', needed: true },
    { key: 'headTitle', heading: 'Jabatan pimpinan' },
  ],
};

export const TEMPLATE_PEOPLE: Layout = {
  id: 'template-people',
  holds: 'people',
  columns: [
    { key: 'nip', heading: 'NIP', needed: true },
    { key: 'name', heading: 'Nama', needed: true },
    { key: 'titleBefore', heading: 'Gelar depan' },
    { key: 'titleAfter', heading: 'Gelar belakang' },
    { key: 'kind', heading: 'Jenis pegawai' },
    { key: 'unit', heading: 'Kode unit', needed: true },
    { key: 'position', heading: 'Jabatan', needed: true },
    { key: 'positionKind', heading: 'Jenis jabatan' },
    { key: 'level', heading: 'Jenjang' },
    { key: 'echelon', heading: 'Eselon' },
    { key: 'head', heading: 'Pimpinan unit' },
    { key: 'since', heading: 'TMT jabatan' },
    { key: 'rank', heading: 'Golongan' },
    { key: 'rankFrom', heading: 'TMT golongan' },
    { key: 'birthDate', heading: 'Tanggal lahir' },
    { key: 'sex', heading: 'Jenis kelamin' },
    { key: 'education', heading: 'Pendidikan' },
    { key: 'email', heading: 'Surel' },
    { key: 'phone', heading: 'Nomor HP' },
    { key: 'otherId', heading: 'Identitas lain' },
    { key: 'status', heading: 'Status' },
  ],
};

const LAYOUTS: readonly Layout[] = [SIASN_PEOPLE, SIASN_UNITS, TEMPLATE_PEOPLE, TEMPLATE_UNITS];
/** Letterheads, titles and dates of print stand above the headings. */
const ROWS_SEARCHED = 25;

export type FoundColumn = { readonly heading: string; readonly index: number };
export type Recognised = {
  readonly layout: Layout;
  /** Index of the row of headings. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<string, FoundColumn>;
  readonly missing: readonly string[];
  readonly twice: readonly FoundColumn[];
  readonly unknown: readonly FoundColumn[];
};

/** The layout of a sheet, the row of its headings and what is odd about them; null for a foreign sheet. */
export function recognise(sheet: Sheet): Recognised | null {
  let best: { found: Recognised; share: number } | null = null;
  for (const [headingRow, row] of sheet.rows.slice(0, ROWS_SEARCHED).entries()) {
    for (const layout of LAYOUTS) {
      const found = match(layout, row, headingRow);
      const needed = layout.columns.filter((column) => column.needed).length;
      const share = (needed - found.missing.length) / needed + found.columns.size / 1000;
      // Half of what is needed is enough to say which heading is missing rather than "unknown sheet".
      if (found.missing.length <= needed / 2 && found.columns.size >= 2 && share > (best?.share ?? 0)) {
        best = { found, share };
      }
    }
  }
  return best?.found ?? null;
}

function match(layout: Layout, row: readonly Cell[], headingRow: number): Recognised {
  const byHeading = new Map(layout.columns.map((column) => [alike(column.heading), column]));
  const ignored = new Set((layout.ignored ?? []).map(alike));
  const columns = new Map<string, FoundColumn>();
  const twice: FoundColumn[] = [];
  const unknown: FoundColumn[] = [];
  row.forEach((cell, index) => {
    if (isBlank(cell)) return;
    const heading = cellText(cell).trim();
    const column = byHeading.get(alike(heading));
    if (!column) {
      if (!ignored.has(alike(heading))) unknown.push({ heading, index });
    } else if (columns.has(column.key)) twice.push({ heading, index });
    else columns.set(column.key, { heading, index });
  });
  const missing = layout.columns
    .filter((column) => column.needed && !columns.has(column.key))
    .map((column) => column.heading);
  return { layout, headingRow, columns, missing, twice, unknown };
}
