/** Estimates with their intervals around nought, one line each, without names; the words repeat every number. */
import type { Block } from '../blocks.ts';

export function Intervals({ block }: { block: Extract<Block, { kind: 'intervals' }> }) {
  const [low, high] = block.range;
  const at = (value: number) => ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * 100;
  return (
    <table class="w-full max-w-2xl text-xs">
      <caption class="sr-only">{block.caption}</caption>
      <thead>
        <tr>
          <td />
          <td class="pb-1">
            <span class="flex justify-between gap-2 text-base-content/75">
              <span>{block.ends[0]}</span>
              <span>{block.ends[1]}</span>
            </span>
          </td>
          <td />
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, index) => (
          // Rows have no name of their own: their place in the order is all there is.
          <tr key={index} class="break-inside-avoid">
            <th scope="row" class="font-normal text-left pr-3 w-14 whitespace-nowrap text-base-content/75">
              {row.label}
            </th>
            <td>
              <span class="relative block h-4" aria-hidden="true">
                <span class="absolute inset-y-0 border-l border-base-content/40" style={`left:${at(0)}%`} />
                <span
                  class="absolute top-1/2 h-0.5 -translate-y-1/2 bg-base-content/60 print:border-t-2"
                  style={`left:${at(row.interval[0])}%;right:${100 - at(row.interval[1])}%`}
                />
                <span
                  class="absolute top-1/2 size-2 -translate-x-1/2 -translate-y-1/2 rounded-full bg-primary print:border-4"
                  style={`left:${at(row.value)}%`}
                />
              </span>
            </td>
            <td class="text-right num pl-3 w-14">
              {row.words}
              <span class="sr-only">
                {' '}
                ({Math.round(row.interval[0])} … {Math.round(row.interval[1])})
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
