/**
 * Agreement of two raters who put the same cases into categories, beyond chance: Cohen's kappa, plain and weighted.
 *
 * Model: κ = (p_o − p_e) / (1 − p_e) of the table of both raters' categories; with weights, near misses count in part.
 * Two standard errors (Fleiss, Cohen & Everitt 1969): `seNull` holds where κ = 0 and belongs to z and p, `se` to the
 * interval; vcd divides by the wrong one. Assumptions: cases independent, both raters rate all cases, categories the
 * same for both. Minimum: 2 cases in 2 categories; the normal interval wants about 2·(categories)² cases, and where
 * both agree on every case it has no width although a few cases prove little.
 * References: Cohen 1960, Educ. Psychol. Meas. 20:37–46; Cohen 1968, Psychol. Bull. 70:213–220; Fleiss, Cohen &
 * Everitt 1969, Psychol. Bull. 72:323–327.
 * Not to be used across tables whose categories are used differently often (κ falls where one category prevails), nor
 * to say which of the two raters is right.
 */
import { type NotEstimable, notEstimable } from '../ratings.ts';
import { normalQuantile, normalUpper } from '../special.ts';

export interface Kappa {
  readonly kind: 'estimated';
  readonly cases: number;
  readonly categories: number;
  readonly kappa: number;
  /** Share of (weighted) agreement observed and expected by chance. */
  readonly observed: number;
  readonly expected: number;
  readonly se: number;
  readonly seNull: number;
  /** Two-sided test that agreement is chance. */
  readonly z: number;
  readonly p: number;
  readonly lower95: number;
  readonly upper95: number;
}

/** Agreement each pair of categories is worth: 1 on the diagonal, less elsewhere. Or disagreement: 0 there, more elsewhere. */
export type KappaWeights =
  | 'unweighted'
  | 'linear'
  | 'quadratic'
  | { readonly kind: 'agreement' | 'disagreement'; readonly matrix: readonly (readonly number[])[] };

/** A square table of counts: row = category of the first rater, column = of the second, in the order of the scale. */
export type CountTable = readonly (readonly number[])[];

export function cohenKappa(table: CountTable, weights: KappaWeights = 'unweighted'): Kappa | NotEstimable {
  const size = table.length;
  if (table.some((row) => row.length !== size)) throw new RangeError('the table is not square');
  const cases = table.flat().reduce((sum, count) => sum + count, 0);
  if (cases < 2 || size < 2) return notEstimable('too-few');
  const worth = agreementWorth(weights, size);
  const cells: Cell[] = [];
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0) / cases);
  const columns = rows.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0) / cases);
  // Mean worth of a row's category against the other's habits, and of a column's.
  const rowWorth = rows.map((_, i) => columns.reduce((sum, share, j) => sum + share * at(worth, i, j), 0));
  const columnWorth = columns.map((_, j) => rows.reduce((sum, share, i) => sum + share * at(worth, i, j), 0));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      cells.push({
        share: at(table, i, j) / cases,
        chance: (rows[i] ?? 0) * (columns[j] ?? 0),
        worth: at(worth, i, j),
        margins: (rowWorth[i] ?? 0) + (columnWorth[j] ?? 0),
      });
    }
  }
  return fromCells(cells, cases, size);
}

/** The table of two lists of ratings of the same cases; `categories` in the order of the scale. */
export function tableOfPairs<Category>(
  pairs: readonly (readonly [Category, Category])[],
  categories: readonly Category[],
): number[][] {
  const positions = new Map(categories.map((category, position) => [category, position]));
  const table = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = table[positions.get(first) ?? -1];
    const column = positions.get(second);
    if (row === undefined || column === undefined) throw new RangeError('a category that is not listed');
    row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

interface Cell {
  readonly share: number;
  readonly chance: number;
  readonly worth: number;
  readonly margins: number;
}

function fromCells(cells: readonly Cell[], cases: number, categories: number): Kappa | NotEstimable {
  const total = (value: (cell: Cell) => number) => cells.reduce((sum, cell) => sum + value(cell), 0);
  const observed = total(({ share, worth }) => share * worth);
  const expected = total(({ chance, worth }) => chance * worth);
  if (1 - expected < 1e-12) return notEstimable('no-variation');
  const kappa = (observed - expected) / (1 - expected);
  const missed = 1 - kappa;
  const scale = Math.sqrt(cases) * (1 - expected);
  const spread =
    total(({ share, worth, margins }) => share * (worth - margins * missed) ** 2) -
    (kappa - expected * missed) ** 2;
  const spreadNull = total(({ chance, worth, margins }) => chance * (worth - margins) ** 2) - expected ** 2;
  const se = Math.sqrt(Math.max(0, spread)) / scale;
  const seNull = Math.sqrt(Math.max(0, spreadNull)) / scale;
  // One of the two used a single category: agreement is what chance gives, and no test can say more.
  if (seNull < 1e-9) return notEstimable('no-variation');
  const z = kappa / seNull;
  const reach = normalQuantile(0.975) * se;
  return {
    kind: 'estimated',
    cases,
    categories,
    kappa,
    observed,
    expected,
    se,
    seNull,
    z,
    p: 2 * normalUpper(Math.abs(z)),
    lower95: Math.max(-1, kappa - reach),
    upper95: Math.min(1, kappa + reach),
  };
}

function agreementWorth(weights: KappaWeights, size: number): readonly (readonly number[])[] {
  const build = (worth: (i: number, j: number) => number) =>
    Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => worth(i, j)));
  if (weights === 'unweighted') return build((i, j) => (i === j ? 1 : 0));
  if (weights === 'linear') return build((i, j) => 1 - Math.abs(i - j) / (size - 1));
  if (weights === 'quadratic') return build((i, j) => 1 - ((i - j) / (size - 1)) ** 2);
  const { kind, matrix } = weights;
  if (matrix.length !== size || matrix.some((row) => row.length !== size)) {
    throw new RangeError('the weights do not fit the table');
  }
  if (kind === 'agreement') return matrix;
  const largest = Math.max(...matrix.flat());
  if (!(largest > 0)) throw new RangeError('no disagreement weighs anything');
  return build((i, j) => 1 - at(matrix, i, j) / largest);
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
