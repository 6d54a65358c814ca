// What the design "who rates whom" allows to be compared, before any score is read.
//
// Model: the bipartite graph of ratees and raters, one edge a rating. Within a component every difference between two
// raters (or two ratees) can be estimated by chains of common ratings; between components none can, whatever the number
// of ratings: a supervisor who alone rates people whom nobody else rates cannot be told from their true mean. The rank of
// the design is nodes − components. An articulation point is a ratee or rater whose removal would break a component: the
// comparison of both sides rests on that one alone.
// Minimum sample: none. Time and memory are linear (Tarjan 1972, "Depth-first search and linear graph algorithms"; here
// without recursion). Not to be used for: judging persons. Being unlinked is a property of the design, and mending it
// is a matter of asking for a few linking ratings.
import { type Components, componentsOf, type Pairs } from './connectivity-components.ts';
import { type Lists, listsByKey } from './connectivity-lists.ts';

/** Nobody else rates any of this rater's people; exactly one of them; two or more. */
export const UNLINKED = 0;
export const WEAKLY_LINKED = 1;
export const LINKED = 2;

export interface Connectivity extends Components {
  /** 1 where removing the node would break its component into more. */
  readonly articulation: { readonly ratees: Uint8Array; readonly raters: Uint8Array };
  /** Rank of the design with both factors fixed: nodes − components. */
  readonly rank: number;
  /** Per rater: `UNLINKED`, `WEAKLY_LINKED` or `LINKED`. */
  readonly raterLink: Uint8Array;
}

export function connectivityOf(pairs: Pairs): Connectivity {
  const components = componentsOf(pairs);
  return {
    ...components,
    articulation: articulationPoints(pairs),
    rank: pairs.ratees + pairs.raters - components.components,
    raterLink: raterLinks(pairs),
  };
}

function raterLinks({ ratees, raters, ratee, rater }: Pairs): Uint8Array {
  const firstRater = new Int32Array(ratees).fill(-1);
  const shared = new Uint8Array(ratees);
  for (let row = 0; row < ratee.length; row++) {
    const [person, by] = [ratee[row] as number, rater[row] as number];
    if (firstRater[person] === -1) firstRater[person] = by;
    else if (firstRater[person] !== by) shared[person] = 1;
  }
  const link = new Uint8Array(raters);
  const firstShared = new Int32Array(raters).fill(-1);
  for (let row = 0; row < ratee.length; row++) {
    const [person, by] = [ratee[row] as number, rater[row] as number];
    if (shared[person] === 0) continue;
    if (firstShared[by] === -1) {
      firstShared[by] = person;
      link[by] = WEAKLY_LINKED;
    } else if (firstShared[by] !== person) link[by] = LINKED;
  }
  return link;
}

/** State of a depth-first walk over all nodes: ratees first, raters after them. */
interface Walk {
  readonly ratees: number;
  readonly ratersOf: Lists;
  readonly rateesOf: Lists;
  /** Place of the next neighbour to look at. */
  readonly cursor: Int32Array;
  /** When a node was first met, from 1; 0 = not yet. */
  readonly met: Int32Array;
  /** The earliest node that the subtree reaches by one edge outside the tree. */
  readonly low: Int32Array;
  readonly parent: Int32Array;
  readonly cut: Uint8Array;
}

function articulationPoints({ ratees, raters, ratee, rater }: Pairs): Connectivity['articulation'] {
  const nodes = ratees + raters;
  const ratersOf = listsByKey(ratee, rater, ratees);
  const rateesOf = listsByKey(rater, ratee, raters);
  const cursor = new Int32Array(nodes);
  cursor.set(ratersOf.offsets.subarray(0, ratees));
  cursor.set(rateesOf.offsets.subarray(0, raters), ratees);
  const walk: Walk = {
    ratees,
    ratersOf,
    rateesOf,
    cursor,
    met: new Int32Array(nodes),
    low: new Int32Array(nodes),
    parent: new Int32Array(nodes).fill(-1),
    cut: new Uint8Array(nodes),
  };
  let clock = 0;
  for (let root = 0; root < nodes; root++) {
    if (walk.met[root] === 0) clock = walkFrom(walk, root, clock);
  }
  return { ratees: walk.cut.slice(0, ratees), raters: walk.cut.slice(ratees) };
}

/** Walks the component of `root`; several edges between the same two nodes change nothing. */
function walkFrom(walk: Walk, root: number, started: number): number {
  const { ratees, ratersOf, rateesOf, cursor, met, low, parent, cut } = walk;
  let clock = started + 1;
  met[root] = clock;
  low[root] = clock;
  let branchesOfRoot = 0;
  let node = root;
  while (node !== -1) {
    const isRatee = node < ratees;
    const lists = isRatee ? ratersOf : rateesOf;
    const place = cursor[node] as number;
    if (place < (lists.offsets[isRatee ? node + 1 : node - ratees + 1] as number)) {
      cursor[node] = place + 1;
      const next = (lists.members[place] as number) + (isRatee ? ratees : 0);
      const nextMet = met[next] as number;
      if (nextMet === 0) {
        parent[next] = node;
        clock++;
        met[next] = clock;
        low[next] = clock;
        if (node === root) branchesOfRoot++;
        node = next;
      } else if (nextMet < (low[node] as number)) low[node] = nextMet;
      continue;
    }
    const above = parent[node] as number;
    if (above !== -1) {
      const reached = low[node] as number;
      if (reached < (low[above] as number)) low[above] = reached;
      if (above !== root && reached >= (met[above] as number)) cut[above] = 1;
    }
    node = above;
  }
  if (branchesOfRoot > 1) cut[root] = 1;
  return clock;
}
