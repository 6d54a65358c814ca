/** Pieces that every page with a result shares. */
import { ELEMENTS, type Interval, qualityOf, type SurveyFigures } from '#domain/surveys/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Badge } from '#ui/parts.tsx';
import { text } from './text.ts';

export function BandBadge({ index }: { index: string }) {
  const { letter, label } = qualityOf(index);
  return <Badge>{`${letter} · ${inLocale(label)}`}</Badge>;
}

export function intervalWords(interval: Interval | undefined): string {
  return interval ? `${formatDecimal(interval.from)} – ${formatDecimal(interval.until)}` : '–';
}

/** Two decimals of an element's mean, which is kept to four. */
export function twoDecimals(mean: string): string {
  return formatDecimal((Math.round(Number(mean) * 100) / 100).toFixed(2));
}

/** The index in large figures with its interval and where it comes from. */
export function IndexFigure({ figures }: { figures: Omit<SurveyFigures, 'elements'> }) {
  const { index, interval, answers } = figures;
  const range = interval && {
    from: formatDecimal(interval.from),
    until: formatDecimal(interval.until),
  };
  return (
    <div>
      <p class="text-sm text-base-content/75">{text.index()}</p>
      <p class="flex flex-wrap items-center gap-3 mt-1">
        <span class="text-4xl font-semibold num">{formatDecimal(index)}</span>
        <BandBadge index={index} />
      </p>
      <p class="mt-2">{text.answersCount({ count: answers })}</p>
      {range ? (
        <p class="text-sm mt-1">
          {interval.method === 'all-alike' ? text.intervalAlike(range) : text.interval(range)}
        </p>
      ) : null}
      <p class="text-sm text-base-content/75 mt-1 max-w-prose">{text.intervalHint()}</p>
    </div>
  );
}

type Elements = readonly {
  readonly code: string;
  readonly mean: string;
  readonly interval?: Interval | undefined;
}[];

export function ElementsTable({ elements }: { elements: Elements }) {
  const labels = new Map(ELEMENTS.map(({ code, label }) => [code, inLocale(label)]));
  const weakest = [...elements].sort((a, b) => Number(a.mean) - Number(b.mean))[0];
  return (
    <>
      {weakest ? (
        <p class="px-5 pb-2 text-sm">
          {text.weakest({ element: labels.get(weakest.code) ?? '', mean: twoDecimals(weakest.mean) })}
        </p>
      ) : null}
      <DataTable
        caption={text.elements()}
        rows={elements}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'element',
            heading: text.element(),
            isTitle: true,
            cell: (row) => `${row.code.toUpperCase()} ${labels.get(row.code) ?? ''}`,
          },
          {
            key: 'mean',
            heading: text.mean(),
            align: 'right',
            cell: (row) => (
              <span class="inline-flex items-center gap-3 whitespace-nowrap">
                <ScoreBar mean={row.mean} /> {twoDecimals(row.mean)}
              </span>
            ),
          },
          {
            key: 'range',
            heading: text.range(),
            align: 'right',
            cell: (row) => intervalWords(row.interval),
          },
        ]}
      />
    </>
  );
}

/** From 25 to 100; the number stands beside it. */
function ScoreBar({ mean }: { mean: string }) {
  const width = Math.round(((Number(mean) - 25) / 75) * 100);
  return (
    <svg class="w-14 sm:w-24 h-2" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="8" rx="3" fill="var(--color-base-300)" />
      <rect width={width} height="8" rx="3" fill="var(--color-primary)" />
    </svg>
  );
}
