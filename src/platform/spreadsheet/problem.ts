/** Why a file cannot be read as a spreadsheet, in words for the person who chose it. */
import { messages } from '../locale/messages.ts';

const text = messages({
  empty: {
    id: 'Berkas {file} kosong. Pilih berkas yang berisi data.',
    en: 'The file {file} is empty. Choose a file that holds data.',
  },
  tooLarge: {
    id: 'Berkas {file} lebih besar daripada batas {limit} MB. Bagi menjadi beberapa berkas, atau hapus gambar dan lembar yang tidak diperlukan.',
    en: 'The file {file} is larger than the limit of {limit} MB. Split it into several files, or remove pictures and sheets that are not needed.',
  },
  unpackedTooLarge: {
    id: 'Isi berkas {file} menjadi lebih dari {limit} MB setelah dibuka, jadi tidak dibaca. Salin data saja ke buku kerja baru lalu simpan sebagai .xlsx.',
    en: 'The contents of {file} grow beyond {limit} MB when opened, so it was not read. Copy only the data to a new workbook and save it as .xlsx.',
  },
  tooManyRows: {
    id: 'Lembar {sheet} dalam berkas {file} berisi lebih dari {limit} baris. Hapus baris kosong di bawah data atau bagi menjadi beberapa berkas.',
    en: 'The sheet {sheet} of {file} has more than {limit} rows. Delete empty rows below the data or split it into several files.',
  },
  tooManyColumns: {
    id: 'Lembar {sheet} dalam berkas {file} berisi lebih dari {limit} kolom. Hapus kolom kosong di kanan data.',
    en: 'The sheet {sheet} of {file} has more than {limit} columns. Delete empty columns to the right of the data.',
  },
  encryptedOrOld: {
    id: 'Berkas {file} berkata sandi atau berformat Excel lama (.xls). Buka di Excel, hapus kata sandinya, lalu simpan sebagai .xlsx.',
    en: 'The file {file} has a password or is in the old Excel format (.xls). Open it in Excel, remove the password and save it as .xlsx.',
  },
  otherFormat: {
    id: 'Berkas {file} bukan .xlsx atau CSV. Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx.',
    en: 'The file {file} is neither .xlsx nor CSV. Open it in Excel or LibreOffice and save it as .xlsx.',
  },
  damaged: {
    id: 'Berkas {file} rusak atau tidak lengkap. Unduh atau simpan ulang, lalu coba lagi.',
    en: 'The file {file} is damaged or incomplete. Download or save it again and retry.',
  },
  unbalancedQuotes: {
    id: 'Berkas CSV {file} tidak dapat dibaca: {detail}. Periksa tanda kutip (") di baris itu.',
    en: 'The CSV file {file} cannot be read: {detail}. Check the quotes (") in that row.',
  },
});

export type SpreadsheetProblem = keyof typeof text;

type Details = { file: string; sheet?: string; limit?: number; detail?: string };

/** The user can mend this: choose another file or save it differently. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  readonly problem: SpreadsheetProblem;
  readonly details: Details;

  constructor(problem: SpreadsheetProblem, details: Details, cause?: unknown) {
    super(`${problem}: ${details.file}`, { cause });
    this.problem = problem;
    this.details = details;
  }

  /** What happened and what to do, in the language of the page. */
  describe(): string {
    const { file, sheet = '', limit = 0, detail = '' } = this.details;
    return text[this.problem]({ file, sheet, limit, detail });
  }
}
