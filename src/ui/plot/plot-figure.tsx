import type { ComponentChildren } from 'preact';
import { text } from '../text.ts';

export interface PlotTable {
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * A plot with the finding as its title and the same numbers as a table below. The drawing itself is hidden from
 * screen readers behind one sentence; the table says the rest.
 */
export function PlotFigure(props: {
  /** What the plot shows, as a sentence: `72 % dari target; rencana saat ini 88 %`. */
  finding: string;
  /** The SVG made by `renderLinePlot` or `renderBarPlot`; left out where the drawing is a component. */
  svg?: string;
  /** A drawing that is a component, such as `IntervalRows`. */
  children?: ComponentChildren;
  table: PlotTable;
  /** What the marks mean, in words. */
  legend?: ComponentChildren;
}) {
  const { finding, svg, table, legend, children } = props;
  return (
    <figure class="grid grid-cols-[minmax(0,1fr)] gap-2 max-w-[25rem]">
      <figcaption class="font-medium text-balance">{finding}</figcaption>
      {svg === undefined ? (
        <div role="img" aria-label={finding}>
          {children}
        </div>
      ) : (
        /* Drawn by our own plot functions; ECharts escapes the words in it. */
        <div role="img" aria-label={finding} dangerouslySetInnerHTML={{ __html: svg }} />
      )}
      {legend ? <p class="text-sm text-base-content/75">{legend}</p> : null}
      <details class="text-sm">
        <summary class="cursor-pointer link py-1">{text.asTable()}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled with the keyboard. */}
        <div class="overflow-x-auto mt-2" tabIndex={0}>
          <table class="table table-sm">
            <caption class="sr-only">{finding}</caption>
            <thead>
              <tr>
                {table.columns.map((column, index) => (
                  <th
                    key={column}
                    scope="col"
                    class={`text-base-content/75 whitespace-normal align-bottom ${index > 0 ? 'text-right' : ''}`}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join('\u0000')}>
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <th key={table.columns[0]} scope="row" class="font-normal">
                        {cell}
                      </th>
                    ) : (
                      <td key={table.columns[index]} class="text-right num">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
