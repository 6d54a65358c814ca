/** From a file to what a coefficient takes: tables of numbers, of counts, of pairs, of categories. */
import { existsSync } from 'node:fs';
import { type Bilingual, say } from '#domain/bilingual.ts';
import { type CountTable, type KappaWeights, tableOfPairs } from '#domain/statistics/agreement/index.ts';
import {
  type Grid,
  isGap,
  notANumber,
  numberOf,
  openGrid,
  problem,
  Refused,
  readCells,
} from './statistic-file.ts';

/** A row a target, a column a judge, no gaps. */
export function completeTable(grid: Grid): number[][] {
  return readCells(grid, numberOf, notANumber);
}

/** A row a coder, a column a unit; `undefined` is a gap. Nominal values become the places of their names. */
export function tableWithGaps(grid: Grid, level: string): (number | undefined)[][] {
  const names = new Map<string, number>();
  const place = (cell: string) => {
    const known = names.get(cell) ?? names.size;
    names.set(cell, known);
    return known;
  };
  const read = (cell: string) => {
    if (isGap(cell)) return { value: undefined };
    // 1 and 1.0 are the same category, whatever the spelling.
    const number = numberOf(cell);
    if (level === 'nominal') return { value: place(String(number ?? cell)) };
    return number === undefined || (level === 'ratio' && number < 0) ? undefined : { value: number };
  };
  const refusal = (cell: string) => (numberOf(cell) === undefined ? notANumber(cell) : NEGATIVE);
  return readCells(grid, read, refusal).map((row) => row.map(({ value }) => value));
}

export interface TwoRaters {
  readonly layout: 'table' | 'pairs';
  readonly table: CountTable;
  readonly categories: readonly string[];
}

/** A square of counts, or two columns of ratings that are counted into one. */
export function twoRaters(grid: Grid, given: readonly string[] | undefined, isOrdered: boolean): TwoRaters {
  const width = grid.rows[0]?.cells.length ?? 0;
  if (given === undefined && width === grid.rows.length && width > 1) {
    const table = readCells(grid, countOf, notACount);
    return { layout: 'table', table, categories: grid.heading ?? table.map((_, at) => String(at + 1)) };
  }
  if (width !== 2) throw new Refused([problem(grid.file, 1, 1, '', NEITHER)]);
  const pairs = readCells(grid, ratingOf, notARating) as [string, string][];
  const used = [...new Set(pairs.flat())];
  if (used.length > MOST_CATEGORIES)
    throw new Refused([problem(grid.file, 1, grid.firstColumn, '', TOO_MANY)]);
  const categories = given ?? categoriesOf(grid, used, isOrdered);
  const unknown = (cell: string) => (categories.includes(String(numberOf(cell) ?? cell)) ? cell : undefined);
  readCells(grid, unknown, notACategory);
  return { layout: 'pairs', table: tableOfPairs(pairs, categories), categories };
}

/** A row a case, a column a category: how many of the raters chose it. */
export function countsOfCases(grid: Grid): { counts: number[][]; categories: string[] } {
  const ratings = readCells(grid, ratingOf, notARating);
  const categories = [...new Set(ratings.flat())].sort();
  const counts = ratings.map((row) => {
    const counted = new Map<string, number>();
    for (const name of row) counted.set(name, (counted.get(name) ?? 0) + 1);
    return categories.map((name) => counted.get(name) ?? 0);
  });
  return { counts, categories };
}

/** Whole numbers: all from the least to the largest, used or not. Words have no order of their own. */
function categoriesOf(grid: Grid, used: readonly string[], isOrdered: boolean): readonly string[] {
  const numbers = used.map(Number);
  if (!numbers.every((value) => Number.isFinite(value))) {
    if (isOrdered) throw new Refused([problem(grid.file, 1, grid.firstColumn, '', NO_ORDER)]);
    return used.toSorted();
  }
  const [least, largest] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.every(Number.isInteger) && largest - least < 100) {
    return Array.from({ length: largest - least + 1 }, (_, at) => String(least + at));
  }
  return numbers.toSorted((one, other) => one - other).map(String);
}

function countOf(cell: string): number | undefined {
  const value = numberOf(cell);
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function ratingOf(cell: string): string | undefined {
  return isGap(cell) ? undefined : String(numberOf(cell) ?? cell);
}

/** More are not categories but measurements. */
const MOST_CATEGORIES = 200;

type Words = { readonly what: Bilingual; readonly remedy: Bilingual };

const NEGATIVE: Words = {
  what: { id: 'skala rasio tidak mengenal angka negatif', en: 'a ratio scale has no negative numbers' },
  remedy: {
    id: 'perbaiki angkanya atau pakai --level interval',
    en: 'mend the number or use --level interval',
  },
};

const TOO_MANY: Words = {
  what: { id: 'kategorinya lebih dari 200', en: 'there are more than 200 categories' },
  remedy: {
    id: 'untuk nilai berupa ukuran pakai icc atau krippendorff',
    en: 'for measurements use icc or krippendorff',
  },
};

const NEITHER: Words = {
  what: {
    id: 'isinya bukan tabel persegi dan bukan dua kolom nilai',
    en: 'is neither a square table nor two columns of ratings',
  },
  remedy: {
    id: 'beri satu baris dan satu kolom untuk setiap kategori, atau satu kolom untuk setiap penilai',
    en: 'give a row and a column for each category, or a column for each of the two raters',
  },
};

const NO_ORDER: Words = {
  what: { id: 'urutan kategorinya tidak diketahui', en: 'the order of the categories is not known' },
  remedy: {
    id: 'sebutkan dari yang terendah, misalnya --categories rendah,sedang,tinggi',
    en: 'name them from the lowest, for example --categories low,medium,high',
  },
};

function notACount(cell: string): Words {
  return {
    what: say({ id: '"{cell}" bukan jumlah', en: '"{cell}" is not a count' }, { cell }),
    remedy: { id: 'tulis bilangan bulat mulai dari 0', en: 'write a whole number from 0 up' },
  };
}

function notARating(): Words {
  return {
    what: { id: 'belum diisi', en: 'is empty' },
    remedy: {
      id: 'isi kategorinya atau hapus barisnya; untuk data yang berlubang pakai krippendorff',
      en: 'fill in the category or delete the row; for data with gaps use krippendorff',
    },
  };
}

function notACategory(cell: string): Words {
  return {
    what: say(
      { id: '"{cell}" tidak ada dalam --categories', en: '"{cell}" is not among --categories' },
      { cell },
    ),
    remedy: {
      id: 'tambahkan kategorinya atau perbaiki ejaannya',
      en: 'add the category or mend its spelling',
    },
  };
}

/** `linear`, `quadratic`, a file with a square of numbers, or the square itself. Zero on the diagonal means disagreement. */
export async function weightsOf(given: string, table: CountTable): Promise<KappaWeights> {
  if (given === 'linear' || given === 'quadratic') return given;
  const isFile = existsSync(given);
  const matrix = isFile
    ? completeTable(await openGrid(given, { heading: undefined, labels: undefined }))
    : given
        .split(';')
        .map((row) => row.split(',').map((cell) => (cell.trim() === '' ? Number.NaN : Number(cell))));
  const diagonal = matrix.map((row, at) => row[at]);
  const kind = diagonal.every((value) => value === 0) ? 'disagreement' : 'agreement';
  const isSquare = matrix.length === table.length && matrix.every((row) => row.length === table.length);
  const isRight =
    isSquare &&
    matrix.flat().every((value) => value >= 0 && Number.isFinite(value)) &&
    (kind === 'agreement'
      ? diagonal.every((value) => value === 1)
      : matrix.flat().some((value) => value > 0));
  if (!isRight)
    throw new Refused([problem(isFile ? given : '--weights', 1, 1, '', wrongWeights(table.length))]);
  return { kind, matrix };
}

function wrongWeights(size: number) {
  return {
    what: say(
      { id: 'bukan tabel bobot {size} × {size}', en: 'is no {size} × {size} table of weights' },
      { size },
    ),
    remedy: {
      id: 'pakai linear, quadratic, atau angka tidak negatif dengan 0 (ketidaksepakatan) atau 1 (kesepakatan) di diagonal',
      en: 'use linear, quadratic, or numbers not negative with 0 (disagreement) or 1 (agreement) on the diagonal',
    },
  };
}
