/**
 * What still stands in the way of giving a result. A departure from "as expected" and from the suggestion is
 * explained in writing, and so is a form on which everything is alike. Ratings at an end of the scale rest on evidence
 * (#domain/ratings/reasons.ts). Errors are named by the field of the form.
 */
import type { Rating } from '#domain/rules/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import type { RatingContent, ReasonedRating } from './content.ts';
import { lineField, valueField } from './fields.ts';
import { nationalLacks } from './grounds/national.ts';
import type { Year } from './grounds/year.ts';
import type { RatedLine, Suggestion } from './schemes.ts';
import { text } from './text.ts';

export type Problems = Readonly<Record<string, string>>;

/** The rated lines in the order of the plan; undefined while one is not rated. */
export function ratedLines(plan: PlanContent, content: RatingContent): RatedLine[] | undefined {
  const lines: RatedLine[] = [];
  for (const result of plan.results) {
    const rating = content.lines[result.id]?.rating;
    if (!rating) return undefined;
    lines.push({ kind: result.kind, rating });
  }
  return lines;
}

/** All ratings of lines and values that were given. */
export function givenRatings(plan: PlanContent, content: RatingContent): readonly Rating[] {
  return [
    ...plan.results.map((result) => content.lines[result.id]?.rating),
    ...VALUE_CODES.map((code) => content.values[code]?.rating),
  ].filter((rating): rating is Rating => Boolean(rating));
}

export function isUniform(plan: PlanContent, content: RatingContent): boolean {
  const given = givenRatings(plan, content);
  return given.length === plan.results.length + VALUE_CODES.length && new Set(given).size === 1;
}

export function problemsOfRating(
  plan: PlanContent,
  content: RatingContent,
  suggestion: Suggestion | undefined,
  year: Pick<Year, 'citables' | 'days'>,
): Problems {
  const problems: Record<string, string> = {};
  const check = (rating: ReasonedRating | undefined, ratingField: string, reasonField: string) => {
    if (!rating?.rating) problems[ratingField] = text.ratingMissing();
    else if (rating.rating !== 'meets' && !rating.reason.trim())
      problems[reasonField] = text.reasonForRating();
  };
  for (const { id } of plan.results)
    check(content.lines[id], lineField(id, 'rating'), lineField(id, 'reason'));
  for (const code of VALUE_CODES)
    check(content.values[code], valueField(code, 'rating'), valueField(code, 'reason'));
  if (isUniform(plan, content) && !content.uniformReason.trim())
    problems['uniform-reason'] = text.uniformReasonMissing();
  const { results, behaviour } = content;
  if (!results.rating) problems['results-rating'] = text.decisionMissing();
  else if (suggestion && !suggestion.allowed.includes(results.rating))
    problems['results-rating'] = text.mainBelowExcludesAbove();
  else if (suggestion && suggestion.suggested !== results.rating && !results.reason.trim())
    problems['results-reason'] = text.departureReasonMissing();
  if (!behaviour.rating) problems['behaviour-rating'] = text.decisionMissing();
  else if (behaviour.rating !== 'meets' && !behaviour.reason.trim())
    problems['behaviour-reason'] = text.reasonForRating();
  // What is missing altogether is said before what a reason still lacks.
  return { ...nationalLacks(plan, content, year), ...problems };
}
