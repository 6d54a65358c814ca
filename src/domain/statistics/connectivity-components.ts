// Connected components of the graph "who rates whom", by union-find: O(N) in effect, two integers a node.
import type { Ratings } from './ratings.ts';

export type Pairs = Pick<Ratings, 'ratees' | 'raters' | 'ratee' | 'rater'>;

export interface Components {
  /** Number of components; a ratee or rater without any rating is one of its own. */
  readonly components: number;
  /** Component of each ratee: 0 is the one with the most people (ratees and raters together), and so on. */
  readonly rateeComponent: Int32Array;
  readonly raterComponent: Int32Array;
}

export function componentsOf({ ratees, raters, ratee, rater }: Pairs): Components {
  const nodes = ratees + raters;
  // Negative: a root, holding minus the size of its tree.
  const link = new Int32Array(nodes).fill(-1);
  for (let row = 0; row < ratee.length; row++) {
    join(link, ratee[row] as number, ratees + (rater[row] as number));
  }
  const rank = ranksBySize(link);
  const of = (from: number, length: number) => {
    const component = new Int32Array(length);
    for (let i = 0; i < length; i++) component[i] = rank.of[rootOf(link, from + i)] as number;
    return component;
  };
  return { components: rank.count, rateeComponent: of(0, ratees), raterComponent: of(ratees, raters) };
}

function rootOf(link: Int32Array, node: number): number {
  let at = node;
  let next = link[at] as number;
  while (next >= 0) {
    const after = link[next] as number;
    if (after < 0) return next;
    link[at] = after;
    at = after;
    next = link[at] as number;
  }
  return at;
}

function join(link: Int32Array, one: number, other: number): void {
  let large = rootOf(link, one);
  let small = rootOf(link, other);
  if (large === small) return;
  const [sizeLarge, sizeSmall] = [link[large] as number, link[small] as number];
  if (sizeLarge > sizeSmall) [large, small] = [small, large];
  link[large] = sizeLarge + sizeSmall;
  link[small] = large;
}

function ranksBySize(link: Int32Array): { readonly count: number; readonly of: Int32Array } {
  let count = 0;
  for (let node = 0; node < link.length; node++) if ((link[node] as number) < 0) count++;
  const roots = new Int32Array(count);
  for (let node = 0, next = 0; node < link.length; node++)
    if ((link[node] as number) < 0) roots[next++] = node;
  // Largest first; among equals the one that holds the lowest node by number, so that the order is always the same.
  roots.sort((a, b) => (link[a] as number) - (link[b] as number) || a - b);
  const of = new Int32Array(link.length);
  for (let i = 0; i < count; i++) of[roots[i] as number] = i;
  return { count, of };
}
