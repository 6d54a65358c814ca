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
import type { Combined } from '../outcome.ts';
import type { CombinationContext, Improvement, Labelled } from './mechanism.ts';

export type Axis = { readonly label: Bilingual; readonly levels: readonly Labelled[] };
export type Cells = readonly (readonly Combined[])[];

/** A cell and the words that name it. */
export type CellWords = {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly row: number;
  readonly column: number;
  readonly category: Bilingual;
  /** Whether the matrix is the law's own. */
  readonly national: boolean;
};

/** How the matrix and what it gives are named: the law's own, or the scheme's. */
function names(national: boolean): { readonly matrix: Bilingual; readonly outcome: Bilingual } {
  return national
    ? {
        matrix: { id: 'matriks nasional', en: 'the national matrix' },
        outcome: { id: 'predikat', en: 'predicate' },
      }
    : { matrix: { id: 'matriks', en: 'the matrix' }, outcome: { id: 'kategori', en: 'category' } };
}

function levelText(axis: Axis, index: number): Bilingual {
  return midSentence(axis.levels[index]?.label ?? sameInBoth(''));
}

export function cellRule({ rows, columns, row, column, category, national }: CellWords): Bilingual {
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
      ...names(national),
    },
  );
}

export function sayCell({ rows, columns, row, column, category, national }: CellWords): Bilingual {
  return say(
    {
      id: '{rows} Anda {row} dan {columns} {column}. Menurut {matrix}, keduanya menghasilkan {outcome} {category}.',
      en: 'Your {rowsMid} are {row} and your {columns} is {column}. By {matrix}, together they give the {outcome} {category}.',
    },
    {
      rows: startOfSentence(rows.label),
      rowsMid: midSentence(rows.label),
      row: levelText(rows, row),
      columns: midSentence(columns.label),
      column: levelText(columns, column),
      category,
      ...names(national),
    },
  );
}

type Step = {
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
): Step[] {
  const found: Step[] = [];
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
export function improvementOf(
  words: CellWords,
  cells: Cells,
  category: string,
  context: CombinationContext,
): Improvement | 'highest' {
  const codes = context.categories.map((entry) => entry.code);
  const options = improvements(words, cells, codes.indexOf(category), codes);
  const reached = context.categories[options[0]?.rank ?? -1];
  if (!reached) return 'highest';
  const conditions = listBoth(
    options.map((option) => condition(words, option)),
    OR,
  );
  return {
    category: reached.code,
    say: (label) =>
      say(
        {
          id: '{outcome} menjadi {reached} bila {conditions}.',
          en: 'The {outcomeMid} becomes {reached} if {conditions}.',
        },
        {
          outcome: startOfSentence(names(words.national).outcome),
          outcomeMid: names(words.national).outcome,
          reached: label,
          conditions,
        },
      ),
  };
}

function condition({ rows, columns, row, column }: CellWords, to: Step): Bilingual {
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

export function incompleteRule(axes: readonly Axis[], indices: readonly number[]): Bilingual {
  const lacking = axes
    .filter((_, index) => (indices[index] ?? -1) < 0)
    .map((axis) => midSentence(axis.label));
  return say(
    {
      id: 'Belum dapat ditentukan: {lacking} belum dinilai.',
      en: 'Cannot be determined yet: {lacking} not rated.',
    },
    { lacking: listBoth(lacking, AND) },
  );
}
