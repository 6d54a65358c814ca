/** Numbers to and from bytes without a string in between: most of the time of a large file would be strings. */

const MINUS = 0x2d;
const ZERO = 0x30;
const POINT = 0x2e;

const POWERS = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const decoder = new TextDecoder();

/** The number in `bytes[from … end)`, correctly rounded; NaN where it is none. `point` may be a comma. */
export function numberIn(bytes: Uint8Array, from: number, end: number, point = POINT): number {
  let k = from;
  const isNegative = bytes[k] === MINUS;
  if (isNegative || bytes[k] === 0x2b) k++;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let hasPoint = false;
  for (; k < end; k++) {
    const byte = bytes[k] as number;
    if (byte >= ZERO && byte <= 0x39) {
      mantissa = mantissa * 10 + byte - ZERO;
      digits++;
      if (hasPoint) decimals++;
    } else if (byte === point && !hasPoint) hasPoint = true;
    else return longNumber(bytes, from, end, point);
  }
  if (digits === 0) return Number.NaN;
  // Up to 15 digits and 10^22 are exact, so one division rounds once.
  if (digits > 15) return longNumber(bytes, from, end, point);
  const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number);
  return isNegative ? -value : value;
}

/** Exponents and long numbers: rare, by way of a string. */
function longNumber(bytes: Uint8Array, from: number, end: number, point: number): number {
  const text = decoder.decode(bytes.subarray(from, end));
  const normal = point === POINT ? text : text.replace(String.fromCharCode(point), '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(normal) ? Number(normal) : Number.NaN;
}

/** Significant digits of what is written; at most 12. */
const DIGITS = 12;

/** Writes the number as JSON at `position` (24 bytes suffice) and returns the place after it; what is no number is null. */
export function writeNumber(
  bytes: Uint8Array,
  position: number,
  value: number,
  significant = DIGITS,
): number {
  if (!Number.isFinite(value)) return writeText(bytes, position, 'null');
  if (value === 0) {
    bytes[position] = ZERO;
    return position + 1;
  }
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e11)
    return writeText(bytes, position, String(Number(value.toPrecision(significant))));
  let at = position;
  if (value < 0) bytes[at++] = MINUS;
  const whole = Math.floor(Math.log10(size)) + 1;
  const decimals = Math.max(0, Math.min(16, significant - whole));
  return writeDecimal(bytes, at, Math.round(size * (POWERS[decimals] as number)), decimals);
}

const digits = new Uint8Array(16);

/** Writes scaled / 10^decimals (scaled below 10^13) without trailing zeros. */
function writeDecimal(bytes: Uint8Array, position: number, scaled: number, decimals: number): number {
  // Two halves below 2^31, whose divisions are fast; digits from the last to the first.
  const high = Math.floor(scaled / 1e7);
  let rest = (scaled - high * 1e7) | 0;
  let count = 0;
  while (count < 7) {
    const quotient = (rest / 10) | 0;
    digits[count++] = rest - quotient * 10;
    rest = quotient;
  }
  for (rest = high | 0; rest > 0; ) {
    const quotient = (rest / 10) | 0;
    digits[count++] = rest - quotient * 10;
    rest = quotient;
  }
  while (count > 1 && digits[count - 1] === 0) count--;
  let last = 0;
  while (last < decimals && (last >= count || digits[last] === 0)) last++;
  let at = position;
  for (let k = Math.max(count - 1, decimals); k >= last; k--) {
    bytes[at++] = ZERO + (k < count ? (digits[k] as number) : 0);
    if (k === decimals && last < decimals) bytes[at++] = POINT;
  }
  return at;
}

/** Writes ASCII text at `position` and returns the place after it. */
export function writeText(bytes: Uint8Array, position: number, text: string): number {
  for (let k = 0; k < text.length; k++) bytes[position + k] = text.charCodeAt(k);
  return position + text.length;
}
