/** The file to fill in: one row a year and person, and a sheet that explains every column. */
import { inLocale } from '#platform/locale/locale.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import { COLUMNS, choicesOf } from './sheet/columns.ts';
import { text } from './text.ts';

const READY_ROWS = 500;

export async function pastTemplate(): Promise<Uint8Array> {
  return writeWorkbook([
    {
      name: text.sheet(),
      columns: COLUMNS.map(({ key, heading }) => {
        const choices = choicesOf(key);
        return {
          heading: inLocale(heading),
          width: key === 'nip' ? 22 : Math.max(14, inLocale(heading).length + 2),
          // Numbers, dates and decimals stay as they are typed.
          format: 'text' as const,
          ...(choices ? { choices } : {}),
        };
      }),
      rows: [],
      readyRows: READY_ROWS,
    },
    {
      name: text.readMe(),
      columns: [
        { heading: text.column(), width: 26 },
        { heading: text.meaning(), width: 90 },
      ],
      rows: COLUMNS.map(({ heading, help }) => [inLocale(heading), inLocale(help)]),
    },
  ]);
}
