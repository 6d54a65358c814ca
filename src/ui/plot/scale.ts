/** Where values of an axis stand, and round numbers to label it with. */

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

const LEAST_SPAN = 1e-9;

/** Covers all values with three to six round steps. */
export function axisOver(values: readonly number[], options: { readonly symmetric?: boolean } = {}): Axis {
  const finite = values.filter(Number.isFinite);
  let low = Math.min(...finite, Number.POSITIVE_INFINITY);
  let high = Math.max(...finite, Number.NEGATIVE_INFINITY);
  if (finite.length === 0) [low, high] = [0, 1];
  if (options.symmetric) {
    high = Math.max(Math.abs(low), Math.abs(high));
    low = -high;
  }
  if (high - low < LEAST_SPAN) [low, high] = [low - 1, high + 1];
  const step = roundStep((high - low) / 5);
  const from = Math.floor(low / step) * step;
  const to = Math.ceil(high / step) * step;
  const ticks: number[] = [];
  for (let index = 0; from + index * step <= to + step / 2; index += 1)
    ticks.push(clean(from + index * step));
  return { from: clean(from), to: clean(to), ticks };
}

/** Place on the axis in percent, held inside it. */
export function percentAt({ from, to }: Axis, value: number): number {
  return tenth(((Math.min(Math.max(value, from), to) - from) / (to - from)) * 100);
}

export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** 1, 2 or 5 times a power of ten, not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const found = [1, 2, 5, 10].find((factor) => factor * power >= least - power * 1e-9);
  return (found ?? 10) * power;
}

function clean(value: number): number {
  return Number(value.toPrecision(12));
}
