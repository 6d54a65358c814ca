/**
 * How far several judges put the same objects into the same order: Kendall's coefficient of concordance W, 0 to 1.
 *
 * Model: each judge's scores become ranks (ties share their mean rank); W is the spread of the rank sums as a share of
 * the largest possible, corrected for ties. Assumptions: every judge scores every object; only the order counts, so
 * severity does not. Minimum: 2 judges, 2 objects. `p` is from χ² = m(n−1)W and rough below about 8 objects;
 * `pPermutation` shuffles each judge's ranks anew (seeded) and is right for any size.
 * Reference: Kendall & Babington Smith 1939, Ann. Math. Statist. 10:275–287; Siegel & Castellan 1988, 9.6.
 * Not to be used to say that the common order is right: judges may share a prejudice.
 */
import { randomSource } from '../random.ts';
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { chiSquareUpper } from '../special.ts';
import { midranks } from './ranks.ts';

export interface KendallW {
  readonly kind: 'estimated';
  readonly objects: number;
  readonly judges: number;
  readonly W: number;
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** Absent where χ² is good enough and shuffling would take long: above 200 objects. */
  readonly pPermutation?: number;
  readonly permutations?: number;
  readonly seed?: number;
}

const MOST_TO_SHUFFLE = 200;

/** A row an object, a column a judge; scores finite. */
export function kendallW(
  table: readonly (readonly number[])[],
  { permutations = 9999, seed = 1 }: { permutations?: number; seed?: number } = {},
): KendallW | NotEstimable {
  const objects = table.length;
  const judges = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== judges)) throw new RangeError('rows of different length');
  if (objects < 2 || judges < 2) return notEstimable('too-few');
  const rankings = Array.from({ length: judges }, (_, judge) =>
    midranks(table.map((row) => row[judge] ?? 0)),
  );
  const ties = rankings.reduce((sum, ranking) => sum + ranking.ties, 0);
  const largest = (judges ** 2 * (objects ** 3 - objects) - judges * ties) / 12;
  if (largest <= 0) return notEstimable('no-variation');
  const columns = rankings.map(({ ranks }) => ranks);
  const spread = spreadOfSums(columns);
  const W = spread / largest;
  const df = objects - 1;
  const chiSquare = judges * df * W;
  return {
    kind: 'estimated',
    objects,
    judges,
    W,
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    ...(objects <= MOST_TO_SHUFFLE && {
      pPermutation: permuted(columns, spread, permutations, seed),
      permutations,
      seed,
    }),
  };
}

function spreadOfSums(columns: readonly Float64Array[]): number {
  const objects = columns[0]?.length ?? 0;
  const mean = (columns.length * (objects + 1)) / 2;
  let spread = 0;
  for (let object = 0; object < objects; object += 1) {
    let sum = -mean;
    for (const ranks of columns) sum += ranks[object] ?? 0;
    spread += sum * sum;
  }
  return spread;
}

/** The share of shuffled tables whose judges agree at least as well, the table itself counted. */
function permuted(
  columns: readonly Float64Array[],
  spread: number,
  permutations: number,
  seed: number,
): number {
  const random = randomSource(seed);
  const shuffled = columns.map((ranks) => ranks.slice());
  let asGood = 1;
  for (let draw = 0; draw < permutations; draw += 1) {
    // One judge may keep their order: only how the others lie to it matters.
    for (const ranks of shuffled.slice(1)) shuffle(ranks, random.integer);
    if (spreadOfSums(shuffled) >= spread - 1e-9) asGood += 1;
  }
  return asGood / (permutations + 1);
}

function shuffle(values: Float64Array, integer: (below: number) => number): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = integer(last + 1);
    const held = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = held;
  }
}
