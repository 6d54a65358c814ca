/** Spreadsheets in and out: .xlsx and CSV. Decision: docs/decisions/0003-spreadsheets.md */
export { addressOf, type Cell, cellText, columnLetters, isBlank, type Sheet } from './cell.ts';
export { SpreadsheetError } from './problem.ts';
export { LIMITS, type Limits, readSheets } from './read.ts';
export { type ColumnToWrite, type SheetToWrite, type Value, writeCsv, writeWorkbook } from './write.ts';
