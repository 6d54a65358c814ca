// The table of ratings as the solver wants it: the larger factor is "outer" (it is eliminated exactly), the smaller one
// "inner" (its equations are solved). Each outer level has the list of the inner levels it meets, with the sum of the
// weights of the pair: several ratings of one pair become one entry, which changes no sum the model needs.
import { offsetsOf } from '../connectivity-lists.ts';
import type { Ratings } from '../ratings.ts';
import type { Factor } from './types.ts';

export interface Layout {
  readonly outerFactor: Factor;
  readonly outer: number;
  readonly inner: number;
  /** Number of ratings, before pairs were merged. */
  readonly rows: number;
  /** Length outer + 1, into `member` and `weight`. */
  readonly offsets: Int32Array;
  /** Inner level of each entry, sorted by outer level. */
  readonly member: Int32Array;
  /** Sum of weights of each entry; absent where all are 1. */
  readonly weight: Float64Array | undefined;
  /** Sums of weights by level. */
  readonly outerWeight: Float64Array;
  readonly innerWeight: Float64Array;
  readonly totalWeight: number;
}

export function layOut(ratings: Ratings): Layout {
  const eliminateRaters = ratings.raters > ratings.ratees;
  const [outer, inner] = eliminateRaters
    ? [ratings.raters, ratings.ratees]
    : [ratings.ratees, ratings.raters];
  const [outerOf, innerOf] = eliminateRaters
    ? [ratings.rater, ratings.ratee]
    : [ratings.ratee, ratings.rater];
  const entries = mergePairs(sortByOuter(outerOf, innerOf, ratings.weight, outer), inner);
  const weights = weightSums(entries, outer, inner);
  return {
    outerFactor: eliminateRaters ? 'rater' : 'ratee',
    outer,
    inner,
    rows: ratings.score.length,
    ...entries,
    ...weights,
  };
}

interface Entries {
  readonly offsets: Int32Array;
  readonly member: Int32Array;
  readonly weight: Float64Array | undefined;
}

function sortByOuter(
  outerOf: Int32Array,
  innerOf: Int32Array,
  weightOf: Float64Array | undefined,
  outer: number,
): Entries {
  const offsets = offsetsOf(outerOf, outer);
  // A table that is already in order (most exports are) is used as it stands: no copy of ten million entries.
  if (isAscending(outerOf)) return { offsets, member: innerOf, weight: weightOf };
  const member = new Int32Array(innerOf.length);
  const weight = weightOf && new Float64Array(innerOf.length);
  const next = offsets.slice();
  for (let row = 0; row < outerOf.length; row++) {
    const level = outerOf[row] as number;
    const place = next[level] as number;
    next[level] = place + 1;
    member[place] = innerOf[row] as number;
    if (weight && weightOf) weight[place] = weightOf[row] as number;
  }
  return { offsets, member, weight };
}

function isAscending(values: Int32Array): boolean {
  for (let i = 1; i < values.length; i++) if ((values[i] as number) < (values[i - 1] as number)) return false;
  return true;
}

function mergePairs(entries: Entries, inner: number): Entries {
  if (!hasRepeatedPair(entries, inner)) return entries;
  const outer = entries.offsets.length - 1;
  const offsets = new Int32Array(outer + 1);
  const member = new Int32Array(entries.member.length);
  const weight = new Float64Array(entries.member.length);
  const placeOf = new Int32Array(inner).fill(-1);
  let end = 0;
  for (let level = 0; level < outer; level++) {
    const start = end;
    for (let k = entries.offsets[level] as number; k < (entries.offsets[level + 1] as number); k++) {
      const other = entries.member[k] as number;
      const own = entries.weight ? (entries.weight[k] as number) : 1;
      const place = placeOf[other] as number;
      if (place >= start) weight[place] = (weight[place] as number) + own;
      else {
        placeOf[other] = end;
        member[end] = other;
        weight[end++] = own;
      }
    }
    offsets[level + 1] = end;
  }
  return { offsets, member: member.slice(0, end), weight: weight.slice(0, end) };
}

function hasRepeatedPair({ offsets, member }: Entries, inner: number): boolean {
  const seenBy = new Int32Array(inner).fill(-1);
  for (let level = 0; level + 1 < offsets.length; level++) {
    for (let k = offsets[level] as number; k < (offsets[level + 1] as number); k++) {
      const other = member[k] as number;
      if (seenBy[other] === level) return true;
      seenBy[other] = level;
    }
  }
  return false;
}

function weightSums({ offsets, member, weight }: Entries, outer: number, inner: number) {
  const outerWeight = new Float64Array(outer);
  const innerWeight = new Float64Array(inner);
  let totalWeight = 0;
  for (let level = 0; level < outer; level++) {
    let sum = 0;
    for (let k = offsets[level] as number; k < (offsets[level + 1] as number); k++) {
      const own = weight ? (weight[k] as number) : 1;
      const other = member[k] as number;
      innerWeight[other] = (innerWeight[other] as number) + own;
      sum += own;
    }
    outerWeight[level] = sum;
    totalWeight += sum;
  }
  return { outerWeight, innerWeight, totalWeight };
}
