import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { ratedLines } from '../check-rating.ts';
import type { RatingContent } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { suggestionOf } from '../schemes.ts';
import { text } from '../text-rating.ts';
import { RatingBadge } from './parts.tsx';

/** What the lines suggest and permit, and the predicate that follows from the two decisions as they stand. */
export function SuggestionPanel(props: {
  evaluation: Pick<EvaluationView, 'agreed' | 'scheme'>;
  content: RatingContent;
}) {
  const { evaluation, content } = props;
  const plan = evaluation.agreed?.content;
  if (!plan) return null;
  const lines = ratedLines(plan, content);
  const suggestion = lines && suggestionOf(evaluation.scheme, lines);
  const predicate = predicateNow(evaluation.scheme, content);
  const rated = plan.results.filter((result) => content.lines[result.id]?.rating).length;
  const forbidden = suggestion ? RATINGS.filter((rating) => !suggestion.allowed.includes(rating)) : [];
  return (
    <div class="rounded-box border border-base-300 bg-base-200 p-4 grid gap-2 text-sm" aria-live="polite">
      {suggestion ? (
        <>
          <p class="flex flex-wrap items-center gap-2">
            <span class="font-medium">{text.suggestion()}:</span> {text.resultsDecision()}{' '}
            <RatingBadge rating={suggestion.suggested} />
          </p>
          <p>{inLocale(suggestion.rule)}</p>
          {forbidden.length > 0 ? (
            <p class="font-medium">
              {text.notAllowed({ ratings: forbidden.map((each) => inLocale(ratingLabel(each))).join(', ') })}
            </p>
          ) : null}
        </>
      ) : (
        <p>{text.suggestionWaits({ rated, total: plan.results.length })}</p>
      )}
      {predicate ? (
        <p class="text-base">{text.willBe({ predicate: inLocale(predicateLabel(predicate)) })}</p>
      ) : null}
    </div>
  );
}

function predicateNow(scheme: EvaluationView['scheme'], content: RatingContent) {
  const { results, behaviour } = content;
  if (!results.rating || !behaviour.rating) return undefined;
  const { official } = scheme.evaluate({
    results: { rating: results.rating },
    behaviour: { rating: behaviour.rating },
  });
  return PREDICATES.find((each) => each === official.predicate);
}
