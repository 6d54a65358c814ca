// Which numbers of a table of counts must be hidden so that no small group of people can be made out.
//
// Model: counts that add up along lines (rows, columns, a unit and the units below it); a reader knows every line and
// every number shown. A count from 1 to below the minimum is hidden (primary). Then more is hidden (complementary)
// until nothing hidden can be worked out: no hidden number follows from any linear combination of those shown (exact
// elimination), none is fixed by the fact that counts are not negative (bounds, propagated along the lines), and the
// hidden parts of a line together are no small group themselves.
// Assumptions: noughts are not secret by themselves; readers know nothing else about the people counted.
// Reference: Cox, "Suppression methodology and statistical disclosure control", JASA 75 (1980) 377-385; Hundepool et
// al., Statistical Disclosure Control (Wiley 2012), chapter 4. Greedy, so it may hide a little more than is needed.
// Not to be used for: promising that nobody can be recognised by somebody who knows the people.

/** `total` equals the sum of `parts`; both are indices into the numbers. */
export interface CountLine {
  readonly total: number;
  readonly parts: readonly number[];
}

export interface SuppressedTable {
  /** True = hidden, in the shape of the counts. */
  readonly cells: readonly (readonly boolean[])[];
  readonly rowTotals: readonly boolean[];
  readonly columnTotals: readonly boolean[];
  readonly total: boolean;
}

/** Hides what must be hidden in a table of counts that is shown with the totals of rows, columns and everything. */
export function suppressTable(counts: readonly (readonly number[])[], minimum: number): SuppressedTable {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const at = (row: number, column: number) => row * (columns + 1) + column;
  const range = (length: number) => Array.from({ length }, (_, index) => index);
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const values = counts.flatMap((row) => [...row, sum(row)]);
  for (const column of range(columns)) values.push(sum(counts.map((row) => row[column] ?? 0)));
  values.push(sum(counts.map(sum)));
  const lines = [
    ...range(rows + 1).map((row) => ({
      total: at(row, columns),
      parts: range(columns).map((column) => at(row, column)),
    })),
    ...range(columns + 1).map((column) => ({
      total: at(rows, column),
      parts: range(rows).map((row) => at(row, column)),
    })),
  ];
  // A row of very few people is hidden with its noughts, which would say where those few are not.
  const whole = range(rows).flatMap((row) =>
    isSmall(values[at(row, columns)] ?? 0, minimum) ? range(columns).map((column) => at(row, column)) : [],
  );
  const hidden = suppress(values, lines, minimum, whole);
  const isHidden = (row: number, column: number) => hidden[at(row, column)] === 1;
  return {
    cells: range(rows).map((row) => range(columns).map((column) => isHidden(row, column))),
    rowTotals: range(rows).map((row) => isHidden(row, columns)),
    columnTotals: range(columns).map((column) => isHidden(rows, column)),
    total: isHidden(rows, columns),
  };
}

/**
 * The same for any counts that add up along lines, such as a tree of units: 1 = hidden, 0 = shown, in the order of
 * `values`. `also` are indices that are hidden whatever their value.
 */
export function suppress(
  values: readonly number[],
  lines: readonly CountLine[],
  minimum: number,
  also: readonly number[] = [],
): Uint8Array {
  const hidden = Uint8Array.from(values, (value) => (isSmall(value, minimum) ? 1 : 0));
  for (const index of also) hidden[index] = 1;
  const table: Counts = { values, lines, minimum, secret: Uint8Array.from(hidden) };
  hideMore(table, hidden);
  showAgain(table, hidden);
  return hidden;
}

interface Counts {
  readonly values: readonly number[];
  readonly lines: readonly CountLine[];
  readonly minimum: number;
  /** 1 = hidden for its own sake. */
  readonly secret: Uint8Array;
}

/** What gives a hidden number away: numbers that can be worked out, and lines whose hidden parts are a small group. */
function leaks({ values, lines, minimum, secret }: Counts, hidden: Uint8Array) {
  const exposed = [
    ...recoverable(hidden, lines),
    ...fixedByBounds(values, hidden, lines).filter((index) => secret[index] === 1),
  ];
  return { exposed, thin: lines.filter((line) => hidesTooFew(values, hidden, line, minimum)) };
}

function hideMore(table: Counts, hidden: Uint8Array): void {
  const { values, lines } = table;
  const linesOf = linesThrough(values.length, lines);
  for (;;) {
    const { exposed, thin } = leaks(table, hidden);
    if (exposed.length === 0 && thin.length === 0) return;
    const through = exposed.flatMap((index) => linesOf[index] ?? []);
    // First where one number stands hidden alone; that often covers the others too.
    const alone = (line: CountLine) => hiddenIn(hidden, line) < 2;
    if (hideAlong(table, hidden, thin, () => true)) continue;
    if (hideAlong(table, hidden, through, alone) || hideAlong(table, hidden, through, () => true)) continue;
    // Cannot be reached while there is something to hide; if it were, nothing would be shown.
    hidden.fill(1);
    return;
  }
}

/** Hides one more number on each of the lines that still ask for it; whether there was one. */
function hideAlong(
  { values }: Counts,
  hidden: Uint8Array,
  lines: readonly CountLine[],
  asks: (line: CountLine) => boolean,
): boolean {
  let isMore = false;
  for (const line of new Set(lines)) {
    const next = asks(line) ? cheapest(values, hidden, line) : undefined;
    if (next === undefined) continue;
    hidden[next] = 1;
    isMore = true;
  }
  return isMore;
}

function hiddenIn(hidden: Uint8Array, { total, parts }: CountLine): number {
  return parts.reduce((sum, part) => sum + (hidden[part] ?? 0), hidden[total] ?? 0);
}

/** Shows again what was hidden in vain, the largest numbers first. */
function showAgain(table: Counts, hidden: Uint8Array): void {
  const { values, secret } = table;
  const extra = [...hidden.keys()].filter((index) => hidden[index] === 1 && secret[index] === 0);
  if (extra.length > MOST_TRIED) return;
  extra.sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0));
  for (const index of extra) {
    hidden[index] = 0;
    const { exposed, thin } = leaks(table, hidden);
    if (exposed.length > 0 || thin.length > 0) hidden[index] = 1;
  }
}

/** Hidden numbers that follow exactly from those shown: their unit vector lies in the row space of the lines. */
export function recoverable(hidden: Uint8Array, lines: readonly CountLine[]): readonly number[] {
  const reduced = new Map<number, Map<number, number>>();
  const usedIn = new Map<number, Set<number>>();
  for (const line of lines) {
    const row = new Map<number, number>();
    for (const part of line.parts) if (hidden[part] === 1) row.set(part, 1);
    if (hidden[line.total] === 1) row.set(line.total, PRIME - 1);
    for (const [column, factor] of [...row]) {
      const pivot = reduced.get(column);
      if (pivot) subtract(row, pivot, factor);
    }
    const first = row.keys().next();
    if (first.done) continue;
    scale(row, inverse(row.get(first.value) ?? 1));
    for (const other of [...(usedIn.get(first.value) ?? [])]) {
      const pivot = reduced.get(other);
      const factor = pivot?.get(first.value);
      if (!pivot || factor === undefined) continue;
      subtract(pivot, row, factor);
      for (const column of row.keys()) usedBy(usedIn, column).add(other);
    }
    reduced.set(first.value, row);
    for (const column of row.keys()) usedBy(usedIn, column).add(first.value);
  }
  return [...reduced].filter(([, row]) => row.size === 1).map(([column]) => column);
}

function isSmall(value: number, minimum: number): boolean {
  return value > 0 && value < minimum;
}

function linesThrough(length: number, lines: readonly CountLine[]): readonly CountLine[][] {
  const through: CountLine[][] = Array.from({ length }, () => []);
  for (const line of lines) for (const index of [line.total, ...line.parts]) through[index]?.push(line);
  return through;
}

/** With its total shown, a line tells how many people its hidden parts hold together. */
function hidesTooFew(
  values: readonly number[],
  hidden: Uint8Array,
  { total, parts }: CountLine,
  minimum: number,
): boolean {
  if (hidden[total] === 1) return false;
  const together = parts.reduce((sum, part) => sum + (hidden[part] === 1 ? (values[part] ?? 0) : 0), 0);
  return isSmall(together, minimum);
}

/** The shown part that costs least: the smallest that is not nought, else the total, else a nought. */
function cheapest(
  values: readonly number[],
  hidden: Uint8Array,
  { total, parts }: CountLine,
): number | undefined {
  let best: number | undefined;
  for (const part of parts) {
    if (hidden[part] === 1 || values[part] === 0) continue;
    if (best === undefined || (values[part] ?? 0) < (values[best] ?? 0)) best = part;
  }
  return best ?? parts.find((part) => hidden[part] === 0) ?? (hidden[total] === 0 ? total : undefined);
}

/** Hidden numbers that can have one value only, since counts are not negative; found by narrowing bounds line by line. */
function fixedByBounds(
  values: readonly number[],
  hidden: Uint8Array,
  lines: readonly CountLine[],
): readonly number[] {
  const low = Float64Array.from(values, (value, index) => (hidden[index] === 1 ? 0 : value));
  const high = Float64Array.from(values, (value, index) =>
    hidden[index] === 1 ? Number.POSITIVE_INFINITY : value,
  );
  const open = lines.filter((line) => [line.total, ...line.parts].some((index) => hidden[index] === 1));
  for (let round = 0; round < BOUND_ROUNDS; round += 1) {
    let isNarrower = false;
    for (const line of open) if (narrow(line, low, high)) isNarrower = true;
    if (!isNarrower) break;
  }
  return values.flatMap((_, index) => (hidden[index] === 1 && low[index] === high[index] ? [index] : []));
}

function narrow({ total, parts }: CountLine, low: Float64Array, high: Float64Array): boolean {
  const sumOf = (bounds: Float64Array) => parts.reduce((sum, part) => sum + (bounds[part] ?? 0), 0);
  const [least, most] = [sumOf(low), sumOf(high)];
  let isNarrower = raise(low, total, least);
  if (lower(high, total, most)) isNarrower = true;
  for (const part of parts) {
    const [ownLow, ownHigh] = [low[part] ?? 0, high[part] ?? 0];
    const othersMost = most === Number.POSITIVE_INFINITY ? othersSum(parts, part, high) : most - ownHigh;
    if (lower(high, part, (high[total] ?? 0) - (least - ownLow))) isNarrower = true;
    if (raise(low, part, (low[total] ?? 0) - othersMost)) isNarrower = true;
  }
  return isNarrower;
}

function othersSum(parts: readonly number[], without: number, bounds: Float64Array): number {
  return parts.reduce((sum, part) => (part === without ? sum : sum + (bounds[part] ?? 0)), 0);
}

function raise(low: Float64Array, index: number, bound: number): boolean {
  if (bound <= (low[index] ?? 0)) return false;
  low[index] = bound;
  return true;
}

function lower(high: Float64Array, index: number, bound: number): boolean {
  if (bound >= (high[index] ?? 0)) return false;
  high[index] = bound;
  return true;
}

const BOUND_ROUNDS = 200;
const MOST_TRIED = 100;

/** Elimination counts modulo a prime: exact, and products stay below 2^53. */
const PRIME = 67_108_859;

function subtract(row: Map<number, number>, other: ReadonlyMap<number, number>, factor: number): void {
  for (const [column, value] of other) {
    const next = ((row.get(column) ?? 0) + PRIME - ((factor * value) % PRIME)) % PRIME;
    if (next === 0) row.delete(column);
    else row.set(column, next);
  }
}

function scale(row: Map<number, number>, factor: number): void {
  for (const [column, value] of row) row.set(column, (value * factor) % PRIME);
}

/** By Fermat: a^(p-2). */
function inverse(value: number): number {
  let [result, base] = [1, value];
  for (let exponent = PRIME - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}

function usedBy(usedIn: Map<number, Set<number>>, column: number): Set<number> {
  const known = usedIn.get(column);
  if (known) return known;
  const made = new Set<number>();
  usedIn.set(column, made);
  return made;
}
