/** What an import found, as a spreadsheet to mend the source by. */
import { messages } from '#platform/locale/messages.ts';
import { type SheetToWrite, writeCsv, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { describe, type Finding } from './finding.ts';

const text = messages({
  refused: { id: 'Ditolak', en: 'Refused' },
  warnings: { id: 'Peringatan', en: 'Warnings' },
  file: { id: 'Berkas', en: 'File' },
  sheet: { id: 'Lembar', en: 'Sheet' },
  row: { id: 'Baris', en: 'Row' },
  cell: { id: 'Sel', en: 'Cell' },
  column: { id: 'Kolom', en: 'Column' },
  value: { id: 'Isi sel', en: 'Value' },
  reason: { id: 'Alasan', en: 'Reason' },
  remedy: { id: 'Cara memperbaiki', en: 'What to do' },
});

function sheetOf(name: string, findings: readonly Finding[]): SheetToWrite {
  return {
    name,
    columns: [
      { heading: text.file(), width: 26 },
      { heading: text.sheet(), width: 16 },
      { heading: text.row(), width: 8 },
      { heading: text.cell(), width: 10 },
      { heading: text.column(), width: 20 },
      { heading: text.value(), width: 26, format: 'text' },
      { heading: text.reason(), width: 50 },
      { heading: text.remedy(), width: 60 },
    ],
    rows: findings
      .map(describe)
      .map((each) => [
        each.file,
        each.sheet,
        each.row === 0 ? null : each.row,
        each.cell,
        each.column,
        each.value,
        each.reason,
        each.remedy,
      ]),
  };
}

type Found = { readonly refused: readonly Finding[]; readonly warnings: readonly Finding[] };

/** Two sheets: refused rows and remarks, in the language of the page. */
export function findingsWorkbook({ refused, warnings }: Found): Promise<Uint8Array> {
  return writeWorkbook([sheetOf(text.refused(), refused), sheetOf(text.warnings(), warnings)]);
}

export function findingsCsv(findings: readonly Finding[]): Uint8Array {
  return writeCsv(sheetOf(text.refused(), findings));
}
