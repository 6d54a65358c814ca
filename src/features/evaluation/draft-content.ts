/** What an appraiser's form says, and what it still lacks; the same for whoever rates beside the appraiser. */
import type { PlanContent } from '#features/planning/index.ts';
import { Refusal } from '#platform/errors.ts';
import { type Problems, problemsOfRating, ratedLines } from './check-rating.ts';
import { EMPTY_RATING, type RatingContent } from './content.ts';
import type { EvaluationView } from './evaluation-view.ts';
import { ratingContentFrom } from './forms.ts';
import { instrumentIn, isLocal, obstaclesOf, readRating } from './local/frame.ts';
import { suggestionOf } from './schemes.ts';
import { text as errorText } from './text.ts';

/** The draft of the appraiser from the fields of the form that the scheme asks for. */
export function contentFrom(
  { scheme }: EvaluationView,
  plan: PlanContent,
  fields: Record<string, string>,
): RatingContent {
  const content = ratingContentFrom(plan, fields);
  return isLocal(scheme)
    ? { ...EMPTY_RATING, notes: content.notes, instrument: instrumentIn(scheme.scheme, fields) }
    : content;
}

/** By field: what still stands in the way of giving the result. */
export function ratingProblems(evaluation: EvaluationView, content: RatingContent): Problems {
  const { year } = evaluation;
  const plan = evaluation.agreed?.content;
  if (!plan || !year) throw new Refusal(errorText.noPlan());
  if (evaluation.local) return obstaclesOf(readRating(evaluation, content), year);
  const lines = ratedLines(plan, content);
  return problemsOfRating(plan, content, lines && suggestionOf(evaluation.scheme, lines), year);
}
