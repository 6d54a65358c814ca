/** Pieces that many parts of a scheme's page share. */
import type { ComponentChildren } from 'preact';
import { midSentence } from '#domain/bilingual.ts';
import type { Confidence } from '#domain/explanation.ts';
import { type Scheme, voiceLabel } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Heard } from './describe.ts';
import { text } from './text-parts.ts';

export interface SmallColumn {
  readonly heading: string;
  readonly align?: 'right';
}

/** A table of a few columns that also fits a phone; the first cell names the row. */
export function SmallTable(props: {
  caption: string;
  showCaption?: boolean;
  columns: readonly SmallColumn[];
  rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}) {
  const { caption, showCaption = false, columns, rows } = props;
  const look = (index: number) => (columns[index]?.align === 'right' ? 'text-right num' : 'text-left');
  return (
    <table class="w-full max-w-2xl text-sm">
      <caption class={showCaption ? 'text-left font-semibold pb-1' : 'sr-only'}>{caption}</caption>
      <thead>
        <tr class="border-b border-base-300">
          {columns.map((column, index) => (
            <th
              key={column.heading}
              scope="col"
              class={`font-normal text-xs text-base-content/75 py-1.5 pr-3 last:pr-0 align-bottom ${look(index)}`}
            >
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} class="border-b border-base-300 last:border-b-0 align-top">
            {cells.map((cell, index) =>
              index === 0 ? (
                <th
                  key={columns[index]?.heading}
                  scope="row"
                  class="font-normal text-left py-1.5 pr-3 wrap-anywhere"
                >
                  {cell}
                </th>
              ) : (
                <td key={columns[index]?.heading} class={`py-1.5 pr-3 last:pr-0 ${look(index)}`}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who is heard and how much: bars repeat the percents that stand beside them. */
export function VoiceTable({ heard, whenNobody }: { heard: readonly Heard[]; whenNobody: string | null }) {
  const [only] = heard;
  if (heard.length === 1 && only && only.percent === null)
    return <p class="text-sm">{text.givenBy({ voice: inLocale(midSentence(voiceLabel(only.voice))) })}</p>;
  const reweighs = heard.some(({ isRequired }) => !isRequired);
  return (
    <div class="grid gap-2">
      <SmallTable
        caption={text.whoGives()}
        columns={[
          { heading: text.voice() },
          { heading: text.weight(), align: 'right' },
          { heading: text.atLeast() },
        ]}
        rows={heard.map(({ voice, percent, isRequired, atLeast }) => ({
          key: voice,
          cells: [
            <>
              {inLocale(voiceLabel(voice))}
              <PercentBar percent={Number(percent ?? 0)} />
            </>,
            `${formatDecimal(percent ?? '')}\u00a0%`,
            [text.people({ count: atLeast }), isRequired ? text.required() : text.optional()].join(', '),
          ],
        }))}
      />
      {reweighs ? <p class="text-sm text-base-content/75 max-w-prose">{text.reweighed()}</p> : null}
      {whenNobody ? <p class="text-sm text-base-content/75 max-w-prose">{whenNobody}</p> : null}
    </div>
  );
}

export function PercentBar({ percent }: { percent: number }) {
  return (
    <svg
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      class="w-full max-w-52 h-1.5 mt-1 block"
      aria-hidden="true"
    >
      <rect width="100" height="4" class="fill-base-300" />
      <rect width={Math.min(100, percent)} height="4" class="fill-primary" />
    </svg>
  );
}

/** Levels of a scale with what each counts, best first. */
export function ScaleList({ scheme, scale }: { scheme: Scheme; scale: string }) {
  const found = scheme.scales?.[scale];
  if (!found) return null;
  return (
    <ul class="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {found.levels.map((level) => (
        <li key={level.code}>
          {inLocale(level.label)}
          {level.score === undefined ? null : (
            <span class="text-base-content/75 num"> {formatDecimal(level.score)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

type BasisList = Scheme['combination']['basis'];

/** Where a rule stands, and how sure we are of it. */
export function BasisWords({ scheme, basis }: { scheme: Scheme; basis: BasisList }) {
  return (
    <p class="text-xs text-base-content/75">
      {text.basis()}:{' '}
      {basis.map(({ regulation, article, confidence }, index) => (
        <span key={`${regulation}${article ?? ''}`}>
          {index > 0 ? '; ' : ''}
          {[scheme.regulations[regulation]?.name ?? regulation, article].filter(Boolean).join(', ')}
          {confidence ? ` (${confidenceText(confidence)})` : ''}
        </span>
      ))}
    </p>
  );
}

export function confidenceText(confidence: Confidence): string {
  switch (confidence) {
    case 'verified':
      return text.confidence_verified();
    case 'secondary':
      return text.confidence_secondary();
    case 'recollected':
      return text.confidence_recollected();
    case 'default':
      return text.confidence_default();
  }
}
