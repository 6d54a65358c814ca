/** A matrix of two levels, best first: each cell says its category. The names are said in full. */
export function MatrixView(props: {
  caption: string;
  rowsLabel: string;
  columnsLabel: string;
  rows: readonly { readonly code: string; readonly label: string }[];
  columns: readonly { readonly code: string; readonly label: string }[];
  cell: (row: string, column: string) => string;
}) {
  const { caption, rowsLabel, columnsLabel, rows, columns, cell } = props;
  const head = 'font-normal text-base-content/75';
  // On a phone the name of a row stands above its cells, so that these are wide enough for a word.
  const grid = `max-sm:grid max-sm:gap-0.5 ${GRID[columns.length] ?? 'max-sm:grid-cols-3'}`;
  return (
    <table class="w-full max-w-2xl text-[0.6875rem] sm:text-sm table-fixed border-separate border-spacing-1 max-sm:block">
      <caption class="text-left font-semibold text-sm pb-1 max-sm:block">{caption}</caption>
      <thead class="max-sm:block">
        <tr class={grid}>
          <th scope="col" class={`${head} sm:w-40 text-left align-bottom max-sm:col-span-full`}>
            {rowsLabel} ↓ {columnsLabel} →
          </th>
          {columns.map((column) => (
            <th key={column.code} scope="col" class={`${head} align-bottom`}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="max-sm:block">
        {rows.map((row) => (
          <tr key={row.code} class={`${grid} max-sm:mt-2`}>
            <th scope="row" class={`${head} text-left max-sm:col-span-full`}>
              {row.label}
            </th>
            {columns.map((column) => (
              <td
                key={column.code}
                class="bg-base-200 rounded-field px-0.5 sm:px-1 py-2 text-center leading-tight"
              >
                {/* A long label may break after its slash and nowhere inside a word. */}
                {cell(row.code, column.code).replace('/', '/\u200b')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const GRID: Readonly<Record<number, string>> = {
  2: 'max-sm:grid-cols-2',
  3: 'max-sm:grid-cols-3',
  4: 'max-sm:grid-cols-4',
  5: 'max-sm:grid-cols-5',
};
