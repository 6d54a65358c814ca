/** The template of one component: a sheet to fill in, and a sheet that explains every column. */
import type { Scheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type ColumnToWrite, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { sheetOf } from './sheets/index.ts';
import { text } from './text.ts';

const READY_ROWS = 500;

export async function templateOf(scheme: Scheme, component: string): Promise<Uint8Array | undefined> {
  const form = sheetOf(scheme, component);
  const label = scheme.components[component]?.label;
  if (!form || !label) return undefined;
  const columns: ColumnToWrite[] = [
    { heading: text.nip(), width: 22, format: 'text' },
    { heading: text.unitCode(), width: 14, format: 'text' },
    ...form.columns.map(({ heading, choices }) => ({
      heading: inLocale(heading),
      width: Math.min(40, Math.max(14, inLocale(heading).length + 2)),
      // Dates, times and numbers stay as they are typed.
      format: 'text' as const,
      ...(choices ? { choices } : {}),
    })),
  ];
  const help = [
    [text.nip(), '', text.nipHelp()],
    [text.unitCode(), '', text.unitCodeHelp()],
    ...form.columns.map((column) => [
      inLocale(column.heading),
      column.required ? text.required() : '',
      inLocale(column.help),
    ]),
  ];
  return writeWorkbook([
    {
      name: inLocale(label)
        .replace(/[\\/?*[\]:]/g, ' ')
        .slice(0, 31),
      columns,
      rows: [],
      readyRows: READY_ROWS,
    },
    {
      name: text.readMe(),
      columns: [
        { heading: text.column(), width: 30 },
        { heading: text.required(), width: 12 },
        { heading: text.meaning(), width: 80 },
      ],
      rows: help,
    },
  ]);
}
