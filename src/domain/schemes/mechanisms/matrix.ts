/** Mechanism `matrix`: two levels give one category through a complete table. */
import { z } from 'zod';
import { codedValue, type Explanation, MISSING } from '../../explanation.ts';
import { type Combined, NOTHING_COMBINED, type Outcome } from '../outcome.ts';
import { basisList, bilingualText, code, shownSetting } from '../shapes.ts';
import { compileLevel, levelSource } from './levelled.ts';
import { type Cells, cellRule, improvementOf, incompleteRule, sayCell } from './matrix-words.ts';
import type { CombinationContext, CompiledCombination, ExplainedCombination } from './mechanism.ts';

export const matrixSettings = z.strictObject({
  mechanism: z.literal('matrix'),
  label: bilingualText,
  /** Whose level chooses the row. */
  rows: levelSource,
  /** Whose level chooses the column. */
  columns: levelSource,
  /** Level of the row → level of the column → category. */
  cells: z.record(code, z.record(code, code)),
  ...shownSetting,
  basis: basisList,
});
export type MatrixSettings = z.infer<typeof matrixSettings>;

export function compileMatrix(settings: MatrixSettings, context: CombinationContext): CompiledCombination {
  const basis = context.basis(settings.basis);
  const rows = compileLevel(settings.rows, context, basis);
  const columns = compileLevel(settings.columns, context, basis);
  const cells: Cells = rows.levels.map((row) =>
    columns.levels.map((column) =>
      Object.freeze({ category: settings.cells[row.code]?.[column.code] ?? null, score: null }),
    ),
  );
  const combine = (outcomes: readonly Outcome[]): Combined => {
    const row = rows.indexOf(outcomes);
    const column = columns.indexOf(outcomes);
    return cells[row]?.[column] ?? NOTHING_COMBINED;
  };
  const explain = (outcomes: readonly Outcome[], children: readonly Explanation[]): ExplainedCombination => {
    const { category } = combine(outcomes);
    const row = rows.indexOf(outcomes);
    const column = columns.indexOf(outcomes);
    const shared = {
      code: 'category',
      label: settings.label,
      basis,
      inputs: [],
      children: [rows, columns]
        .toSorted((first, second) => (first.places[0] ?? 0) - (second.places[0] ?? 0))
        .flatMap((axis) => axis.explain(outcomes, children)),
    };
    if (category === null) {
      const rule = incompleteRule([rows, columns], [row, column]);
      return { node: { ...shared, value: MISSING, rule }, why: null, improvement: null };
    }
    const label = context.category(category).label;
    const words = { rows, columns, row, column, category: label, national: context.national };
    return {
      node: { ...shared, value: codedValue('predicate', category, label), rule: cellRule(words) },
      why: sayCell(words),
      improvement: improvementOf(words, cells, category, context),
    };
  };
  return { combine, explain };
}
