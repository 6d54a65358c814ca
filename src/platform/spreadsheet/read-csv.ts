/** Reads CSV as offices have it: any of four encodings, comma, semicolon or tab, with or without quotes. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Cell, EMPTY, type Sheet, textCell } from './cell.ts';
import { SpreadsheetError } from './problem.ts';
import type { Limits } from './read.ts';

export function readCsv(bytes: Uint8Array, file: string, limits: Limits): Sheet {
  const decoded = decode(bytes, file);
  if (decoded.trim() === '') throw new SpreadsheetError('empty', { file });
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(decoded))
    throw new SpreadsheetError('otherFormat', { file });
  // Excel itself writes and hides a first line that names the delimiter.
  const named = /^sep=(.)\r?\n/i.exec(decoded);
  const text = named ? decoded.slice(named[0].length) : decoded;
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]+$/, '');
  const records = parseRecords(text, named?.[1] ?? detectDelimiter(text), file, limits);
  if (records.length > limits.rows) {
    throw new SpreadsheetError('tooManyRows', { file, sheet: name, limit: limits.rows });
  }
  if (records.some((record) => record.length > limits.columns)) {
    throw new SpreadsheetError('tooManyColumns', { file, sheet: name, limit: limits.columns });
  }
  return { name, rows: records.map((record) => record.map(toCell)) };
}

function parseRecords(text: string, delimiter: string, file: string, limits: Limits): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, to: limits.rows + 1 });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new SpreadsheetError('unbalancedQuotes', { file, detail: error.message }, error);
  }
}

function toCell(value: string): Cell {
  if (value === '') return EMPTY;
  // ="1984…" is how people keep Excel from turning digits into a number; '=… is how `writeCsv` keeps
  // a spreadsheet from taking a text for a formula.
  const kept = /^="(.*)"$/s.exec(value) ?? /^'([=+\-@\t\r].*)$/s.exec(value);
  return textCell(kept?.[1] ?? value);
}

/** Byte order mark first; then the zero bytes of UTF-16; then strict UTF-8; what is left is Windows-1252. */
function decode(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 4096);
  const zeros = { even: 0, odd: 0 };
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  if (zeros.odd > sample.length * 0.3 && zeros.even === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros.even > sample.length * 0.3 && zeros.odd === 0) return new TextDecoder('utf-16be').decode(bytes);
  const controls = sample.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  if (zeros.odd + zeros.even > 0 || controls > sample.length * 0.02 || beginsLikePdf(bytes)) {
    throw new SpreadsheetError('otherFormat', { file });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function beginsLikePdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
}

/** The delimiter that splits the first lines into the most columns while agreeing between lines. */
function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, 65_536)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const unquoted = lines.map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = unquoted.map((line) => line.split(delimiter).length - 1);
    const most = Math.max(0, ...counts);
    const agreeing = counts.filter((count) => count === most).length;
    if (most * agreeing > best.score) best = { delimiter, score: most * agreeing };
  }
  return best.delimiter;
}
