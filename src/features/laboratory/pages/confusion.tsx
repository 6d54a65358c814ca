/** True category against given category: a table whose shades show where people go. */
import type { Outcome, Share } from '#domain/laboratory/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { text } from '../text-result.ts';
import { withInterval } from '../words.ts';

const SHADES = ['', 'bg-primary/10', 'bg-primary/20', 'bg-primary/30', 'bg-primary/40'] as const;

export function categoriesOf(scheme: CompiledScheme | undefined, count: number): readonly string[] {
  const labels = scheme?.scheme.categories.map(({ label }) => inLocale(label)) ?? [];
  return Array.from({ length: count }, (_, rank) => labels[rank] ?? String(rank + 1));
}

/** Columns that anybody reached; "no category" only where it happened. */
function columnsOf({ confusion, noResult }: Outcome, labels: readonly string[]) {
  const named = labels.map((label, at) => ({ label, at }));
  return noResult.share > 0 ? [...named, { label: text.noCategory(), at: confusion.length }] : named;
}

export function Confusion(props: {
  outcome: Outcome;
  scheme: CompiledScheme | undefined;
  /** Tells two tables of one page apart. */
  name: string;
  /** Columns are headed by the numbers of the categories on a desk too. */
  isNarrow?: boolean;
}) {
  const { outcome, scheme, name, isNarrow = false } = props;
  const labels = categoriesOf(scheme, outcome.confusion.length);
  const columns = columnsOf(outcome, labels);
  return (
    <>
      <Matrix
        caption={`${text.confusion()}: ${name}`}
        labels={labels}
        columns={columns}
        outcome={outcome}
        isNarrow={isNarrow}
        cell={(share, isRight) => <Cell share={share} isRight={isRight} />}
      />
      <details class="text-sm mt-3">
        <summary class="cursor-pointer link py-1">{text.confusionIntervals()}</summary>
        <Matrix
          caption={`${text.confusionIntervals()}: ${name}`}
          labels={labels}
          columns={columns}
          outcome={outcome}
          isNarrow={false}
          cell={(share) => <td class="text-end num whitespace-nowrap">{withInterval(share)}</td>}
        />
      </details>
    </>
  );
}

function Cell({ share, isRight }: { share: Share; isRight: boolean }) {
  const shade = SHADES[Math.ceil(share.share * (SHADES.length - 1))];
  const frame = isRight ? 'font-bold outline-2 -outline-offset-2 outline-primary' : '';
  return (
    <td class={`text-end num px-2 max-sm:px-1 ${shade} ${frame}`}>
      {share.share === 0 ? (
        <span class="text-base-content/75">·</span>
      ) : (
        formatNumber(share.share * 100, { maximumFractionDigits: share.share < 0.1 ? 1 : 0 })
      )}
    </td>
  );
}

function Matrix(props: {
  caption: string;
  labels: readonly string[];
  columns: readonly { readonly label: string; readonly at: number }[];
  outcome: Outcome;
  isNarrow: boolean;
  cell: (share: Share, isRight: boolean) => preact.VNode;
}) {
  const { caption, labels, columns, outcome, isNarrow, cell } = props;
  const words = isNarrow ? 'sr-only' : 'max-sm:sr-only';
  const number = isNarrow ? '' : 'sm:hidden';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways has to be reachable by keyboard.
    <section class="overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table class="table table-sm">
        <caption class="sr-only">{caption}</caption>
        <thead class="text-base-content/75">
          <tr>
            <th scope="col" class="align-bottom whitespace-normal min-w-24 px-2">
              <span class="whitespace-nowrap">{text.trueCategory()} ↓</span>{' '}
              <span class="whitespace-nowrap">{text.given()} →</span>
            </th>
            {columns.map(({ label, at }) => (
              <th
                key={at}
                scope="col"
                class={`text-end align-bottom whitespace-normal px-2 max-sm:px-1 ${isNarrow ? '' : 'sm:min-w-16'}`}
              >
                <span class={words}>{label}</span>
                <span class={number} aria-hidden="true">
                  {at < labels.length ? at + 1 : '–'}
                </span>
              </th>
            ))}
            <th scope="col" class="text-end align-bottom whitespace-normal px-2">
              <span class={words}>{text.people()}</span>
              <span class={number} aria-hidden="true">
                n
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, truth) => {
            const row = outcome.confusion[truth] ?? [];
            const people = row[0]?.people ?? 0;
            return (
              <tr key={label}>
                <th scope="row" class="px-2">
                  <span class={number} aria-hidden="true">
                    {truth + 1}.{' '}
                  </span>
                  {label}
                </th>
                {columns.map(({ at }) => {
                  const share = row[at];
                  return people === 0 || !share ? (
                    <td key={at} class="text-end text-base-content/75">
                      –
                    </td>
                  ) : (
                    cell(share, at === truth)
                  );
                })}
                <td class="text-end num text-base-content/75">{formatNumber(people)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
