/** Midranks: equal values share the mean of the ranks they take up. */

export interface Ranking {
  /** From 1, in the order of the values given. */
  readonly ranks: Float64Array;
  /** Σ (t³ − t) over groups of t equal values: what ties take from the spread of ranks. */
  readonly ties: number;
}

export function midranks(values: readonly number[]): Ranking {
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (one, other) => (values[one] ?? 0) - (values[other] ?? 0),
  );
  const ranks = new Float64Array(values.length);
  let ties = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    const size = end - start;
    ties += size ** 3 - size;
    for (let position = start; position < end; position += 1)
      ranks[order[position] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return { ranks, ties };
}
