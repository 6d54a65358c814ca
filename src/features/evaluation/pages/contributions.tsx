/** How the score is made: each part begins where the one before it ended. Numbers and picture share one table. */
import type { Explanation } from '#domain/explanation.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Contribution, type Contributions, contributionsOf } from '../local/contributions.ts';
import { text } from '../text-local.ts';

const WIDTH = 240;
const HEIGHT = 18;

export function ContributionsTable({ explanation }: { explanation: Explanation }) {
  const made = contributionsOf(explanation);
  if (!made || made.parts.length === 0) return null;
  const largest = made.parts.reduce((most, part) =>
    Number(part.points) > Number(most.points) ? part : most,
  );
  const top = Math.max(100, Number(made.total), ...made.parts.map((part) => Number(part.points)));
  return (
    <figure class="grid gap-3">
      <figcaption class="text-sm max-w-prose">
        {text.makingFinding({
          name: inLocale(largest.label),
          points: formatDecimal(largest.points),
          total: formatDecimal(made.total),
        })}
      </figcaption>
      <table class="w-full text-sm max-sm:block">
        <caption class="sr-only">{text.makingTitle()}</caption>
        <thead class="text-xs text-base-content/75 max-sm:sr-only">
          <tr>
            <th scope="col" class="font-normal text-left pb-1">
              {text.component()}
            </th>
            <th scope="col" class="font-normal text-right pb-1 pl-3">
              {text.weight()}
            </th>
            <th scope="col" class="font-normal text-right pb-1 pl-3">
              {text.componentScore()}
            </th>
            <th scope="col" class="font-normal text-right pb-1 pl-3">
              {text.points()}
            </th>
            <th scope="col" class="font-normal text-left pb-1 pl-4 w-2/5">
              {text.picture()}
            </th>
          </tr>
        </thead>
        <tbody class="max-sm:block">
          {made.parts.map((part, index) => (
            <PartRow key={part.code} part={part} before={sumBefore(made, index)} top={top} />
          ))}
          <TotalRow made={made} top={top} />
        </tbody>
      </table>
      <p class="text-xs text-base-content/75">{text.legend()}</p>
    </figure>
  );
}

function sumBefore({ parts }: Contributions, index: number): number {
  return parts.slice(0, index).reduce((sum, part) => sum + Number(part.points), 0);
}

const ROW = 'border-t border-base-300 max-sm:grid max-sm:grid-cols-3 max-sm:gap-x-3 max-sm:py-2';

function PartRow({ part, before, top }: { part: Contribution; before: number; top: number }) {
  const at = (points: number) => round((points / top) * WIDTH);
  const points = Number(part.points);
  return (
    <tr class={ROW}>
      <th scope="row" class="font-normal text-left py-1.5 text-pretty max-sm:col-span-3 max-sm:py-0">
        {inLocale(part.label)}
      </th>
      <Cell heading={text.weight()}>{part.weight === null ? '–' : `${formatDecimal(part.weight)} %`}</Cell>
      <Cell heading={text.componentScore()}>
        {part.score === null ? (part.weight === null ? '–' : text.leftOut()) : formatDecimal(part.score)}
      </Cell>
      <Cell heading={text.points()} strong>
        {part.weight === null ? '+' : ''}
        {formatDecimal(part.points)}
      </Cell>
      <td class="pl-4 py-1.5 max-sm:col-span-3 max-sm:pl-0 max-sm:py-1">
        <Bar>
          <rect
            x={at(before)}
            y="4"
            width={at(Math.max(Number(part.room), points))}
            height="10"
            rx="2"
            fill="var(--color-primary)"
            opacity="0.18"
          />
          <rect x={at(before)} y="4" width={at(points)} height="10" rx="2" fill="var(--color-primary)" />
        </Bar>
      </td>
    </tr>
  );
}

function TotalRow({ made, top }: { made: Contributions; top: number }) {
  return (
    <tr class={`${ROW} font-semibold`}>
      <th scope="row" class="text-left py-1.5 max-sm:col-span-2 max-sm:py-0">
        {text.total()}
        {made.isCapped ? <span class="font-normal"> ({text.capped()})</span> : null}
      </th>
      <td class="max-sm:hidden" />
      <td class="max-sm:hidden" />
      <td class="text-right num pl-3 py-1.5 max-sm:py-0">{formatDecimal(made.total)}</td>
      <td class="pl-4 py-1.5 max-sm:col-span-3 max-sm:pl-0 max-sm:py-1">
        <Bar>
          <rect
            x="0"
            y="4"
            width={round((Number(made.total) / top) * WIDTH)}
            height="10"
            rx="2"
            fill="currentColor"
          />
        </Bar>
      </td>
    </tr>
  );
}

function Cell(props: { heading: string; strong?: boolean; children: preact.ComponentChildren }) {
  return (
    <td
      class={`text-right num pl-3 py-1.5 max-sm:text-left max-sm:pl-0 max-sm:py-0.5 ${props.strong ? 'font-medium' : ''}`}
    >
      <span class="sm:hidden block text-xs font-normal text-base-content/75" aria-hidden="true">
        {props.heading}
      </span>
      {props.children}
    </td>
  );
}

/** Drawn for the eye only: the cells beside it say the same in numbers. */
function Bar({ children }: { children: preact.ComponentChildren }) {
  return (
    <svg
      class="w-full h-4.5"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1="0" y1={HEIGHT - 1} x2={WIDTH} y2={HEIGHT - 1} stroke="var(--color-base-300)" />
      {children}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
