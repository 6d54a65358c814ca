import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Numbers line up at the right. */
  readonly align?: 'right';
  /** The cell that names the row; on a phone it becomes the head of the card. */
  readonly isTitle?: boolean;
  /** On a phone the cell is as wide as the card. */
  readonly isWide?: boolean;
}

/** A table on a desk, cards on a phone: the same markup, so that nothing is said twice. */
export function DataTable<Row>(props: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  const { caption, columns, rows, rowKey } = props;
  return (
    <table class="table max-sm:block">
      <caption class="sr-only">{caption}</caption>
      <thead class="max-sm:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              class={`text-base-content/75 ${column.align === 'right' ? 'text-right' : ''}`}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="max-sm:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            class="max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:gap-y-1 max-sm:px-5 max-sm:py-4 max-sm:border-b max-sm:border-base-300 max-sm:last:border-b-0"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = `${column.align === 'right' ? 'sm:text-right num' : ''} max-sm:p-0 max-sm:block max-sm:border-0 max-sm:min-w-0 max-sm:wrap-anywhere ${column.isTitle || column.isWide ? 'max-sm:col-span-2' : ''}`;
  const content = column.cell(row);
  if (column.isTitle) {
    return (
      <th scope="row" class={`font-medium text-left text-base-content ${look}`}>
        {content}
      </th>
    );
  }
  return (
    <td class={look}>
      <span class="sm:hidden block text-xs text-base-content/75" aria-hidden="true">
        {column.heading}
      </span>
      {content}
    </td>
  );
}
