import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, Notice } from '#ui/parts.tsx';
import type { ItemDifference, Outcome } from '../compare.ts';
import type { StoredDifferences } from '../looks/queries.ts';
import { Places } from './parts.tsx';
import { text } from './text.ts';

export interface ResultInShort {
  readonly predicate: string;
  readonly category: string | null;
  readonly score: string | null;
}

/** What both gave, item by item: the words, and their places on the scale. */
export function ComparisonCard(props: {
  scheme: Scheme;
  outcome: Outcome;
  first: ResultInShort;
  second: ResultInShort;
  differences: StoredDifferences;
}) {
  const { outcome, first, second, differences } = props;
  const different = differences.items.filter((item) => item.first.id !== item.second.id);
  const counts = { count: different.length, total: differences.items.length };
  const said = outcome === 'agrees' ? text.agrees() : text[outcome](counts);
  // What differs most is read first; the order of the evidence decides between equals.
  const rows = differences.items.toSorted((a, b) => distance(b) - distance(a));
  return (
    <>
      <Notice tone={outcome === 'category' ? 'warning' : 'info'} title={said}>
        {text.unchanged()}
      </Notice>
      <Card title={text.comparison()} padded={false}>
        <div class="p-5">
          <InShort
            scheme={props.scheme}
            first={first}
            second={second}
            difference={differences.scoreDifference}
          />
        </div>
        <p class="px-5 pb-2 text-sm text-base-content/75">{text.placeKey()}</p>
        <DataTable
          caption={text.comparison()}
          rows={rows}
          rowKey={(item) => item.path}
          columns={[
            {
              key: 'item',
              heading: text.item(),
              isTitle: true,
              cell: (item) => (
                <>
                  {inLocale(item.label)}
                  <span class="block text-xs font-normal text-base-content/75">{inLocale(item.group)}</span>
                </>
              ),
            },
            { key: 'first', heading: text.firstSaid(), cell: (item) => inLocale(item.first) },
            {
              key: 'second',
              heading: text.secondSaid(),
              cell: (item) =>
                item.first.id === item.second.id ? (
                  <span class="text-base-content/75">{text.same()}</span>
                ) : (
                  <strong>{inLocale(item.second)}</strong>
                ),
            },
            {
              key: 'place',
              heading: text.place(),
              isWide: true,
              cell: (item) => <Places first={item.firstAt} second={item.secondAt} />,
            },
          ]}
        />
      </Card>
    </>
  );
}

function distance({ firstAt, secondAt, first, second }: ItemDifference): number {
  if (firstAt === null || secondAt === null) return first.id === second.id ? 0 : 1;
  return Math.abs(firstAt - secondAt);
}

function InShort(props: {
  scheme: Scheme;
  first: ResultInShort;
  second: ResultInShort;
  difference: string | null;
}) {
  const { scheme, first, second, difference } = props;
  const predicate = (code: string) => {
    const known = PREDICATES.find((each) => each === code);
    return known ? inLocale(predicateLabel(known)) : code;
  };
  const category = (code: string | null) => {
    const known = scheme.categories?.find((each) => each.code === code);
    return known ? inLocale(known.label) : (code ?? '–');
  };
  const score = (value: string | null) => (value === null ? '–' : formatDecimal(value));
  const rows: readonly (readonly [string, string, string])[] = [
    [text.predicate(), predicate(first.predicate), predicate(second.predicate)],
    ...(first.category !== null
      ? ([[text.localCategory(), category(first.category), category(second.category)]] as const)
      : []),
    ...(first.score !== null ? ([[text.score(), score(first.score), score(second.score)]] as const) : []),
  ];
  return (
    <>
      <table class="table table-sm">
        <caption class="sr-only">{text.comparison()}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="text-base-content/75">
              {text.firstSaid()}
            </th>
            <th scope="col" class="text-base-content/75">
              {text.secondSaid()}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, one, other]) => (
            <tr key={label}>
              <th scope="row" class="font-normal text-base-content/75">
                {label}
              </th>
              <td class="num font-medium">{one}</td>
              <td class="num font-medium">{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {difference === null ? null : (
        <p class="mt-2 text-sm num">
          {text.difference()}: {formatDecimal(difference)}
        </p>
      )}
    </>
  );
}
