// Lists by key in two plain arrays (compressed rows), by counting sort: O(N), nothing but the result is allocated.

export interface Lists {
  /** Length keys + 1: the list of key k is `members[offsets[k]] … members[offsets[k + 1] − 1]`. */
  readonly offsets: Int32Array;
  readonly members: Int32Array;
}

/** The values of each key, in the order in which they stood. */
export function listsByKey(keys: Int32Array, values: Int32Array, count: number): Lists {
  const offsets = offsetsOf(keys, count);
  const members = new Int32Array(keys.length);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    const place = offsets[key] as number;
    members[place] = values[row] as number;
    offsets[key] = place + 1;
  }
  // Every start was pushed to its end, which is the next start.
  offsets.copyWithin(1, 0, count);
  offsets[0] = 0;
  return { offsets, members };
}

/** Where the list of each key starts, and at the end how many there are. */
export function offsetsOf(keys: Int32Array, count: number): Int32Array {
  const offsets = new Int32Array(count + 1);
  for (let row = 0; row < keys.length; row++) {
    const next = (keys[row] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let key = 0; key < count; key++) {
    offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);
  }
  return offsets;
}
