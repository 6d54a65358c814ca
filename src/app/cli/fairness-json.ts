/** JSON written as bytes, piece by piece: millions of people without one string that holds them all. */
import { writeNumber, writeText } from './fairness-numbers.ts';

const PIECE_BYTES = 1_048_576;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

export interface JsonBytes {
  /** ASCII text as it is: brackets, keys, commas. */
  readonly text: (text: string) => void;
  /** Twelve significant digits, or as many as asked for. */
  readonly number: (value: number, digits?: number) => void;
  /** A string, given as its UTF-8 bytes. */
  readonly string: (utf8: Uint8Array) => void;
  /** Anything small: numbers in it rounded to what is written elsewhere. */
  readonly value: (value: unknown) => void;
  readonly end: () => void;
}

/** `write` takes whole pieces that end between two values; the bytes are used again afterwards. */
export function createJsonBytes(write: (bytes: Uint8Array) => void): JsonBytes {
  const bytes = new Uint8Array(PIECE_BYTES);
  let used = 0;
  const encoder = new TextEncoder();
  const flush = () => {
    if (used > 0) write(bytes.subarray(0, used));
    used = 0;
  };
  const room = (needed: number) => {
    if (used + needed > bytes.length) flush();
  };
  const raw = (text: Uint8Array) => {
    for (let from = 0; from < text.length; from += PIECE_BYTES) {
      const part = text.subarray(from, from + PIECE_BYTES);
      room(part.length);
      bytes.set(part, used);
      used += part.length;
    }
  };
  return {
    text(text) {
      room(text.length);
      used = writeText(bytes, used, text);
    },
    number(value, digits) {
      room(32);
      used = writeNumber(bytes, used, value, digits);
    },
    string(utf8) {
      if (!isPlain(utf8)) {
        raw(encoder.encode(JSON.stringify(new TextDecoder().decode(utf8))));
        return;
      }
      room(utf8.length + 2);
      if (utf8.length + 2 > bytes.length) throw new Error('a name of more than a megabyte');
      bytes[used++] = QUOTE;
      for (let k = 0; k < utf8.length; k++) bytes[used++] = utf8[k] as number;
      bytes[used++] = QUOTE;
    },
    value(value) {
      raw(encoder.encode(JSON.stringify(value, rounded)));
    },
    end: flush,
  };
}

/** Nothing to escape. */
function isPlain(utf8: Uint8Array): boolean {
  for (let k = 0; k < utf8.length; k++) {
    const byte = utf8[k] as number;
    if (byte < 0x20 || byte === QUOTE || byte === BACKSLASH || byte === 0x7f) return false;
  }
  return true;
}

const scratch = new Uint8Array(32);

function rounded(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || Number.isInteger(value) || !Number.isFinite(value)) return value;
  const end = writeNumber(scratch, 0, value);
  return Number(Buffer.from(scratch.buffer, 0, end).toString('latin1'));
}
