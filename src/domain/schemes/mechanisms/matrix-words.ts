/** What a matrix says of a cell: why this category, and what would change it for the better. */
import {
  AND,
  type Bilingual,
  inBoth,
  listBoth,
  midSentence,
  OR,
  sameInBoth,
  say,
  startOfSentence,
} from '../../bilingual.ts';
import type { Combined, Outcome } from '../outcome.ts';
import type { CombinationContext, Labelled } from './mechanism.ts';

export type Axis = { readonly label: Bilingual; readonly levels: readonly Labelled[] };
export type Cells = readonly (readonly Combined[])[];

/** Said first while a rating was only counted. */
export const SUGGESTED: Bilingual = {
  id: 'Ini masih saran dari rating setiap hasil kerja; pejabat penilai yang memutuskan.',
  en: 'This is still a suggestion from the rating of each result; the appraiser decides.',
};

/** A cell and the words that name it. */
export type CellWords = {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly row: number;
  readonly column: number;
  readonly category: Bilingual;
  readonly matrix: Bilingual;
};

/** How the matrix is named: the law's own, or the scheme's. */
export function matrixName(national: boolean): Bilingual {
  return national
    ? { id: 'matriks nasional', en: 'the national matrix' }
    : { id: 'matriks', en: 'the matrix' };
}

function levelText(axis: Axis, index: number): Bilingual {
  return midSentence(axis.levels[index]?.label ?? sameInBoth(''));
}

export function cellRule({ rows, columns, row, column, category, matrix }: CellWords): Bilingual {
  return say(
    {
      id: '{rows} {row} dan {columns} {column}: menurut {matrix}, hasilnya {category}.',
      en: '{rows} {row} and {columns} {column}: by {matrix} the outcome is {category}.',
    },
    {
      rows: startOfSentence(rows.label),
      row: levelText(rows, row),
      columns: midSentence(columns.label),
      column: levelText(columns, column),
      category,
      matrix,
    },
  );
}

export function sayCell({ rows, columns, row, column, category, matrix }: CellWords): Bilingual {
  return say(
    {
      id: '{rows} Anda {row} dan {columns} {column}. Menurut {matrix}, keduanya menghasilkan predikat {category}.',
      en: 'Your {rowsMid} are {row} and your {columns} is {column}. By {matrix}, together they give the predicate {category}.',
    },
    {
      rows: startOfSentence(rows.label),
      rowsMid: midSentence(rows.label),
      row: levelText(rows, row),
      columns: midSentence(columns.label),
      column: levelText(columns, column),
      category,
      matrix,
    },
  );
}

type Improvement = {
  readonly row: number;
  readonly column: number;
  readonly steps: number;
  readonly rank: number;
};

/** The nearest cells with a better category that ask for no rating to fall, fewest steps first. */
function improvements(
  words: CellWords,
  cells: Cells,
  rankNow: number,
  categories: readonly string[],
): Improvement[] {
  const found: Improvement[] = [];
  for (let row = words.row; row >= 0; row -= 1) {
    for (let column = words.column; column >= 0; column -= 1) {
      const rank = categories.indexOf(cells[row]?.[column]?.category ?? '');
      const steps = words.row - row + words.column - column;
      if (rank >= 0 && rank < rankNow) found.push({ row, column, steps, rank });
    }
  }
  const fewest = Math.min(...found.map((entry) => entry.steps));
  const nearest = found.filter((entry) => entry.steps === fewest);
  const best = Math.min(...nearest.map((entry) => entry.rank));
  return nearest.filter((entry) => entry.rank === best);
}

/** What would change the category for the better, or that there is nothing better. */
export function changeSentence(
  words: CellWords,
  cells: Cells,
  category: string,
  context: CombinationContext,
): Bilingual {
  const codes = context.categories.map((entry) => entry.code);
  const options = improvements(words, cells, codes.indexOf(category), codes);
  const reached = context.categories[options[0]?.rank ?? -1];
  if (!reached) return { id: 'Ini predikat tertinggi.', en: 'This is the highest predicate.' };
  return say(
    {
      id: 'Predikat menjadi {reached} bila {conditions}.',
      en: 'The predicate becomes {reached} if {conditions}.',
    },
    {
      reached: reached.label,
      conditions: listBoth(
        options.map((option) => condition(words, option)),
        OR,
      ),
    },
  );
}

function condition({ rows, columns, row, column }: CellWords, to: Improvement): Bilingual {
  const rowTo = levelText(rows, to.row);
  const columnTo = levelText(columns, to.column);
  const names = { rows: midSentence(rows.label), columns: midSentence(columns.label), rowTo, columnTo };
  if (to.row !== row && to.column !== column) {
    return rowTo.id === columnTo.id
      ? say(
          { id: '{rows} dan {columns} sama-sama {rowTo}', en: '{rows} and {columns} are both {rowTo}' },
          names,
        )
      : say(
          {
            id: '{rows} {rowTo} dan {columns} {columnTo}',
            en: '{rows} are {rowTo} and {columns} is {columnTo}',
          },
          names,
        );
  }
  const byRow = to.row !== row;
  const also = levelText(rows, to.row).id === levelText(columns, to.column).id;
  const text = inBoth((language) => {
    if (language === 'id') return also ? '{axis} juga {level}' : '{axis} {level}';
    return also ? `{axis} ${byRow ? 'are' : 'is'} also {level}` : `{axis} ${byRow ? 'are' : 'is'} {level}`;
  });
  return say(text, { axis: byRow ? names.rows : names.columns, level: byRow ? rowTo : columnTo });
}

export function incompleteRule(axes: readonly Axis[], outcomes: readonly (Outcome | undefined)[]): Bilingual {
  const lacking = axes
    .filter((_, index) => outcomes[index]?.state !== 'value')
    .map((axis) => midSentence(axis.label));
  return say(
    {
      id: 'Belum dapat ditentukan: {lacking} belum dinilai.',
      en: 'Cannot be determined yet: {lacking} not rated.',
    },
    { lacking: listBoth(lacking, AND) },
  );
}
