/**
 * Records of a CSV file as places of bytes (RFC 4180: quotes, quotes within quotes doubled, line breaks within quotes;
 * also LF alone, a byte-order mark, semicolons). Nothing is decoded and nothing is allocated per record.
 */
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export interface Records {
  /** Cells of the record read last. */
  readonly cells: () => number;
  /** Where each cell begins and ends, quotes and spaces around it left out. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where the cell was quoted; doubled quotes are then still double. */
  readonly quoted: Uint8Array;
  /** Line breaks inside the record read last. */
  readonly breaks: () => number;
  /** Reads the record at `position`; its end (after the line break), or −1 where the bytes end before it does. */
  readonly next: (bytes: Uint8Array, position: number, length: number, isLast: boolean) => number;
}

/** More cells than this are no table of ratings; those beyond are counted, not kept. */
export const MOST_CELLS = 256;

export function createRecords(separator: number): Records {
  const start = new Int32Array(MOST_CELLS);
  const end = new Int32Array(MOST_CELLS);
  const quoted = new Uint8Array(MOST_CELLS);
  let cells = 0;
  let breaks = 0;

  function keep(bytes: Uint8Array, from: number, until: number, wasQuoted: boolean): void {
    if (cells < MOST_CELLS) {
      let first = from;
      let last = until;
      if (!wasQuoted) {
        while (first < last && isSpace(bytes[first] as number)) first++;
        while (last > first && isSpace(bytes[last - 1] as number)) last--;
      }
      start[cells] = first;
      end[cells] = last;
      quoted[cells] = wasQuoted ? 1 : 0;
    }
    cells++;
  }

  function next(bytes: Uint8Array, position: number, length: number, isLast: boolean): number {
    cells = 0;
    breaks = 0;
    let from = position;
    let k = position;
    while (k < length) {
      const byte = bytes[k] as number;
      if (byte === QUOTE && isBlank(bytes, from, k)) {
        const after = afterQuoted(bytes, k + 1, length);
        // A quote at the very end may be the first of two.
        if (after === -1 || (after === length && !isLast)) return -1;
        const inner = k + 1;
        breaks += breaksIn(bytes, inner, after);
        k = after;
        while (k < length && isSpace(bytes[k] as number) && bytes[k] !== separator) k++;
        if (k === length && !isLast) return -1;
        keep(bytes, inner, after - 1, true);
        if (k === length) return length;
        const stop = bytes[k];
        if (stop === CR && k + 1 === length && !isLast) return -1;
        if (stop === CR && bytes[k + 1] === LF) return k + 2;
        if (stop === LF || stop === CR) return k + 1;
        // Letters after a closing quote: left to the cell's own check, by taking up to the next separator.
        while (k < length && bytes[k] !== separator && bytes[k] !== LF) k++;
        if (k === length && !isLast) return -1;
        if (k === length || bytes[k] === LF) return Math.min(length, k + 1);
        from = ++k;
      } else if (byte === separator) {
        keep(bytes, from, k, false);
        from = ++k;
      } else if (byte === LF) {
        keep(bytes, from, k > from && bytes[k - 1] === CR ? k - 1 : k, false);
        return k + 1;
      } else k++;
    }
    if (!isLast) return -1;
    keep(bytes, from, length, false);
    return length;
  }

  return { cells: () => cells, breaks: () => breaks, start, end, quoted, next };
}

/** The place after the closing quote, or −1 where the bytes end before it. */
function afterQuoted(bytes: Uint8Array, from: number, length: number): number {
  for (let k = from; k < length; k++) {
    if (bytes[k] !== QUOTE) continue;
    if (bytes[k + 1] === QUOTE && k + 1 < length) k++;
    else return k + 1;
  }
  return -1;
}

function breaksIn(bytes: Uint8Array, from: number, end: number): number {
  let breaks = 0;
  for (let k = from; k < end; k++) if (bytes[k] === LF) breaks++;
  return breaks;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09;
}

function isBlank(bytes: Uint8Array, from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (!isSpace(bytes[k] as number)) return false;
  return true;
}

/** The separator that stands most often outside quotes in the first line: comma, semicolon or tab. */
export function separatorOf(bytes: Uint8Array, length: number): number {
  const counts = new Map([
    [0x2c, 0],
    [0x3b, 0],
    [0x09, 0],
  ]);
  let isQuoted = false;
  for (let k = 0; k < length && (isQuoted || bytes[k] !== LF); k++) {
    const byte = bytes[k] as number;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}
