/** A matrix of two levels, best first: each cell says its category. Small enough on a phone for three columns. */
export function MatrixView(props: {
  caption: string;
  rowsLabel: string;
  columnsLabel: string;
  rows: readonly { readonly code: string; readonly label: string }[];
  columns: readonly { readonly code: string; readonly label: string }[];
  cell: (row: string, column: string) => string;
}) {
  const { caption, rowsLabel, columnsLabel, rows, columns, cell } = props;
  const head = 'font-normal text-base-content/75 hyphens-auto';
  return (
    <table class="w-full max-w-2xl text-[0.6875rem] sm:text-sm table-fixed border-separate border-spacing-0.5 sm:border-spacing-1">
      <caption class="text-left font-semibold text-sm pb-1">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class={`${head} w-16 sm:w-40 text-left align-bottom`}>
            {rowsLabel} ↓ {columnsLabel} →
          </th>
          {columns.map((column) => (
            <th key={column.code} scope="col" class={`${head} align-bottom`}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row" class={`${head} text-left`}>
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
