import type { DistributionLimit, Predicate } from '#domain/rules/index.ts';
import { text } from '../text-unit.ts';

interface BarRow {
  readonly predicate: Predicate;
  readonly label: string;
  readonly count: number;
  /** Share of all who were rated, as it is read. */
  readonly percent: string;
}

/**
 * Shares of the predicates as bars in a table: the values stand beside the bars, and a limit on one predicate is a
 * mark on its bar. Limits on several predicates together have no place on one bar; they are said in words.
 */
export function DistributionBars(props: {
  title: string;
  rows: readonly BarRow[];
  rated: number;
  limits: readonly DistributionLimit[];
}) {
  const boundOf = (predicate: Predicate, kind: 'max-percent' | 'min-percent') => {
    const limit = props.limits.find((each) => each.kind === kind && each.predicates.join() === predicate);
    return limit && 'percent' in limit ? limit.percent : undefined;
  };
  return (
    <table class="w-full text-sm">
      <caption class="text-left font-medium text-base pb-2">{props.title}</caption>
      <thead class="sr-only">
        <tr>
          <th scope="col">{text.predicate()}</th>
          <th scope="col">{text.share()}</th>
          <th scope="col">{text.people()}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <BarLine
            key={row.predicate}
            row={row}
            rated={props.rated}
            most={boundOf(row.predicate, 'max-percent')}
            least={boundOf(row.predicate, 'min-percent')}
          />
        ))}
      </tbody>
    </table>
  );
}

function BarLine(props: { row: BarRow; rated: number; most: number | undefined; least: number | undefined }) {
  const { row, rated, most, least } = props;
  const share = rated === 0 ? 0 : (row.count / rated) * 100;
  const broken = (most !== undefined && share > most) || (least !== undefined && share < least);
  const bound = most ?? least;
  return (
    <tr class="align-middle max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:py-2">
      <th scope="row" class="font-normal text-left py-1.5 pr-4 sm:w-44">
        {row.label}
        {bound === undefined ? null : (
          <span class="block text-xs text-base-content/75">
            {most === undefined ? text.atLeast({ percent: bound }) : text.atMost({ percent: bound })}
          </span>
        )}
      </th>
      <td class="max-sm:order-3 max-sm:col-span-2">
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" class="w-full h-5 block" aria-hidden="true">
          <rect width="100" height="8" class="fill-base-300" />
          <rect width={share} height="8" class={broken ? 'fill-warning' : 'fill-primary'} />
          {bound === undefined ? null : (
            <line
              x1={bound}
              x2={bound}
              y1="0"
              y2="8"
              class="stroke-base-content"
              stroke-width="2"
              stroke-dasharray={most === undefined ? '3 2' : undefined}
              vector-effect="non-scaling-stroke"
            />
          )}
        </svg>
      </td>
      <td class="num text-right whitespace-nowrap pl-4 sm:w-32">
        {row.percent} % · {row.count}
      </td>
    </tr>
  );
}
