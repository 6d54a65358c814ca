import type { ComponentChildren } from 'preact';
import type { Bilingual } from '#domain/bilingual.ts';
import { type Predicate, RATINGS, type Rating, ratingLabel } from '#domain/rules/index.ts';
import type { PlanResult } from '#features/planning/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Badge, type Tone } from '#ui/parts.tsx';
import type { LineBasis } from '../line-basis.ts';
import { text } from '../text-rating.ts';
import { text as resultText } from '../text-result.ts';

const RATING_TONE: Record<Rating, Tone> = { above: 'success', meets: 'info', below: 'warning' };

/** A rating in words; the colour only repeats it. */
export function RatingBadge({ rating, label }: { rating: Rating; label?: Bilingual }) {
  return <Badge tone={RATING_TONE[rating]}>{inLocale(label ?? ratingLabel(rating))}</Badge>;
}

export const PREDICATE_TEXT: Record<Predicate, string> = {
  'sangat-baik': 'text-primary',
  baik: 'text-primary',
  'butuh-perbaikan': 'text-base-content',
  kurang: 'text-error',
  'sangat-kurang': 'text-error',
};

export const ratingChoices = () =>
  RATINGS.map((rating) => ({ value: rating, label: inLocale(ratingLabel(rating)) }));

/** Three ratings side by side: a form holds a dozen of these, and an error can point at each. */
export function RatingField(props: {
  name: string;
  label: string;
  value: Rating | null | undefined;
  error: string | undefined;
  hideLabel?: boolean;
}) {
  const { name, label, value, error, hideLabel } = props;
  return (
    <fieldset id={name} class="min-w-0" aria-describedby={error ? `${name}-error` : undefined}>
      <legend class={hideLabel ? 'sr-only' : 'font-medium text-sm mb-1'}>{label}</legend>
      <div
        class={`grid grid-cols-3 rounded-field border bg-base-100 divide-x ${error ? 'border-error divide-error' : 'border-base-300 divide-base-300'}`}
      >
        {RATINGS.map((rating) => (
          <label
            key={rating}
            class="flex items-center gap-2 px-2.5 py-2 min-h-11 text-sm leading-tight cursor-pointer has-checked:bg-primary/10 has-checked:font-medium"
          >
            <input
              type="radio"
              class="radio radio-xs radio-primary"
              name={name}
              value={rating}
              checked={rating === value}
            />
            <span>
              <span aria-hidden="true">{resultText[rating]()}</span>
              <span class="sr-only">{inLocale(ratingLabel(rating))}</span>
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${name}-error`} class="mt-1 text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  );
}

/** Words that are asked for only in some cases: the hint says when, so no "optional" stands beside the label. */
export function Words(props: {
  name: string;
  label: string;
  /** Read aloud in place of the label where many fields on the page are labelled alike. */
  fullLabel?: string;
  hint?: string;
  value: string | undefined;
  error: string | undefined;
  rows?: number;
  maxLength: number;
}) {
  const { name, label, fullLabel, hint, value, error, rows = 2, maxLength } = props;
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean);
  return (
    <div class="grid gap-1">
      <label for={name} class="font-medium text-sm">
        {fullLabel ? (
          <>
            <span aria-hidden="true">{label}</span>
            <span class="sr-only">{fullLabel}</span>
          </>
        ) : (
          label
        )}
      </label>
      {hint ? (
        <p id={`${name}-hint`} class="text-xs text-base-content/75">
          {hint}
        </p>
      ) : null}
      <textarea
        class={`textarea w-full ${error ? 'textarea-error' : ''}`}
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        aria-invalid={error ? true : undefined}
        aria-describedby={ids.length > 0 ? ids.join(' ') : undefined}
      >
        {value ?? ''}
      </textarea>
      {error ? (
        <p id={`${name}-error`} class="text-sm text-error flex gap-1.5 items-start">
          <Icon name="alert" size={16} class="mt-0.5" /> <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

/** A planned result with what was measured, proven and said about it. */
export function LineFacts(props: {
  result: PlanResult;
  basis: LineBasis | undefined;
  /** Whether evidence and feedback stand beside the reason, to be cited. */
  isCited?: boolean;
}) {
  const { result, basis, isCited = false } = props;
  return (
    <div class="grid gap-3 min-w-0">
      <dl class="grid gap-2 text-sm">
        {result.indicators.map((indicator) => (
          <div key={indicator.id} class="border-l-2 border-base-300 pl-3">
            <dt>{indicator.statement}</dt>
            <dd class="num mt-0.5 flex flex-wrap gap-x-4">
              <span>
                <span class="text-base-content/75">{text.target()}:</span> {indicator.target.text}
              </span>
              <span>
                <span class="text-base-content/75">{text.realisation()}:</span>{' '}
                <strong class="font-medium">
                  {basis?.realisations.get(indicator.id) ?? text.notRecorded()}
                </strong>
                {basis?.achievements.has(indicator.id) ? ` (${basis.achievements.get(indicator.id)} %)` : ''}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {isCited ? null : (
        <div class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          <EvidenceList basis={basis} />
          <FeedbackList basis={basis} />
        </div>
      )}
    </div>
  );
}

function EvidenceList({ basis }: { basis: LineBasis | undefined }) {
  if (!basis || basis.evidence.length === 0) {
    return (
      <span class="flex items-center gap-1.5">
        <Icon name="alert" size={16} /> {text.noEvidence()}
      </span>
    );
  }
  return (
    <Unfold label={text.evidence({ count: basis.evidence.length })}>
      <ul class="list-disc pl-5 grid gap-1">
        {basis.evidence.map((each) => (
          <li key={`${each.title}${each.at.toISOString()}`}>
            {each.href ? (
              <a class="link break-words" href={each.href} rel="noreferrer noopener" target="_blank">
                {each.title}
              </a>
            ) : (
              each.title
            )}
          </li>
        ))}
      </ul>
    </Unfold>
  );
}

function FeedbackList({ basis }: { basis: LineBasis | undefined }) {
  if (!basis || basis.feedback.length === 0) return null;
  return (
    <Unfold label={text.feedback({ count: basis.feedback.length })}>
      <ul class="grid gap-2">
        {basis.feedback.map((each) => (
          <li key={`${each.author}${each.at.toISOString()}`}>
            <span class="whitespace-pre-line">{each.body}</span>
            <span class="block text-xs text-base-content/75">{each.author}</span>
          </li>
        ))}
      </ul>
    </Unfold>
  );
}

function Unfold({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <details class="min-w-0 open:basis-full">
      <summary class="cursor-pointer link py-1">{label}</summary>
      <div class="py-2">{children}</div>
    </details>
  );
}

/** What the employee said of it; a quiet voice beside the appraiser's fields. */
export function SelfSaid({ words, rating }: { words: string | undefined; rating?: Rating | null }) {
  return (
    <div class="bg-base-200 rounded-field px-3 py-2 text-sm">
      <p class="flex flex-wrap items-center gap-2 text-base-content/75">
        {text.selfSaid()} {rating ? <RatingBadge rating={rating} /> : null}
      </p>
      <p class="mt-1 whitespace-pre-line">{words?.trim() || text.noWords()}</p>
    </div>
  );
}

export function KindBadge({ kind }: { kind: PlanResult['kind'] }) {
  return <Badge>{kind === 'main' ? text.main() : text.additional()}</Badge>;
}

/** Names of the results numbered as they stand in the plan. */
export function LineHeading({ index, result }: { index: number; result: PlanResult }) {
  return (
    <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h3 class="font-medium text-pretty">
        <span class="num">{index + 1}.</span> {result.statement}
      </h3>
      <KindBadge kind={result.kind} />
    </div>
  );
}
