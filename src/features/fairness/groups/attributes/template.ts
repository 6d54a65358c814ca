/** A sheet to fill in: NIP and value, with the values to choose from where there are only some. */
import { inLocale } from '#platform/locale/locale.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import type { HeldAttribute } from '../types.ts';
import { text } from './text.ts';
import { choicesOf, HELD_LABELS, PLACE_AT_MOST } from './values.ts';

const READY_ROWS = 1000;

export async function templateOf(kind: HeldAttribute): Promise<Uint8Array> {
  const heading = inLocale(HELD_LABELS[kind]);
  const choices = choicesOf(kind)?.map(inLocale);
  return writeWorkbook([
    {
      name: heading.slice(0, 31),
      columns: [
        { heading: 'NIP', width: 24, format: 'text' },
        { heading, width: 36, format: 'text', ...(choices ? { choices } : {}) },
      ],
      rows: [],
      readyRows: READY_ROWS,
    },
    {
      name: text.readMe(),
      columns: [
        { heading: text.column(), width: 30 },
        { heading: text.meaning(), width: 80 },
      ],
      rows: [
        ['NIP', text.nipMeaning()],
        [
          heading,
          choices ? text.chooseOf({ list: choices.join(', ') }) : text.placeRemedy({ most: PLACE_AT_MOST }),
        ],
      ],
    },
  ]);
}
