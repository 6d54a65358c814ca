import { RATINGS, type Rating, ratingLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card } from '#ui/parts.tsx';
import type { NationalEvidence } from '../content.ts';
import { valuesOf } from '../schemes.ts';
import { text } from '../text-result.ts';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly rating: Rating;
  readonly self: Rating | null;
}

/** All ratings at a glance, the employee's own beside the appraiser's: where the strengths lie, and the differences. */
export function RatingProfile(props: { evidence: NationalEvidence; scheme: CompiledScheme }) {
  const { evidence, scheme } = props;
  const lines: Row[] = evidence.lines.map((line) => ({
    key: line.resultId,
    label: line.statement,
    rating: line.rating,
    self: line.selfRating,
  }));
  const values: Row[] = evidence.values.map((value) => {
    const known = valuesOf(scheme).find((each) => each.code === value.code);
    return {
      key: value.code,
      label: known ? inLocale(known.label) : value.code,
      rating: value.rating,
      self: null,
    };
  });
  const above = [...lines, ...values].filter((row) => row.rating === 'above').length;
  const below = [...lines, ...values].filter((row) => row.rating === 'below').length;
  const hasSelf = lines.some((row) => row.self);
  return (
    <Card title={text.profile({ above, below, total: lines.length + values.length })}>
      <div class="grid gap-x-10 gap-y-6 lg:grid-cols-2 items-start">
        <ProfileTable caption={text.resultsAxis()} rows={lines} />
        <ProfileTable caption={text.behaviourAxis()} rows={values} />
      </div>
      {hasSelf ? (
        <p class="mt-4 text-xs text-base-content/75 flex flex-wrap gap-x-5 gap-y-1" aria-hidden="true">
          <span class="flex items-center gap-1.5">
            <Mark rating self={false} /> {text.byAppraiser()}
          </span>
          <span class="flex items-center gap-1.5">
            <Mark rating={false} self /> {text.bySelf()}
          </span>
        </p>
      ) : null}
    </Card>
  );
}

function ProfileTable({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <table class="w-full text-sm table-fixed">
      <caption class="sr-only">{caption}</caption>
      <thead class="text-xs text-base-content/75">
        <tr>
          <th scope="col" class="font-normal text-left pb-1">
            {caption}
          </th>
          {RATINGS.toReversed().map((rating) => (
            <th key={rating} scope="col" class="font-normal w-14 sm:w-18 pb-1 text-center align-bottom">
              {text[rating]()}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} class="border-t border-base-300">
            <th scope="row" class="font-normal text-left py-1.5 pr-3 text-pretty">
              {row.label}
            </th>
            {RATINGS.toReversed().map((rating) => (
              <td key={rating} class="text-center">
                <Mark rating={row.rating === rating} self={row.self === rating} />
                <span class="sr-only">{spoken(row, rating)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spoken(row: Row, rating: Rating): string {
  const who = [
    ...(row.rating === rating ? [text.byAppraiser()] : []),
    ...(row.self === rating ? [text.bySelf()] : []),
  ];
  return who.length === 0 ? '' : `${inLocale(ratingLabel(rating))}: ${who.join(', ')}`;
}

/** A full dot is the appraiser's rating, a ring the employee's own; both in one place are a dot in a ring. */
function Mark({ rating, self }: { rating: boolean; self: boolean }) {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" class="inline-block text-primary" aria-hidden="true">
      {rating || self ? null : <circle cx="11" cy="11" r="1.5" class="fill-base-300" />}
      {rating ? <circle cx="11" cy="11" r="5.5" fill="currentColor" /> : null}
      {self ? <circle cx="11" cy="11" r="8.5" fill="none" stroke="currentColor" stroke-width="1.75" /> : null}
    </svg>
  );
}
