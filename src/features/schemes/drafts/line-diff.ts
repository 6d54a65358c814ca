/** What changed between two texts, line by line, with a few unchanged lines around each change. Pure. */

export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
  /** Line number in the earlier text, from 1; undefined for a new line. */
  readonly before: number | undefined;
  /** Line number in the later text, from 1; undefined for a line that is gone. */
  readonly after: number | undefined;
}

/** Lines that stand together; between two hunks nothing changed. */
export type Hunk = readonly DiffLine[];

const CONTEXT_LINES = 3;
/** Beyond so many edits two texts have little in common, and finding the shortest way would take too long. */
const MOST_EDITS = 1000;

/** Nothing where both texts say the same. Cost: O((lines + edits) × edits), after Myers 1986. */
export function lineDiff(before: string, after: string, context = CONTEXT_LINES): readonly Hunk[] {
  const lines = allLines(linesOf(before), linesOf(after));
  const near = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same') continue;
    for (let place = index - context; place <= index + context; place += 1) near.add(place);
  }
  const hunks: DiffLine[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!near.has(index)) continue;
    if (!near.has(index - 1) || hunks.length === 0) hunks.push([]);
    hunks.at(-1)?.push(line);
  }
  return hunks;
}

/** How many lines came and went. */
export function diffCounts(hunks: readonly Hunk[]): { readonly added: number; readonly removed: number } {
  const count = (kind: DiffLine['kind']) =>
    hunks.reduce((sum, hunk) => sum + hunk.filter((line) => line.kind === kind).length, 0);
  return { added: count('new'), removed: count('gone') };
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function allLines(old: readonly string[], fresh: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let [oldEnd, freshEnd] = [old.length, fresh.length];
  while (oldEnd > start && freshEnd > start && old[oldEnd - 1] === fresh[freshEnd - 1]) {
    oldEnd -= 1;
    freshEnd -= 1;
  }
  const kinds = shortestWay(old.slice(start, oldEnd), fresh.slice(start, freshEnd));
  const found: DiffLine[] = [];
  let [at, to] = [0, 0];
  const push = (kind: DiffLine['kind']) => {
    const text = (kind === 'new' ? fresh[to] : old[at]) ?? '';
    found.push({
      kind,
      text,
      before: kind === 'new' ? undefined : at + 1,
      after: kind === 'gone' ? undefined : to + 1,
    });
    if (kind !== 'new') at += 1;
    if (kind !== 'gone') to += 1;
  };
  for (let line = 0; line < start; line += 1) push('same');
  for (const kind of kinds) push(kind);
  while (at < old.length) push('same');
  return found;
}

/** Myers' greedy search for the fewest lines that go and come. */
function shortestWay(old: readonly string[], fresh: readonly string[]): readonly DiffLine['kind'][] {
  const [rows, columns] = [old.length, fresh.length];
  const whole = [...old.map(() => 'gone' as const), ...fresh.map(() => 'new' as const)];
  if (rows === 0 || columns === 0) return whole;
  const trail: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(rows + columns, MOST_EDITS); edits += 1) {
    trail.push(furthest);
    const next = new Map(furthest);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let row = stepDown(furthest, diagonal, edits)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (row < rows && row - diagonal < columns && old[row] === fresh[row - diagonal]) row += 1;
      next.set(diagonal, row);
      if (row >= rows && row - diagonal >= columns) return wayBack(trail, rows, columns);
    }
    furthest = next;
  }
  return whole;
}

/** Whether the furthest way onto this diagonal comes by a new line rather than by one that is gone. */
function stepDown(furthest: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1);
}

function wayBack(
  trail: readonly ReadonlyMap<number, number>[],
  rows: number,
  columns: number,
): readonly DiffLine['kind'][] {
  const kinds: DiffLine['kind'][] = [];
  let [row, column] = [rows, columns];
  for (let edits = trail.length - 1; edits >= 0; edits -= 1) {
    const furthest = trail[edits] ?? new Map<number, number>();
    const diagonal = row - column;
    const isNew = stepDown(furthest, diagonal, edits);
    const from = isNew ? diagonal + 1 : diagonal - 1;
    const fromRow = edits === 0 ? 0 : (furthest.get(from) ?? 0);
    const fromColumn = edits === 0 ? 0 : fromRow - from;
    const [beginRow, beginColumn] =
      edits === 0 ? [0, 0] : isNew ? [fromRow, fromColumn + 1] : [fromRow + 1, fromColumn];
    while (row > beginRow && column > beginColumn) {
      kinds.push('same');
      row -= 1;
      column -= 1;
    }
    if (edits > 0) kinds.push(isNew ? 'new' : 'gone');
    [row, column] = [fromRow, fromColumn];
  }
  return kinds.reverse();
}
