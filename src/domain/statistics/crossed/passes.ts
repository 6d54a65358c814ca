// The few loops over all ratings that everything else is made of: each reads every entry once and is O(N). Vectors of
// inner levels hold two (or four) right-hand sides side by side, so that one pass serves them all.
import type { Layout } from './layout.ts';

/** out += sign · W'c for two columns over the outer levels; `out` interleaved by twos. */
export function scatterTwo(
  { offsets, member, weight }: Layout,
  first: Float64Array,
  second: Float64Array,
  sign: 1 | -1,
  out: Float64Array,
): void {
  for (let level = 0; level + 1 < offsets.length; level++) {
    const one = sign * (first[level] as number);
    const two = sign * (second[level] as number);
    for (let k = offsets[level] as number; k < (offsets[level + 1] as number); k++) {
      const at = 2 * (member[k] as number);
      const own = weight ? (weight[k] as number) : 1;
      out[at] = (out[at] as number) + own * one;
      out[at + 1] = (out[at + 1] as number) + own * two;
    }
  }
}

/** out = W x: for each outer level the weighted sum of one inner vector. */
export function gather({ offsets, member, weight }: Layout, x: Float64Array, out: Float64Array): void {
  for (let level = 0; level + 1 < offsets.length; level++) {
    let sum = 0;
    for (let k = offsets[level] as number; k < (offsets[level + 1] as number); k++) {
      const own = weight ? (weight[k] as number) : 1;
      sum += own * (x[member[k] as number] as number);
    }
    out[level] = sum;
  }
}

/** Σ over outer levels of a⁻¹ w², for each inner level: what elimination takes off the diagonal. */
export function eliminatedDiagonal(
  { offsets, member, weight }: Layout,
  outerInverse: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  for (let level = 0; level + 1 < offsets.length; level++) {
    const inverse = outerInverse[level] as number;
    for (let k = offsets[level] as number; k < (offsets[level + 1] as number); k++) {
      const own = weight ? (weight[k] as number) : 1;
      const at = member[k] as number;
      out[at] = (out[at] as number) + own * own * inverse;
    }
  }
}

/** out = (diagonal − W'A⁻¹W) x for two interleaved vectors: the Schur complement, never formed. */
export function multiplyTwo(
  { offsets, member, weight }: Layout,
  outerInverse: Float64Array,
  diagonal: Float64Array,
  x: Float64Array,
  out: Float64Array,
): void {
  for (let at = 0, j = 0; j < diagonal.length; j++, at += 2) {
    const own = diagonal[j] as number;
    out[at] = own * (x[at] as number);
    out[at + 1] = own * (x[at + 1] as number);
  }
  for (let level = 0; level + 1 < offsets.length; level++) {
    const start = offsets[level] as number;
    const end = offsets[level + 1] as number;
    let one = 0;
    let two = 0;
    for (let k = start; k < end; k++) {
      const at = 2 * (member[k] as number);
      const own = weight ? (weight[k] as number) : 1;
      one += own * (x[at] as number);
      two += own * (x[at + 1] as number);
    }
    const inverse = outerInverse[level] as number;
    one *= inverse;
    two *= inverse;
    for (let k = start; k < end; k++) {
      const at = 2 * (member[k] as number);
      const own = weight ? (weight[k] as number) : 1;
      out[at] = (out[at] as number) - own * one;
      out[at + 1] = (out[at + 1] as number) - own * two;
    }
  }
}

/** The same for four interleaved vectors in single precision: the probes, whose own noise is far larger. */
export function multiplyFour(
  { offsets, member, weight }: Layout,
  outerInverse: Float64Array,
  diagonal: Float64Array,
  x: Float32Array,
  out: Float32Array,
): void {
  for (let at = 0, j = 0; j < diagonal.length; j++, at += 4) {
    const own = diagonal[j] as number;
    out[at] = own * (x[at] as number);
    out[at + 1] = own * (x[at + 1] as number);
    out[at + 2] = own * (x[at + 2] as number);
    out[at + 3] = own * (x[at + 3] as number);
  }
  for (let level = 0; level + 1 < offsets.length; level++) {
    const start = offsets[level] as number;
    const end = offsets[level + 1] as number;
    let one = 0;
    let two = 0;
    let three = 0;
    let four = 0;
    for (let k = start; k < end; k++) {
      const at = 4 * (member[k] as number);
      const own = weight ? (weight[k] as number) : 1;
      one += own * (x[at] as number);
      two += own * (x[at + 1] as number);
      three += own * (x[at + 2] as number);
      four += own * (x[at + 3] as number);
    }
    const inverse = outerInverse[level] as number;
    one *= inverse;
    two *= inverse;
    three *= inverse;
    four *= inverse;
    for (let k = start; k < end; k++) {
      const at = 4 * (member[k] as number);
      const own = weight ? (weight[k] as number) : 1;
      out[at] = (out[at] as number) - own * one;
      out[at + 1] = (out[at + 1] as number) - own * two;
      out[at + 2] = (out[at + 2] as number) - own * three;
      out[at + 3] = (out[at + 3] as number) - own * four;
    }
  }
}
