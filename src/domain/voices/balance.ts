/**
 * Evens out who is asked about how many. Greedy choice alone leaves some people asked more often than others, because
 * nobody is asked about themselves and the last one chosen for has little left to choose from. This is mended with
 * cost-reducing paths: a request moves from a burdened person to another of the same group, whose own request moves
 * on, until it reaches somebody with at least two fewer. Where no such path exists, no other choice within the groups
 * spreads the load more evenly: the largest load is the smallest possible, and so is every next one.
 *
 * Reference: N. J. A. Harvey, R. E. Ladner, L. Lovász, T. Tamir, "Semi-matchings for bipartite graphs and load
 * balancing", Journal of Algorithms 59 (2006): optimal if and only if there is no cost-reducing path. That paper gives
 * each left vertex one partner; with several it is the same statement about a flow of convex cost without negative
 * cycles. Cost: one search through the groups for each move.
 */

/** One voice about one participant, while people are chosen for it. */
export interface Slot {
  /** Nearer groups first; a request only ever moves within its group. */
  readonly groups: readonly (readonly string[])[];
  /** The most people that any of these may be asked about. */
  readonly cap: number;
  /** Chosen here, with the group they come from. */
  readonly chosen: Map<string, number>;
  /** Asked before; they stay. */
  readonly settled: ReadonlySet<string>;
}

export interface Loads {
  /** How many people somebody is asked about, in all. */
  of(raterId: string): number;
  /** The part of it that somebody else could take over; the cap holds for this part. */
  movableOf(raterId: string): number;
  move(slot: Slot, from: string | null, to: string | null, group: number): void;
}

export function makeLoads(
  fixed: ReadonlyMap<string, number>,
  movable: ReadonlyMap<string, number>,
): Loads & {
  slotsOf(raterId: string): ReadonlySet<Slot>;
} {
  const counted = new Map(movable);
  const slots = new Map<string, Set<Slot>>();
  const none: ReadonlySet<Slot> = new Set();
  const movableOf = (id: string) => counted.get(id) ?? 0;
  return {
    of: (id) => (fixed.get(id) ?? 0) + movableOf(id),
    movableOf,
    slotsOf: (id) => slots.get(id) ?? none,
    move(slot, from, to, group) {
      if (from !== null) {
        slot.chosen.delete(from);
        counted.set(from, movableOf(from) - 1);
        slots.get(from)?.delete(slot);
      }
      if (to !== null) {
        slot.chosen.set(to, group);
        counted.set(to, movableOf(to) + 1);
        slots.set(to, (slots.get(to) ?? new Set()).add(slot));
      }
    },
  };
}

type Board = ReturnType<typeof makeLoads>;

interface Step {
  readonly slot: Slot;
  readonly group: number;
  readonly from: string | null;
}

/** Gives a slot one more person although all its own are at their cap: somebody else takes over one of theirs. */
export function squeezeIn(board: Board, slot: Slot): boolean {
  const reached = new Map<string, Step>();
  const queue: string[] = [];
  for (const [group, ids] of slot.groups.entries())
    for (const id of ids) if (!isIn(slot, id)) visit(reached, queue, id, { slot, group, from: null });
  const end = search(board, reached, queue, (id, step) => board.movableOf(id) < step.slot.cap);
  if (end === undefined) return false;
  follow(board, reached, end);
  return true;
}

/** Moves requests until nobody has a path to somebody with two fewer. `raters` are tried from the most burdened down. */
export function evenOut(board: Board, raters: readonly string[]): void {
  const least = () => raters.reduce((low, id) => Math.min(low, board.of(id)), Number.POSITIVE_INFINITY);
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    const hopeless = new Set<string>();
    const bottom = least();
    for (const id of raters.toSorted((one, other) => board.of(other) - board.of(one))) {
      while (board.of(id) >= bottom + 2 && !hopeless.has(id) && moveFrom(board, id, hopeless))
        isMoving = true;
    }
  }
}

function moveFrom(board: Board, start: string, hopeless: Set<string>): boolean {
  const reached = new Map<string, Step | null>([[start, null]]);
  const most = board.of(start) - 2;
  const isLighter = (id: string, step: Step) => board.of(id) <= most && board.movableOf(id) < step.slot.cap;
  const end = search(board, reached, [start], isLighter, hopeless);
  if (end === undefined) {
    // Whoever was reached finds nobody lighter either, unless their own load is greater: those were tried before.
    for (const id of reached.keys()) hopeless.add(id);
    return false;
  }
  follow(board, reached, end);
  return true;
}

function search(
  board: Board,
  reached: Map<string, Step | null>,
  queue: string[],
  isEnd: (id: string, step: Step) => boolean,
  hopeless: ReadonlySet<string> = new Set(),
): string | undefined {
  for (const at of queue) {
    const arrived = reached.get(at);
    if (arrived && isEnd(at, arrived)) return at;
    if (arrived && board.movableOf(at) > arrived.slot.cap) continue;
    for (const slot of board.slotsOf(at)) {
      const group = slot.chosen.get(at);
      if (group === undefined) continue;
      for (const id of slot.groups[group] ?? [])
        if (!isIn(slot, id) && !hopeless.has(id)) visit(reached, queue, id, { slot, group, from: at });
    }
  }
  return undefined;
}

function visit(reached: Map<string, Step | null>, queue: string[], id: string, step: Step): void {
  if (reached.has(id)) return;
  reached.set(id, step);
  queue.push(id);
}

/** From the end of the path back to its start, each hands over what the next takes. */
function follow(board: Board, reached: ReadonlyMap<string, Step | null>, end: string): void {
  let at = end;
  for (let step = reached.get(at); step; step = reached.get(at)) {
    board.move(step.slot, step.from, at, step.group);
    if (step.from === null) return;
    at = step.from;
  }
}

function isIn(slot: Slot, id: string): boolean {
  return slot.chosen.has(id) || slot.settled.has(id);
}
