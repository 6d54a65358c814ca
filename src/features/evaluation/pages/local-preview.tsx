import { valueLabel } from '#domain/explanation.ts';
import { PREDICATES, predicateLabel, ratingLabel } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { nodeOf, suggestedRatings, withoutSingleForms } from '#features/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Instrumented } from '../local/frame.ts';
import { text } from '../text-local.ts';
import { ContributionsTable } from './contributions.tsx';
import { RatingBadge } from './parts.tsx';

/** What would come out of the form as it stands: fetched again each time the draft was saved. */
export function LocalPreview({ compiled, read }: { compiled: CompiledScheme; read: Instrumented }) {
  const { evidence, evaluation, annotations } = read.reading;
  const explained = withoutSingleForms(compiled.explain(evidence, annotations), compiled);
  const { explanation } = explained;
  const suggested = suggestedRatings(compiled, evidence);
  const category = compiled.scheme.categories.find((each) => each.code === explained.category);
  const predicate = PREDICATES.find((each) => each === explained.official.predicate);
  const decides = 'official' in evidence;
  const missing = evaluation.missing.map((code) => componentLabel(compiled, code));
  return (
    <section
      class="rounded-box border border-base-300 bg-base-100 p-5 grid gap-4 text-sm"
      aria-live="polite"
      aria-labelledby="preview-heading"
    >
      <h2 id="preview-heading" class="text-lg font-semibold">
        {text.preview()}
      </h2>
      {category ? (
        <p class="flex flex-wrap items-baseline gap-x-3">
          <span class="text-3xl font-semibold text-primary">{inLocale(category.label)}</span>
          {explained.score === null ? null : (
            <span class="num text-base">
              {text.score()} {formatDecimal(explained.score)}
            </span>
          )}
        </p>
      ) : (
        <p>
          {missing.length > 0
            ? text.previewNotYet({ components: missing.join(', ') })
            : text.previewIncomplete()}
        </p>
      )}
      <div class="grid gap-1">
        <p class="font-medium">{text.suggestions()}</p>
        <ul class="flex flex-wrap gap-x-6 gap-y-1">
          {(
            [
              [text.resultsRating(), suggested.results],
              [text.behaviourRating(), suggested.behaviour],
            ] as const
          ).map(([label, rating]) => (
            <li key={label} class="flex flex-wrap gap-2 items-center">
              {label}:{' '}
              {rating ? (
                <RatingBadge rating={rating} label={ratingLabel(rating)} />
              ) : (
                <span class="text-base-content/75">{text.suggestionWaits()}</span>
              )}
            </li>
          ))}
        </ul>
        {predicate ? (
          <p>
            {(decides ? text.predicateNow : text.predicateSuggested)({
              predicate: inLocale(predicateLabel(predicate)),
            })}
          </p>
        ) : null}
      </div>
      {explanation ? (
        <details>
          <summary class="cursor-pointer link py-1">{text.showTree()}</summary>
          <div class="mt-2 grid gap-4">
            <ContributionsTable explanation={explanation} />
            <ul class="grid gap-2">
              {Object.keys(compiled.scheme.components).map((code) => {
                const node = nodeOf(explanation, code);
                return node ? (
                  <li key={code}>
                    <span class="font-medium">
                      {inLocale(node.label)}: {inLocale(valueLabel(node.value))}.
                    </span>{' '}
                    {inLocale(node.rule)}
                  </li>
                ) : null;
              })}
            </ul>
          </div>
        </details>
      ) : null}
    </section>
  );
}

function componentLabel({ scheme }: CompiledScheme, code: string): string {
  const settings = scheme.components[code];
  return settings ? inLocale(settings.label) : code;
}
