/**
 * Names of millions of people as numbers 0, 1, 2 … in the order of their first appearance: an open hash table over the
 * bytes of one arena, without a string or an object per name.
 */
export interface Ids {
  readonly size: () => number;
  /** The number of the name in `bytes[from … end)`, a new one where it was not met before. */
  readonly numberOf: (bytes: Uint8Array, from: number, end: number) => number;
  /** Where the name stands in the arena. */
  readonly bytesOf: (id: number) => Uint8Array;
  readonly nameOf: (id: number) => string;
}

const FIRST_SLOTS = 1024;

export function createIds(): Ids {
  let arena = new Uint8Array(16_384);
  let used = 0;
  let ends = new Int32Array(FIRST_SLOTS);
  let hashes = new Int32Array(FIRST_SLOTS);
  let slots = new Int32Array(FIRST_SLOTS).fill(-1);
  let count = 0;
  let latest = -1;

  const startOf = (id: number) => (id === 0 ? 0 : (ends[id - 1] as number));

  function isName(id: number, bytes: Uint8Array, from: number, end: number): boolean {
    const start = startOf(id);
    if ((ends[id] as number) - start !== end - from) return false;
    // Names differ most often at their end.
    for (let k = end - 1; k >= from; k--) if (arena[start + k - from] !== bytes[k]) return false;
    return true;
  }

  function enlarge(): void {
    const larger = new Int32Array(slots.length * 2).fill(-1);
    const mask = larger.length - 1;
    for (let id = 0; id < count; id++) {
      let slot = (hashes[id] as number) & mask;
      while (larger[slot] !== -1) slot = (slot + 1) & mask;
      larger[slot] = id;
    }
    slots = larger;
  }

  function add(hash: number, bytes: Uint8Array, from: number, end: number): number {
    if (count === ends.length) {
      ends = grown(ends, count * 2);
      hashes = grown(hashes, count * 2);
    }
    const needed = used + end - from;
    if (needed > arena.length) {
      const before = arena;
      arena = new Uint8Array(Math.max(needed, before.length * 2));
      arena.set(before);
    }
    for (let k = from; k < end; k++) arena[used++] = bytes[k] as number;
    ends[count] = used;
    hashes[count] = hash;
    return count++;
  }

  function numberOf(bytes: Uint8Array, from: number, end: number): number {
    // Rows of one person mostly stand together.
    if (latest !== -1 && isName(latest, bytes, from, end)) return latest;
    latest = search(bytes, from, end);
    return latest;
  }

  function search(bytes: Uint8Array, from: number, end: number): number {
    const hash = hashOf(bytes, from, end);
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let id = slots[slot] as number; id !== -1; id = slots[slot] as number) {
      if (hashes[id] === hash && isName(id, bytes, from, end)) return id;
      slot = (slot + 1) & mask;
    }
    const id = add(hash, bytes, from, end);
    slots[slot] = id;
    if (count * 2 > slots.length) enlarge();
    return id;
  }

  const bytesOf = (id: number) => arena.subarray(startOf(id), ends[id]);
  const decoder = new TextDecoder();
  return { size: () => count, numberOf, bytesOf, nameOf: (id) => decoder.decode(bytesOf(id)) };
}

function hashOf(bytes: Uint8Array, from: number, end: number): number {
  let hash = 0x811c_9dc5;
  for (let k = from; k < end; k++) hash = Math.imul(hash ^ (bytes[k] as number), 0x0100_0193);
  // The last bytes reach the low bits only after mixing.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 12);
}

function grown(from: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(from);
  return larger;
}
