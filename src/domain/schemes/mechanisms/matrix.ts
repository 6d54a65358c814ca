/** Mechanism `matrix`: two levels give one category through a complete table. */
import { z } from 'zod';
import { codedValue, type Explanation, MISSING } from '../../explanation.ts';
import { type Combined, NOTHING_COMBINED, type Outcome } from '../outcome.ts';
import { basisList, bilingualText, code } from '../shapes.ts';
import { compileLevel, levelSource, sourceComponent } from './levelled.ts';
import { type Axis, type Cells, cellRule, improvementOf, incompleteRule, sayCell } from './matrix-words.ts';
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
  basis: basisList,
});
export type MatrixSettings = z.infer<typeof matrixSettings>;

export function compileMatrix(settings: MatrixSettings, context: CombinationContext): CompiledCombination {
  const basis = context.basis(settings.basis);
  const byRow = compileLevel(settings.rows, context, basis);
  const byColumn = compileLevel(settings.columns, context, basis);
  const axisOf = (source: MatrixSettings['rows'], { levels }: typeof byRow): Axis => ({
    label: context.label(sourceComponent(source)),
    levels,
  });
  const rows = axisOf(settings.rows, byRow);
  const columns = axisOf(settings.columns, byColumn);
  const cells: Cells = rows.levels.map((row) =>
    columns.levels.map((column) =>
      Object.freeze({ category: settings.cells[row.code]?.[column.code] ?? null, score: null }),
    ),
  );
  const combine = (outcomes: readonly Outcome[]): Combined => {
    const row = byRow.indexOf(outcomes);
    const column = byColumn.indexOf(outcomes);
    if (row === undefined || column === undefined) return NOTHING_COMBINED;
    return cells[row]?.[column] ?? NOTHING_COMBINED;
  };
  const explain = (outcomes: readonly Outcome[], children: readonly Explanation[]): ExplainedCombination => {
    const { category } = combine(outcomes);
    const row = byRow.indexOf(outcomes);
    const column = byColumn.indexOf(outcomes);
    const shared = {
      code: 'category',
      label: settings.label,
      basis,
      inputs: [],
      children: [byRow, byColumn]
        .toSorted((first, second) => first.at - second.at)
        .flatMap((level) => {
          const child = children[level.at];
          return child ? [level.explain(outcomes, child)] : [];
        }),
    };
    if (category === null || row === undefined || column === undefined) {
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
