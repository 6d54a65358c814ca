/** Places the points of a graph: connected ones near each other, separate islands in boxes of their own. */

export interface NetworkLink {
  readonly from: number;
  readonly to: number;
  /** What ties the two: the more, the nearer and thicker. */
  readonly weight: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Island {
  readonly members: readonly number[];
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

export interface NetworkLayout {
  readonly height: number;
  readonly places: readonly Place[];
  readonly islands: readonly Island[];
}

/** Room for one point: more where there is room. */
const PER_NODE = 30;
const MOST_PER_NODE = 46;
const MARGIN = 11;
const GAP = 6;
const ROUNDS = 220;

/**
 * `islandOf` numbers the island of every point, 0 the first drawn. Always the same picture for the same graph: the
 * points start on a spiral, no dice.
 */
export function layoutNetwork(
  islandOf: readonly number[],
  links: readonly NetworkLink[],
  width: number,
): NetworkLayout {
  const members = [...Map.groupBy(islandOf.keys(), (node) => islandOf[node] ?? 0).entries()]
    .sort(([one], [other]) => one - other)
    .map(([, nodes]) => nodes);
  const places: Place[] = islandOf.map(() => ({ x: 0, y: 0 }));
  const islands: Island[] = [];
  const shelf = { x: 0, y: 0, height: 0 };
  const largest = Math.max(1, ...members.map(({ length }) => Math.sqrt(length) - 0.6));
  const perNode = Math.min(MOST_PER_NODE, Math.max(PER_NODE, (width - 2 * MARGIN) / largest));
  for (const nodes of members) {
    const room = nodes.length === 1 ? PER_NODE : perNode;
    const side = Math.min(width, 2 * MARGIN + room * (Math.sqrt(nodes.length) - 0.6));
    if (shelf.x + side > width + 0.01) {
      shelf.x = 0;
      shelf.y += shelf.height + GAP;
      shelf.height = 0;
    }
    const inside = new Set(nodes);
    const own = links.filter((link) => inside.has(link.from) && inside.has(link.to));
    for (const [node, place] of spread(nodes, own, side - 2 * MARGIN))
      places[node] = { x: shelf.x + MARGIN + place.x, y: shelf.y + MARGIN + place.y };
    islands.push({ members: nodes, x: shelf.x, y: shelf.y, side });
    shelf.x += side + GAP;
    shelf.height = Math.max(shelf.height, side);
  }
  return { height: shelf.y + shelf.height, places, islands };
}

/** Springs along links, repulsion between all (Fruchterman & Reingold 1991), cooled; then stretched over the box. */
function spread(nodes: readonly number[], links: readonly NetworkLink[], side: number): Map<number, Place> {
  const at = new Map(nodes.map((node, index) => [node, index]));
  const count = nodes.length;
  const x = Float64Array.from(nodes, (_, index) => Math.cos(index * GOLDEN) * Math.sqrt(index));
  const y = Float64Array.from(nodes, (_, index) => Math.sin(index * GOLDEN) * Math.sqrt(index));
  const pairs = links.map(
    ({ from, to, weight }) => [at.get(from) ?? 0, at.get(to) ?? 0, Math.sqrt(weight)] as const,
  );
  for (let round = 0; count > 1 && round < ROUNDS; round += 1) {
    const moveX = new Float64Array(count);
    const moveY = new Float64Array(count);
    repel(x, y, moveX, moveY);
    for (const [one, other, pull] of pairs) {
      const [dx, dy] = [(x[other] ?? 0) - (x[one] ?? 0), (y[other] ?? 0) - (y[one] ?? 0)];
      const force = 0.2 * pull;
      add(moveX, one, dx * force);
      add(moveY, one, dy * force);
      add(moveX, other, -dx * force);
      add(moveY, other, -dy * force);
    }
    const heat = 0.6 * (1 - round / ROUNDS) + 0.02;
    for (let index = 0; index < count; index += 1) {
      const length = Math.hypot(moveX[index] ?? 0, moveY[index] ?? 0) || 1;
      const step = Math.min(heat, length);
      add(x, index, ((moveX[index] ?? 0) / length) * step);
      add(y, index, ((moveY[index] ?? 0) / length) * step);
    }
  }
  const [placeX, placeY] = [stretched(x, side), stretched(y, side)];
  return new Map(nodes.map((node, index) => [node, { x: placeX[index] ?? 0, y: placeY[index] ?? 0 }]));
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

function repel(x: Float64Array, y: Float64Array, moveX: Float64Array, moveY: Float64Array): void {
  for (let one = 0; one < x.length; one += 1) {
    for (let other = one + 1; other < x.length; other += 1) {
      const [dx, dy] = [(x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0)];
      const force = 1.4 / (dx * dx + dy * dy + 0.01);
      add(moveX, one, dx * force);
      add(moveY, one, dy * force);
      add(moveX, other, -dx * force);
      add(moveY, other, -dy * force);
    }
  }
}

function add(values: Float64Array, index: number, amount: number): void {
  values[index] = (values[index] ?? 0) + amount;
}

function stretched(values: Float64Array, side: number): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low;
  return Array.from(values, (value) => (span < 1e-9 ? side / 2 : ((value - low) / span) * side));
}

/** At most `limit` links: those that hold every island together first, then the heaviest. */
export function mainLinks(
  count: number,
  links: readonly NetworkLink[],
  limit: number,
): readonly NetworkLink[] {
  if (links.length <= limit) return links;
  const heaviest = links.toSorted((one, other) => other.weight - one.weight);
  const root = Array.from({ length: count }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    while (root[at] !== at) at = root[at] ?? at;
    return at;
  };
  const holding = new Set<NetworkLink>();
  for (const link of heaviest) {
    const [one, other] = [rootOf(link.from), rootOf(link.to)];
    if (one === other) continue;
    root[one] = other;
    holding.add(link);
  }
  const others = heaviest.filter((link) => !holding.has(link));
  return [...holding, ...others.slice(0, Math.max(0, limit - holding.size))];
}
