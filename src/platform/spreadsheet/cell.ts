/** What a spreadsheet holds, as its reader sees it: the kind of each cell is kept, not only its text. */

export type Cell =
  | { readonly kind: 'text'; readonly value: string }
  /** A binary float, as Excel keeps numbers: digits beyond the 15th are already lost. */
  | { readonly kind: 'number'; readonly value: number }
  /** A civil date `YYYY-MM-DD`, from a number with a date format; with `HH:MM:SS` where the number has a part of a day. */
  | { readonly kind: 'date'; readonly value: string; readonly time?: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** The code Excel shows, such as `#REF!`. */
  | { readonly kind: 'error'; readonly value: string }
  | { readonly kind: 'empty'; readonly value: null };

export const EMPTY: Cell = Object.freeze({ kind: 'empty', value: null });

/** What Excel shows instead of a value; as text it comes from a CSV that was saved with the error in it. */
const ERRORS =
  /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|CONNECT!|BUSY!|GETTING_DATA|#+)$/;

export function textCell(value: string): Cell {
  if (value === '') return EMPTY;
  return { kind: value.startsWith('#') && ERRORS.test(value) ? 'error' : 'text', value };
}

/** `rows[i]` is the row that the user sees as row `i + 1`; rows may be shorter than the widest one. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** The letters above a column: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(columnIndex: number): string {
  let letters = '';
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The address of a cell as the user sees it, from indexes that begin at 0: (179, 1) is B180. */
export function addressOf(rowIndex: number, columnIndex: number): string {
  return `${columnLetters(columnIndex)}${rowIndex + 1}`;
}

/** A cell as plain text for a report; a date in the order Indonesian offices write it. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined || cell.kind === 'empty') return '';
  switch (cell.kind) {
    case 'date': {
      const [year, month, day] = cell.value.split('-');
      return `${day}-${month}-${year}`;
    }
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    case 'number':
      return String(cell.value);
    default:
      return cell.value;
  }
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.kind === 'empty' || (cell.kind === 'text' && cell.value.trim() === '');
}
