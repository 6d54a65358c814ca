/** The figures of the page as a table for other programs: exactly those that are shown, hidden groups left out. */
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { attributeLabel, groupLabel, inOrder } from './labels.ts';
import { text } from './text.ts';
import type { GroupRow } from './types.ts';

export function groupsCsv(rows: readonly GroupRow[]): Uint8Array {
  const limits = (name: string) => [name, `${name}, ${text.low()}`, `${name}, ${text.high()}`];
  const headings = [
    'model',
    text.title(),
    text.group(),
    text.people(),
    ...limits(text.raw()),
    ...limits(text.adjusted()),
    ...limits(text.standardised()),
    'p',
    'q',
    ...limits(text.top()),
    ...limits(text.below()),
  ];
  const round = (value: number | undefined) => (value === undefined ? null : Number(value.toPrecision(4)));
  return writeCsv({
    name: text.title(),
    columns: headings.map((heading) => ({ heading })),
    rows: rows.flatMap(({ ordinal, attribute, figures }) =>
      inOrder(attribute, figures.findings).map((each) => {
        const gap = (given: typeof each.raw) => [
          given?.value,
          ...(given?.interval ?? [undefined, undefined]),
        ];
        const share = (given: typeof each.top) => [
          given?.difference,
          ...(given?.interval ?? [undefined, undefined]),
        ];
        const { standardised: d } = each;
        return [
          ordinal + 1,
          attributeLabel(attribute),
          groupLabel(attribute, each.group),
          each.people,
          ...[
            ...gap(each.raw),
            ...gap(each.adjusted),
            d?.value,
            ...(d?.interval ?? [undefined, undefined]),
          ].map(round),
          round(each.adjusted?.p),
          round(each.q ?? undefined),
          ...[...share(each.top), ...share(each.below)].map(round),
        ];
      }),
    ),
  });
}
