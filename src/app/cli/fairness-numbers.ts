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
  let [mantissa, digits, decimals] = [0, 0, 0];
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

/** Significant digits of what is written. */
const DIGITS = 12;

/** Writes the number as JSON at `position` (24 bytes suffice) and returns the place after it; what is no number is null. */
export function writeNumber(bytes: Uint8Array, position: number, value: number): number {
  if (!Number.isFinite(value)) return writeText(bytes, position, 'null');
  if (value === 0) {
    bytes[position] = ZERO;
    return position + 1;
  }
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e11)
    return writeText(bytes, position, String(Number(value.toPrecision(DIGITS))));
  let at = position;
  if (value < 0) bytes[at++] = MINUS;
  const whole = Math.floor(Math.log10(size)) + 1;
  const decimals = Math.max(0, Math.min(16, DIGITS - whole));
  return writeDecimal(bytes, at, Math.round(size * (POWERS[decimals] as number)), decimals);
}

/** Writes scaled / 10^decimals without trailing zeros. */
function writeDecimal(bytes: Uint8Array, position: number, scaled: number, decimals: number): number {
  let rest = scaled;
  let places = decimals;
  while (places > 0 && rest % 10 === 0) {
    rest /= 10;
    places--;
  }
  const length = Math.max(places + 1, digitsOf(rest));
  const end = position + length + (places > 0 ? 1 : 0);
  // Two halves below 2^31, whose divisions are fast.
  let high = Math.floor(rest / 1e8);
  let low = rest - high * 1e8;
  let at = end;
  for (let k = 0; k < length; k++) {
    if (k === places && places > 0) bytes[--at] = POINT;
    const source = k < 8 ? low : high;
    const quotient = Math.floor(source / 10);
    bytes[--at] = ZERO + source - quotient * 10;
    if (k < 8) low = quotient;
    else high = quotient;
  }
  return end;
}

function digitsOf(value: number): number {
  let digits = 1;
  for (let bound = 10; value >= bound; bound *= 10) digits++;
  return digits;
}

/** Writes ASCII text at `position` and returns the place after it. */
export function writeText(bytes: Uint8Array, position: number, text: string): number {
  for (let k = 0; k < text.length; k++) bytes[position + k] = text.charCodeAt(k);
  return position + text.length;
}
