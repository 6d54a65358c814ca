/** One row under recognised headings: cells by meaning, and findings that name their cell. */
import { type Cell, cellText } from '#platform/spreadsheet/index.ts';
import { type Finding, finding, type ParametersOf } from './finding.ts';
import type { FoundColumn } from './layouts.ts';
import type { Origin } from './records.ts';
import type { Reason } from './text.ts';
import { dateOf, tidy } from './values.ts';

export type Row<Key extends string> = {
  readonly origin: Origin;
  readonly refused: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly has: (key: Key) => boolean;
  readonly cell: (key: Key) => Cell;
  /** The tidy text of a cell; empty for a dash and, with a remark, where Excel shows an error. */
  readonly text: (key: Key) => string;
  /** The date of a cell; undefined where nothing is written or, with a remark, where it cannot be read. */
  readonly date: (key: Key) => string | undefined;
  readonly refuse: <Code extends Reason>(key: Key, reason: Code, ...parameters: ParametersOf<Code>) => void;
  readonly warn: <Code extends Reason>(key: Key, reason: Code, ...parameters: ParametersOf<Code>) => void;
};

const EMPTY: Cell = { kind: 'empty', value: null };
/** Longer than any name of a unit or a position that a regulation gives. */
const LONGEST = 500;

/** Offices fill what they do not know with a dash; to us that is an empty cell. */
function written(cell: Cell): string {
  const text = tidy(cellText(cell));
  return /^[-–—]+$/.test(text) ? '' : text;
}

export function makeRow<Key extends string>(
  origin: Origin,
  cells: readonly Cell[],
  columns: ReadonlyMap<string, FoundColumn>,
): Row<Key> {
  const refused: Finding[] = [];
  const warnings: Finding[] = [];
  const cell = (key: Key) => cells[columns.get(key)?.index ?? -1] ?? EMPTY;
  const place = (key: Key) => ({ ...origin, column: columns.get(key), content: cell(key) });
  const row: Row<Key> = {
    origin,
    refused,
    warnings,
    has: (key) => columns.has(key),
    cell,
    text(key) {
      const content = cell(key);
      if (content.kind === 'error') {
        row.warn(key, 'cellError');
        return '';
      }
      const text = written(content);
      if (text.length <= LONGEST) return text;
      row.refuse(key, 'tooLong', { limit: String(LONGEST) });
      return '';
    },
    date(key) {
      const content = cell(key);
      if (written(content) === '') return undefined;
      const date = dateOf(content);
      if (!date) row.warn(key, 'dateUnreadable');
      return date;
    },
    refuse: (key, reason, ...parameters) => refused.push(finding(place(key), reason, ...parameters)),
    warn: (key, reason, ...parameters) => warnings.push(finding(place(key), reason, ...parameters)),
  };
  return row;
}
