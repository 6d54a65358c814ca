// How each rater uses the scale: range, ends, most used value. Counts, no model; not to be read without their number.
import { positions, sortedBy, startsOf } from './order.ts';
import type { RatingColumns, ScaleUse } from './types.ts';

/** Per rater, over the rows of the table; null for a rater without rows. */
export function scaleUseOf(table: RatingColumns, scale: readonly [number, number]): (ScaleUse | null)[] {
  const raters = table.raters;
  const order = sortedBy(positions(table.rater.length), table.rater, raters);
  const starts = startsOf(table.rater, raters);
  return Array.from({ length: raters }, (_, rater) => {
    const [from, end] = [starts[rater]!, starts[rater + 1]!];
    if (from === end) return null;
    const values = new Float64Array(end - from);
    for (let k = from; k < end; k++) values[k - from] = table.score[order[k]!]!;
    return useOf(values.sort(), scale);
  });
}

function useOf(sorted: Float64Array, [lowest, highest]: readonly [number, number]): ScaleUse {
  const n = sorted.length;
  let [mean, squares, low, high] = [0, 0, 0, 0];
  let [mostUsed, mostUsedValue, run] = [0, Number.NaN, 0];
  for (let k = 0; k < n; k++) {
    const value = sorted[k]!;
    const difference = value - mean;
    mean += difference / (k + 1);
    squares += difference * (value - mean);
    if (value <= lowest) low++;
    if (value >= highest) high++;
    run = k > 0 && value === sorted[k - 1] ? run + 1 : 1;
    if (run > mostUsed) [mostUsed, mostUsedValue] = [run, value];
  }
  return {
    minimum: sorted[0]!,
    maximum: sorted[n - 1]!,
    sd: n > 1 ? Math.sqrt(squares / (n - 1)) : null,
    atLowest: low / n,
    atHighest: high / n,
    mostUsed: mostUsed / n,
    mostUsedValue,
  };
}
