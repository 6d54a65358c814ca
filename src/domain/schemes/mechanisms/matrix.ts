/** Mechanism `matrix`: two ratings give one category through a complete table. */
import { z } from 'zod';
import { joinBoth } from '../../bilingual.ts';
import { codedValue, MISSING } from '../../explanation.ts';
import { type Combined, NOTHING_COMBINED, type Outcome } from '../outcome.ts';
import { basisList, bilingualText, code, componentName } from '../shapes.ts';
import {
  type Axis,
  type Cells,
  cellRule,
  changeSentence,
  incompleteRule,
  matrixName,
  SUGGESTED,
  sayCell,
} from './matrix-words.ts';
import type { CombinationContext, CompiledCombination } from './mechanism.ts';

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
      const matrix = matrixName(context.national);
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
