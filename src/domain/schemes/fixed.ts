/**
 * Exact arithmetic of scores. A score is a whole number of units, each 1/10000 of a point, kept in a
 * safe integer; rounding happens only where a rule says so, and then half up. No binary fraction is
 * ever stored. Where a product leaves the safe range, BigInt carries it.
 */

/** Units in one point. */
export const UNITS = 10_000;

/** The most points a setting or a given score may have: nine digits before the point. */
export const MAXIMUM_UNITS = 999_999_999 * UNITS + (UNITS - 1);

/** Decimals of a result where a scheme does not say otherwise. */
export const DEFAULT_DECIMALS = 2;

const DECIMAL = /^\d{1,9}(\.\d{1,4})?$/;
const PLACES = 4;

/** Units of a decimal like `"109.5"`; undefined unless it has at most nine and four digits. */
export function parseUnits(text: unknown): number | undefined {
  if (typeof text !== 'string' || !DECIMAL.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return Number(text) * UNITS;
  const decimals = text.length - point - 1;
  return Number(text.slice(0, point)) * UNITS + Number(text.slice(point + 1)) * 10 ** (PLACES - decimals);
}

/** Units of a setting that was checked before. Throws for anything else: that is a mistake of ours. */
export function unitsOf(text: string): number {
  const units = parseUnits(text);
  if (units === undefined) throw new RangeError(`not a decimal of a checked scheme: ${text}`);
  return units;
}

/** A decimal as files and machines write it, without zeros at the end: 745000 → `"74.5"`. */
export function unitsText(units: number): string {
  return scaledText(units, PLACES);
}

/** The same as an author has to write it: a decimal in quotes. */
export function settingText(units: number): string {
  const text = unitsText(units);
  return text.includes('.') ? `"${text}"` : text;
}

/** The text of `value` × 10^-places for a safe integer, without zeros at the end. */
export function scaledText(value: number, places: number): string {
  const sign = value < 0 ? '-' : '';
  const scale = 10 ** places;
  const size = Math.abs(value);
  const whole = floorDivide(size, scale);
  const rest = size - whole * scale;
  if (rest === 0) return `${sign}${whole}`;
  let digits = String(rest).padStart(places, '0');
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end -= 1;
  digits = digits.slice(0, end);
  return `${sign}${whole}.${digits}`;
}

/** The whole part of a ÷ b for safe integers, a ≥ 0, b > 0. A quotient of doubles alone may round up to it. */
export function floorDivide(a: number, b: number): number {
  const quotient = Math.floor(a / b);
  return quotient * b > a ? quotient - 1 : quotient;
}

/** a ÷ b rounded half up to a whole number, for safe integers, a ≥ 0, b > 0. */
export function divideHalfUp(a: number, b: number): number {
  const quotient = floorDivide(a, b);
  const rest = a - quotient * b;
  return rest >= b - rest ? quotient + 1 : quotient;
}

/**
 * a × b ÷ c rounded half up, for safe integers a, b ≥ 0 and c > 0, also where a × b is no longer safe.
 * The result must be safe.
 */
export function multiplyDivide(a: number, b: number, c: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return divideHalfUp(product, c);
  const divisor = BigInt(c);
  const exact = BigInt(a) * BigInt(b);
  const quotient = exact / divisor;
  return Number((exact - quotient * divisor) * 2n >= divisor ? quotient + 1n : quotient);
}

/**
 * Units of the mean `sum` ÷ `weight`, rounded half up once, straight to `decimals` (0 to 4):
 * `meanUnits(2000000, 3, 2)` is the mean 66.67 of a sum of 200 points over three.
 */
export function meanUnits(sum: number, weight: number, decimals: number): number {
  const step = 10 ** (PLACES - decimals);
  return divideHalfUp(sum, weight * step) * step;
}

/** Units rounded half up to so many decimals (0 to 4). */
export function roundUnits(units: number, decimals: number): number {
  const step = 10 ** (PLACES - decimals);
  return divideHalfUp(units, step) * step;
}
