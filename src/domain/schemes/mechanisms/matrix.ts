/** Mechanism `matrix`: two ratings give one category through a complete table. */
import { z } from 'zod';
import {
  type Bilingual,
  inBoth,
  joinBoth,
  listBoth,
  midSentence,
  OR,
  sameInBoth,
  say,
  startOfSentence,
} from '../../bilingual.ts';
import { codedValue, MISSING } from '../../explanation.ts';
import { type Combined, NOTHING_COMBINED, type Outcome } from '../outcome.ts';
import { basisList, bilingualText, code, componentName } from '../shapes.ts';
import type { CombinationContext, CompiledCombination, Labelled, Report } from './mechanism.ts';

export const matrixSettings = z.strictObject({
  mechanism: z.literal('matrix'),
  label: bilingualText,
  /** Component whose level chooses the row. */
  rows: componentName,
  /** Component whose level chooses the column. */
  columns: componentName,
  /** Level of the row → level of the column → category. */
  cells: z.record(code, z.record(code, code)),
  basis: basisList,
});
export type MatrixSettings = z.infer<typeof matrixSettings>;

/** Every pair of levels has a known category, nothing else is named, and better is never worse. */
export function checkMatrix(
  settings: MatrixSettings,
  rows: readonly string[],
  columns: readonly string[],
  categories: readonly string[],
  report: Report,
): void {
  checkNames(settings, rows, columns, categories, report);
  const rank = (row: string | undefined, column: string | undefined) =>
    categories.indexOf(settings.cells[row ?? '']?.[column ?? ''] ?? '');
  for (const [at, row] of rows.entries()) {
    for (const [across, column] of columns.entries()) {
      const here = rank(row, column);
      const betterRow = at > 0 ? rank(rows[at - 1], column) : -1;
      const betterColumn = across > 0 ? rank(row, columns[across - 1]) : -1;
      if (here < 0 || (betterRow <= here && betterColumn <= here)) continue;
      const than = betterRow > here ? `${rows[at - 1]}/${column}` : `${row}/${columns[across - 1]}`;
      report(
        ['cells', row, column],
        say(
          {
            id: 'lebih baik daripada sel {than}, padahal rating di sana lebih baik',
            en: 'is better than the cell {than}, although the ratings there are better',
          },
          { than },
        ),
        {
          id: 'susun matriks sehingga rating yang lebih baik tidak pernah memberi hasil yang lebih buruk',
          en: 'arrange the matrix so that a better rating never gives a worse result',
        },
      );
    }
  }
}

function checkNames(
  settings: MatrixSettings,
  rows: readonly string[],
  columns: readonly string[],
  categories: readonly string[],
  report: Report,
): void {
  const unknown = (path: readonly PropertyKey[], name: string, known: readonly string[]) =>
    report(
      path,
      say({ id: '"{name}" tidak dikenal', en: '"{name}" is not known' }, { name }),
      say({ id: 'pilih salah satu: {list}', en: 'choose one of: {list}' }, { list: known.join(', ') }),
    );
  for (const row of Object.keys(settings.cells)) if (!rows.includes(row)) unknown(['cells', row], row, rows);
  for (const row of rows) {
    const cells = settings.cells[row] ?? {};
    for (const column of Object.keys(cells))
      if (!columns.includes(column)) unknown(['cells', row, column], column, columns);
    for (const column of columns) {
      const category = cells[column];
      if (category === undefined) {
        report(
          ['cells', row, column],
          { id: 'sel ini belum diisi', en: 'this cell is missing' },
          say(
            { id: 'isi dengan salah satu: {list}', en: 'give one of: {list}' },
            { list: categories.join(', ') },
          ),
        );
      } else if (!categories.includes(category)) unknown(['cells', row, column], category, categories);
    }
  }
}

type Axis = { readonly label: Bilingual; readonly levels: readonly Labelled[] };
type Cells = readonly (readonly Combined[])[];

export function compileMatrix(settings: MatrixSettings, context: CombinationContext): CompiledCombination {
  const rows: Axis = { label: context.label(settings.rows), levels: context.levels(settings.rows) };
  const columns: Axis = { label: context.label(settings.columns), levels: context.levels(settings.columns) };
  const rowAt = context.position(settings.rows);
  const columnAt = context.position(settings.columns);
  const cells: Cells = rows.levels.map((row) =>
    columns.levels.map((column) =>
      Object.freeze({ category: settings.cells[row.code]?.[column.code] ?? null, score: null }),
    ),
  );
  const combine = (outcomes: readonly Outcome[]): Combined => {
    const row = outcomes[rowAt];
    const column = outcomes[columnAt];
    if (row?.state !== 'value' || column?.state !== 'value') return NOTHING_COMBINED;
    if (row.type !== 'level' || column.type !== 'level') return NOTHING_COMBINED;
    return cells[row.index]?.[column.index] ?? NOTHING_COMBINED;
  };
  return {
    combine,
    explain(outcomes, children) {
      const { category } = combine(outcomes);
      const row = outcomes[rowAt];
      const column = outcomes[columnAt];
      const shared = {
        code: 'category',
        label: settings.label,
        basis: context.basis(settings.basis),
        inputs: [],
        children,
      };
      if (category === null || row?.state !== 'value' || column?.state !== 'value') {
        return { ...shared, value: MISSING, rule: incompleteRule([rows, columns], [row, column]) };
      }
      if (row.type !== 'level' || column.type !== 'level') throw new Error('a matrix joins levels only');
      const label = context.category(category).label;
      const matrix = context.national ? NATIONAL_MATRIX : THE_MATRIX;
      const words = { rows, columns, row: row.index, column: column.index, category: label, matrix };
      const suggestion = row.suggested || column.suggested;
      return {
        ...shared,
        value: codedValue('predicate', category, label),
        rule: cellRule(words),
        summary: joinBoth([
          ...(suggestion ? [SUGGESTED] : []),
          sayCell(words),
          changeSentence(words, cells, category, context),
        ]),
        ...(suggestion ? { suggestion: true } : {}),
      };
    },
  };
}

const SUGGESTED: Bilingual = {
  id: 'Ini masih saran dari rating setiap hasil kerja; pejabat penilai yang memutuskan.',
  en: 'This is still a suggestion from the rating of each result; the appraiser decides.',
};

type CellWords = {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly row: number;
  readonly column: number;
  readonly category: Bilingual;
  readonly matrix: Bilingual;
};

const NATIONAL_MATRIX: Bilingual = { id: 'matriks nasional', en: 'the national matrix' };
const THE_MATRIX: Bilingual = { id: 'matriks', en: 'the matrix' };

function levelText(axis: Axis, index: number): Bilingual {
  return midSentence(axis.levels[index]?.label ?? sameInBoth(''));
}

function cellRule({ rows, columns, row, column, category, matrix }: CellWords): Bilingual {
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

function sayCell({ rows, columns, row, column, category, matrix }: CellWords): Bilingual {
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
function changeSentence(
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

function incompleteRule(axes: readonly Axis[], outcomes: readonly (Outcome | undefined)[]): Bilingual {
  const lacking = axes
    .filter((_, index) => outcomes[index]?.state !== 'value')
    .map((axis) => midSentence(axis.label));
  return say(
    {
      id: 'Belum dapat ditentukan: {lacking} belum dinilai.',
      en: 'Cannot be determined yet: {lacking} not rated.',
    },
    { lacking: listBoth(lacking, { id: 'dan', en: 'and' }) },
  );
}
