/** Checks of the mechanism `matrix`: complete, nothing unknown, and a better rating never gives worse. */
import { say } from '../../bilingual.ts';
import type { MatrixSettings } from './matrix.ts';
import type { Report } from './mechanism.ts';

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
