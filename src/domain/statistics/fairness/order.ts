// Stable orders of ten million rows by small whole numbers: counting sorts, linear in rows and levels.

/** Positions 0 … length − 1. */
export function positions(length: number): Int32Array {
  const order = new Int32Array(length);
  for (let k = 0; k < length; k++) order[k] = k;
  return order;
}

/** The given order, sorted again by `key` (0 … levels − 1); equal keys keep their order. */
export function sortedBy(order: Int32Array, key: Int32Array, levels: number): Int32Array {
  const next = startsOf(key, levels);
  const sorted = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const level = key[row]!;
    sorted[next[level]!] = row;
    next[level]!++;
  }
  return sorted;
}

/** Where each level begins in an order sorted by `key`; length levels + 1. */
export function startsOf(key: Int32Array, levels: number): Int32Array {
  const starts = new Int32Array(levels + 1);
  for (let k = 0; k < key.length; k++) starts[key[k]! + 1]!++;
  for (let level = 0; level < levels; level++) starts[level + 1]! += starts[level]!;
  return starts;
}

/** How often each level occurs. */
export function countsOf(key: Int32Array, levels: number): Int32Array {
  const counts = new Int32Array(levels);
  for (let k = 0; k < key.length; k++) counts[key[k]!]!++;
  return counts;
}
