/** The template for agencies without SIASN: units, people, and a sheet that explains every column. */
import { messages } from '#platform/locale/messages.ts';
import {
  type ColumnToWrite,
  type SheetToWrite,
  writeCsv,
  writeWorkbook,
} from '#platform/spreadsheet/index.ts';
import { TEMPLATE_PEOPLE, TEMPLATE_UNITS } from './layouts.ts';
import { HELP_SHEET, PEOPLE_SHEET, UNIT_SHEET } from './template-names.ts';

const help = messages({
  sheet: { id: 'Lembar', en: 'Sheet' },
  column: { id: 'Kolom', en: 'Column' },
  needed: { id: 'Wajib', en: 'Required' },
  meaning: { id: 'Isi', en: 'Contents' },
  yes: { id: 'Ya', en: 'Yes' },
  no: { id: 'Tidak', en: 'No' },
});

const unitColumns = messages({
  code: {
    id: 'Kode yang tidak dipakai unit lain dan tidak berubah, misalnya DINKES-01',
    en: 'A code that no other unit has and that never changes, such as DINKES-01',
  },
  name: { id: 'Nama lengkap unit kerja', en: 'Full name of the unit' },
  parent: {
    id: 'Kode unit di atasnya; kosong hanya untuk unit puncak',
    en: 'Code of the unit above; empty only for the top',
  },
  headTitle: {
    id: 'Nama jabatan yang memimpin unit ini, misalnya Kepala Dinas Kesehatan',
    en: 'Name of the post that leads the unit, such as Kepala Dinas Kesehatan',
  },
});

const personColumns = messages({
  nip: {
    id: '18 angka; kolom ini sudah berformat teks agar angkanya tidak hilang. Kosong untuk Non-ASN',
    en: '18 digits; the column has the text format so that no digit is lost. Empty for Non-ASN',
  },
  otherId: {
    id: 'Hanya untuk Non-ASN, misalnya wali kota: tanda pengenal yang tetap',
    en: 'Only for Non-ASN such as the mayor: an identity that stays the same',
  },
  name: { id: 'Nama tanpa gelar', en: 'Name without titles' },
  titleBefore: { id: 'Misalnya Dr. atau drg.', en: 'Such as Dr. or drg.' },
  titleAfter: { id: 'Misalnya S.Kep., M.M.', en: 'Such as S.Kep., M.M.' },
  kind: {
    id: 'PNS, PPPK, atau Non-ASN; bila kosong dibaca dari NIP',
    en: 'PNS, PPPK or Non-ASN; read from the NIP where empty',
  },
  status: {
    id: 'Kosong bila aktif; Pensiun, Pindah, Berhenti, atau Meninggal bila sudah tidak bekerja',
    en: 'Empty while active; Pensiun, Pindah, Berhenti or Meninggal for someone who has left',
  },
  birthDate: {
    id: 'Seperti 31-12-1985; bila kosong dibaca dari NIP',
    en: 'Like 31-12-1985; read from the NIP where empty',
  },
  sex: {
    id: 'L atau P; bila kosong dibaca dari NIP',
    en: 'L (male) or P (female); read from the NIP where empty',
  },
  email: { id: 'Untuk undangan masuk dan pemberitahuan', en: 'For the invitation and for notices' },
  otherEmail: { id: 'Surel kedua', en: 'Second e-mail address' },
  phone: { id: 'Nomor yang dapat dihubungi', en: 'A number where the person can be reached' },
  rank: { id: 'III/a untuk PNS, IX untuk PPPK', en: 'III/a for a PNS, IX for a PPPK' },
  rankFrom: { id: 'Seperti 01-04-2024', en: 'Like 01-04-2024' },
  education: { id: 'SLTA, D-III, S-1, dan seterusnya', en: 'SLTA, D-III, S-1 and so on' },
  unit: { id: 'Kode unit dari lembar Unit', en: 'Code of a unit on the sheet Unit' },
  unitName: { id: 'Nama unit', en: 'Name of the unit' },
  position: { id: 'Nama jabatan lengkap', en: 'Full name of the position' },
  positionKind: { id: 'Pilih dari daftar', en: 'Choose from the list' },
  level: {
    id: 'Hanya jabatan fungsional; boleh kosong bila sudah ada di nama jabatan',
    en: 'Functional positions only; may be empty if the name of the position says it',
  },
  echelon: { id: 'Misalnya II.b; boleh kosong', en: 'Such as II.b; may be empty' },
  since: {
    id: 'Tanggal mulai menjabat, seperti 01-02-2024',
    en: 'First day in the position, like 01-02-2024',
  },
  head: { id: 'Ya bila memimpin unit itu', en: 'Ya (yes) for the head of the unit' },
});

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  kind: ['PNS', 'PPPK', 'Non-ASN'],
  sex: ['L', 'P'],
  positionKind: [
    'JPT Madya',
    'JPT Pratama',
    'Administrator',
    'Pengawas',
    'Fungsional',
    'Pelaksana',
    'Lainnya',
  ],
  level: ['Pemula', 'Terampil', 'Mahir', 'Penyelia', 'Ahli Pertama', 'Ahli Muda', 'Ahli Madya', 'Ahli Utama'],
  head: ['Ya', 'Tidak'],
};
const WIDTHS: Readonly<Record<string, number>> = {
  nip: 24,
  name: 32,
  unit: 18,
  position: 40,
  parent: 18,
  headTitle: 40,
  email: 28,
};
/** Rows of the template that are formatted and offer choices. */
const READY_ROWS = 3000;

/** Every column as text: nothing that is typed may be turned into a number or an American date. */
function columnsOf(layout: typeof TEMPLATE_UNITS): ColumnToWrite[] {
  return layout.columns.map(({ key, heading }) => ({
    heading,
    format: 'text',
    ...(WIDTHS[key] ? { width: WIDTHS[key] } : {}),
    ...(CHOICES[key] ? { choices: CHOICES[key] } : {}),
  }));
}

const PEOPLE: SheetToWrite = {
  name: PEOPLE_SHEET,
  columns: columnsOf(TEMPLATE_PEOPLE),
  rows: [],
  readyRows: READY_ROWS,
};
const UNITS: SheetToWrite = {
  name: UNIT_SHEET,
  columns: columnsOf(TEMPLATE_UNITS),
  rows: [],
  readyRows: 500,
};

/** The whole template as .xlsx, its help sheet in the language of the page. */
export function templateWorkbook(): Promise<Uint8Array> {
  return writeWorkbook([helpSheet(), UNITS, PEOPLE]);
}

/** The bare headings as CSV, for systems that write such files themselves. */
export function templateCsv(holds: 'units' | 'people'): Uint8Array {
  return writeCsv(holds === 'units' ? UNITS : PEOPLE);
}

function helpSheet(): SheetToWrite {
  return {
    name: HELP_SHEET,
    columns: [
      { heading: help.sheet(), width: 12 },
      { heading: help.column(), width: 20 },
      { heading: help.needed(), width: 12 },
      { heading: help.meaning(), width: 90 },
    ],
    rows: [
      ...rowsOf(UNIT_SHEET, TEMPLATE_UNITS, unitColumns),
      ...rowsOf(PEOPLE_SHEET, TEMPLATE_PEOPLE, personColumns),
    ],
  };
}

function rowsOf(
  sheet: string,
  layout: typeof TEMPLATE_UNITS,
  meanings: Readonly<Record<string, () => string>>,
) {
  return layout.columns.map(({ key, heading, needed }) => [
    sheet,
    heading,
    needed ? help.yes() : help.no(),
    meanings[key]?.() ?? '',
  ]);
}
