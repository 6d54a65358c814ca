/** From the fields of a form to what a command takes. Drafts are read leniently: what is missing stays missing. */
import { z } from 'zod';
import { RATINGS, type Rating } from '#domain/rules/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import { someText } from '#platform/web/forms.ts';
import { MOST_CITED, type RatingContent, type SelfContent, WORDS } from './content.ts';
import { lineField, valueField } from './fields.ts';
import { text } from './text.ts';
import { GROUNDS } from './transitions.ts';

type Fields = Readonly<Record<string, string>>;

function ratingIn(fields: Fields, name: string): Rating | null {
  return RATINGS.find((rating) => rating === fields[name]) ?? null;
}

/** Longer text than the field allows was not typed in our form; it is cut rather than lost whole. */
function wordsIn(fields: Fields, name: string, limit: number): string {
  return (fields[name] ?? '').slice(0, limit);
}

/** Ticked sources: a field each, its name ending in the key of the source. */
export function citesIn(fields: Fields, prefix: string): string[] {
  return Object.keys(fields)
    .filter((name) => name.startsWith(prefix) && fields[name] === 'yes')
    .map((name) => name.slice(prefix.length, prefix.length + 80))
    .slice(0, MOST_CITED);
}

export function selfContentFrom(plan: PlanContent, fields: Fields): SelfContent {
  return {
    lines: Object.fromEntries(
      plan.results.map(({ id }) => [
        id,
        {
          realisation: wordsIn(fields, lineField(id, 'realisation'), WORDS.realisation),
          rating: ratingIn(fields, lineField(id, 'rating')),
        },
      ]),
    ),
    values: Object.fromEntries(
      VALUE_CODES.map((code) => [code, wordsIn(fields, valueField(code, 'note'), WORDS.reason)]),
    ),
  };
}

export function ratingContentFrom(plan: PlanContent, fields: Fields): RatingContent {
  const reasoned = (base: string) => ({
    rating: ratingIn(fields, `${base}-rating`),
    reason: wordsIn(fields, `${base}-reason`, WORDS.reason),
    on: wordsIn(fields, `${base}-on`, 20),
    cites: citesIn(fields, `${base}-cite-`),
  });
  return {
    lines: Object.fromEntries(plan.results.map(({ id }) => [id, reasoned(`line-${id}`)])),
    values: Object.fromEntries(VALUE_CODES.map((code) => [code, reasoned(`value-${code}`)])),
    uniformReason: wordsIn(fields, 'uniform-reason', WORDS.reason),
    uniformOn: wordsIn(fields, 'uniform-on', 20),
    results: reasoned('results'),
    behaviour: reasoned('behaviour'),
    notes: wordsIn(fields, 'notes', WORDS.notes),
  };
}

export const revisionForm = z.object({ revision: z.coerce.number().int().min(0) });
export const giveForm = z.object({ resultId: z.uuid(), revision: z.coerce.number().int().min(0) });
export const actForm = z.object({ resultId: z.uuid() });
export const takeBackForm = z.object({
  resultId: z.uuid(),
  ground: z.enum(GROUNDS),
  reason: someText(WORDS.reason),
});
export const wordsForm = z.object({ resultId: z.uuid(), reason: someText(WORDS.objection) });

const maybeRating = z
  .enum(RATINGS)
  .or(z.literal('').transform(() => undefined))
  .optional();
export const decisionForm = z
  .object({
    resultId: z.uuid(),
    newResultId: z.uuid(),
    decision: z.enum(['upheld', 'changed']),
    reason: someText(WORDS.objection),
    'results-rating': maybeRating,
    'behaviour-rating': maybeRating,
  })
  .superRefine((form, context) => {
    if (form.decision === 'upheld') return;
    for (const name of ['results-rating', 'behaviour-rating'] as const)
      if (!form[name]) context.addIssue({ code: 'custom', path: [name], message: text.decisionMissing() });
  });
