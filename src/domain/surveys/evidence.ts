/** A result as the mechanism `survey` of a scheme reads it: how many answered, and the mean of each element. */
import { meanUnits, unitsOf, unitsText } from '../schemes/fixed.ts';
import type { Scheme } from '../schemes/language.ts';
import { ELEMENTS } from './elements.ts';
import { answersIn, type Tally } from './figures.ts';

export type SurveyEvidence = { readonly count: number; readonly means: Readonly<Record<string, string>> };

/** Why a component cannot take the nine elements: it asks something else, or its scale has no four steps. */
export type Misfit = 'other-questions' | 'other-scale';

type Component = Scheme['components'][string];
export type SurveyComponent = Extract<Component, { readonly mechanism: 'survey' }>;

/** Components of a scheme that users of a service answer for. */
export function citizenComponents(scheme: Scheme): readonly (readonly [code: string, SurveyComponent])[] {
  return Object.entries(scheme.components).flatMap(([code, component]) =>
    component.mechanism === 'survey' && isOfCitizens(component.givenBy) ? [[code, component] as const] : [],
  );
}

/** A survey says who gives it; where it does not, users of the service do. */
function isOfCitizens(givenBy: SurveyComponent['givenBy']): boolean {
  return givenBy === undefined || givenBy === 'service-user' || givenBy === 'citizen';
}

/**
 * The evidence of one component from answers to the nine elements. Each of the four answers counts the score of the
 * step of the component's scale, lowest first; means are rounded half up to four decimals.
 */
export function surveyEvidence(
  scheme: Scheme,
  component: SurveyComponent,
  tally: Tally,
): SurveyEvidence | Misfit {
  const places = placesOf(component);
  if (!places) return 'other-questions';
  const scores = scoresOf(scheme, component);
  if (!scores) return 'other-scale';
  const count = answersIn(tally);
  const means = places.map(({ code, place }) => {
    let sum = 0;
    for (const [pattern, times] of tally) sum += (scores[Number(pattern[place]) - 1] ?? 0) * times;
    return [code, unitsText(meanUnits(sum, count, 4))];
  });
  return { count, means: Object.fromEntries(means) };
}

/** Where each question of the component stands among the nine; undefined where it asks anything else. */
function placesOf({ items }: SurveyComponent) {
  const codes =
    items === 'service-elements' ? ELEMENTS.map(({ code }) => code) : items.map(({ code }) => code);
  const places = codes.map((code) => ({ code, place: ELEMENTS.findIndex((each) => each.code === code) }));
  return places.some(({ place }) => place < 0) ? undefined : places;
}

/** Scores of the four steps in units, lowest first; undefined where the scale has not four of them. */
function scoresOf(scheme: Scheme, component: SurveyComponent): readonly number[] | undefined {
  const levels = scheme.scales?.[component.scale]?.levels ?? [];
  const scores = levels.flatMap(({ score }) => (score === undefined ? [] : [unitsOf(String(score))]));
  return levels.length === 4 && scores.length === 4 ? scores.reverse() : undefined;
}
