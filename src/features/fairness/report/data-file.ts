/**
 * Forms without names as a file that `tera fairness` reads: whoever has it computes the figures of the report again.
 * People and raters get numbers in an order drawn by lot, anew for each file, so that no list of names goes with them.
 */
import type { RatingTable } from '#domain/statistics/fairness/types.ts';

export const DATA_COLUMNS = ['model', 'ratee', 'rater', 'role', 'item', 'day', 'tie', 'score'] as const;

export interface DataModel {
  readonly number: number;
  readonly table: RatingTable;
}

/** `draw(n)` gives an integer from 0 to n − 1; outside tests from a source that nobody can repeat. */
export function dataFile(models: readonly DataModel[], draw: (below: number) => number): string {
  const lines = [DATA_COLUMNS.join(',')];
  for (const { number, table } of models) {
    const ratees = codes('p', table.rateeIds.length, draw);
    const raters = codes('r', table.raterIds.length, draw);
    const rows = Array.from(table.ratee, (ratee, row) =>
      [
        number,
        ratees[ratee],
        raters[table.rater[row] ?? 0],
        table.roleIds?.[table.role?.[row] ?? 0] ?? '',
        table.itemIds[table.item?.[row] ?? 0] ?? '',
        table.day?.[row] ?? 0,
        table.tie?.[row] ?? 0,
        table.score[row],
      ].join(','),
    );
    // The order of the table is that of ids; sorted by their new codes, the rows tell nothing of it.
    lines.push(...rows.sort());
  }
  return `${lines.join('\n')}\n`;
}

function codes(letter: string, count: number, draw: (below: number) => number): readonly string[] {
  const width = String(count).length;
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = draw(last + 1);
    const [one, two] = [order[last] ?? 0, order[other] ?? 0];
    order[last] = two;
    order[other] = one;
  }
  return order.map((place) => `${letter}${String(place + 1).padStart(width, '0')}`);
}

/** The command with which an auditor repeats one model of the file. */
export function repeatCommand(
  file: string,
  number: number,
  settings: {
    readonly severityThreshold: number;
    readonly falseDiscoveryRate: number;
    readonly minimumForms: number;
    readonly seed: number;
    readonly scale: readonly [number, number];
  },
): string {
  return [
    `bin/tera fairness ${file}`,
    `--where model=${number}`,
    '--columns ratee=ratee,rater=rater,role=role,item=item,day=day,tie=tie,score=score',
    `--scale ${settings.scale.join(',')}`,
    `--threshold ${settings.severityThreshold}`,
    `--q ${settings.falseDiscoveryRate}`,
    `--minimum ${settings.minimumForms}`,
    `--seed ${settings.seed}`,
  ].join(' ');
}
