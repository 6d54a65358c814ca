/** Ratings sorted by ratee with levels and categories closed up: what the iteration walks through. */
import type { OrdinalRatings } from './types.ts';

export interface Layout {
  readonly ratings: number;
  /** Levels in use: of ratee, rater, item (one item where there is none). */
  readonly sizes: readonly [number, number, number];
  /** Rows sorted by ratee. */
  readonly ratee: Int32Array;
  readonly rater: Int32Array;
  readonly item: Int32Array;
  /** 0 … steps. */
  readonly category: Int32Array;
  readonly steps: number;
  /** Ratings of the scale by category. */
  readonly categories: readonly number[];
  /** Where each level of the data stands here; −1 where it is left out. */
  readonly places: readonly [Int32Array, Int32Array, Int32Array];
  /** Levels left out because all their ratings are the lowest (−1) or the highest (+1). */
  readonly extremes: readonly [Int8Array, Int8Array, Int8Array];
}

/** `dropExtremes`: leave out, again and again, levels with only lowest or only highest ratings. */
export function layOut(ratings: OrdinalRatings, dropExtremes: boolean): Layout {
  const count = ratings.category.length;
  const item = ratings.item ?? new Int32Array(count);
  const facets = [ratings.ratee, ratings.rater, item] as const;
  const sizes = [ratings.ratees, ratings.raters, ratings.items ?? 1] as const;
  const kept = new Uint8Array(count).fill(1);
  const extremes = sizes.map((size) => new Int8Array(size)) as unknown as Layout['extremes'];
  if (dropExtremes) while (dropOnce(ratings.category, facets, sizes, kept, extremes)) {}
  const rows = sortedByRatee(ratings.ratee, ratings.ratees, kept);
  const places = facets.map((facet, at) =>
    placesOf(facet, sizes[at] ?? 0, kept),
  ) as unknown as Layout['places'];
  const categories = [...new Set(Array.from(rows, (row) => ratings.category[row]!))].sort((a, b) => a - b);
  const categoryPlace = new Map(categories.map((value, place) => [value, place]));
  const pick = (facet: Int32Array, place: Int32Array) => Int32Array.from(rows, (row) => place[facet[row]!]!);
  return {
    ratings: rows.length,
    sizes: places.map((place) =>
      place.reduce((most, at) => Math.max(most, at + 1), 0),
    ) as unknown as Layout['sizes'],
    ratee: pick(ratings.ratee, places[0]),
    rater: pick(ratings.rater, places[1]),
    item: pick(item, places[2]),
    category: Int32Array.from(rows, (row) => categoryPlace.get(ratings.category[row]!)!),
    steps: Math.max(0, categories.length - 1),
    categories,
    places,
    extremes,
  };
}

/** Leaves out what is extreme among the rows kept; whether there was anything. */
function dropOnce(
  category: ArrayLike<number>,
  facets: readonly Int32Array[],
  sizes: readonly number[],
  kept: Uint8Array,
  extremes: readonly Int8Array[],
): boolean {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < kept.length; row += 1) {
    if (kept[row] === 0) continue;
    lowest = Math.min(lowest, category[row]!);
    highest = Math.max(highest, category[row]!);
  }
  let dropped = false;
  for (const [at, facet] of facets.entries()) {
    // Bits: 1 seen, 2 above the lowest, 4 below the highest.
    const seen = new Uint8Array(sizes[at]!);
    for (let row = 0; row < kept.length; row += 1) {
      if (kept[row] === 0) continue;
      const value = category[row]!;
      const level = facet[row]!;
      seen[level] = seen[level]! | 1 | (value > lowest ? 2 : 0) | (value < highest ? 4 : 0);
    }
    for (let row = 0; row < kept.length; row += 1) {
      const level = facet[row]!;
      if (kept[row] === 0 || seen[level] === 7) continue;
      kept[row] = 0;
      // A rater who gives only high marks is lenient: the measure goes the other way.
      extremes[at]![level] = (seen[level]! & 2) === 0 ? -1 : 1;
      dropped = true;
    }
  }
  return dropped;
}

function sortedByRatee(ratee: Int32Array, ratees: number, kept: Uint8Array): Int32Array {
  const start = new Int32Array(ratees + 1);
  for (let row = 0; row < ratee.length; row += 1) if (kept[row]) start[ratee[row]! + 1]! += 1;
  for (let level = 0; level < ratees; level += 1) start[level + 1]! += start[level]!;
  const rows = new Int32Array(start[ratees]!);
  for (let row = 0; row < ratee.length; row += 1) if (kept[row]) rows[start[ratee[row]!]!++] = row;
  return rows;
}

function placesOf(facet: Int32Array, size: number, kept: Uint8Array): Int32Array {
  const places = new Int32Array(size).fill(-1);
  for (let row = 0; row < facet.length; row += 1) if (kept[row]) places[facet[row]!] = 0;
  let next = 0;
  return places.map((place) => (place < 0 ? place : next++));
}
