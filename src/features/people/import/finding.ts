/** One thing noticed in one cell: refused or only remarked on. Kept as data, said in the reader's language. */
import { addressOf, type Cell, cellText } from '#platform/spreadsheet/index.ts';
import { remedies } from './remedies.ts';
import { type Reason, reasons } from './text.ts';

export type Parameters = Readonly<Record<string, string | number>>;

export type Finding = {
  readonly file: string;
  readonly sheet: string;
  /** Row as the spreadsheet shows it; 0 where the whole file or sheet is meant. */
  readonly row: number;
  /** Heading of the column as the file writes it; empty where no single column is meant. */
  readonly column: string;
  /** Address such as `B180`; empty where no single cell is meant. */
  readonly cell: string;
  /** Number of the column, 1 for A; 0 where no single column is meant. */
  readonly columnNumber: number;
  /** What stands in the cell, for the officer who mends it. It never goes to a log. */
  readonly value: string;
  readonly reason: Reason;
  readonly parameters: Parameters;
};

/** A finding as files, pages and the command line show it. */
export type ReportLine = {
  file: string;
  sheet: string;
  row: number;
  column: string;
  cell: string;
  value: string;
  reason: string;
  remedy: string;
};

type Say = (parameters: Parameters) => string;
// What a key needs is checked where a finding is made (`ParametersOf`); here only the key is left.
const sayReason = reasons as unknown as Record<Reason, Say>;
const sayRemedy = remedies as unknown as Record<Reason, Say>;

export type ParametersOf<Key extends Reason> = globalThis.Parameters<(typeof reasons)[Key]>;

export function describe(finding: Finding): ReportLine {
  const { file, sheet, row, column, cell, value, reason, parameters } = finding;
  return {
    file,
    sheet,
    row,
    column,
    cell,
    value,
    reason: sayReason[reason](parameters),
    remedy: sayRemedy[reason](parameters),
  };
}

export type Place = {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: { readonly heading: string; readonly index: number };
  readonly content?: Cell | undefined;
};

export function finding<Key extends Reason>(
  place: Place,
  reason: Key,
  ...[parameters]: ParametersOf<Key>
): Finding {
  const { file, sheet = '', row = 0, column, content } = place;
  return {
    file,
    sheet,
    row,
    column: column?.heading ?? '',
    cell: column && row > 0 ? addressOf(row - 1, column.index) : '',
    columnNumber: column ? column.index + 1 : 0,
    value: cellText(content),
    reason,
    parameters: parameters ?? {},
  };
}
