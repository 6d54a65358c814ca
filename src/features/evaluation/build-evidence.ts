/**
 * From the appraiser's form to what the scheme evaluates, with who said it, when and why beside every value. The
 * outcome is stored whole: evaluating it again, years later, gives the same explanation.
 */

import { sameInBoth } from '#domain/bilingual.ts';
import type { CompiledScheme, Explained } from '#domain/schemes/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import { withoutSingleForms } from '#features/schemes/index.ts';
import { ratedLines } from './check-rating.ts';
import type { LineRecord, NationalEvidence, RatingContent, ResultEvidence, SelfContent } from './content.ts';
import { nationalGrounds } from './grounds/national.ts';
import { type Ground, restsOn, withGrounds } from './grounds/stored.ts';
import type { Year } from './grounds/year.ts';
import type { LineBasis } from './line-basis.ts';

export interface Given {
  readonly plan: PlanContent;
  readonly planVersion: number;
  readonly content: RatingContent;
  /** The self-assessment as submitted; null when there is none. */
  readonly self: SelfContent | null;
  readonly basis: ReadonlyMap<string, LineBasis>;
  /** Name of who rates. */
  readonly who: string;
  readonly at: Date;
  /** What can be cited, and which months it covers; an example with its date needs neither. */
  readonly year?: Pick<Year, 'citables' | 'coverage'> | undefined;
}

/** Asks for a complete form: every line, every value and both decisions are rated. */
export function buildEvidence(given: Given): NationalEvidence {
  const { plan, content } = given;
  const lines = ratedLines(plan, content);
  const { results, behaviour } = content;
  const grounds = nationalGrounds(plan, content, given.year?.citables ?? []);
  if (!lines || !results.rating || !behaviour.rating) throw new Error('evidence needs a complete form');
  return {
    planVersion: given.planVersion,
    scheme: {
      results: { rating: results.rating, lines },
      behaviour: {
        rating: behaviour.rating,
        values: Object.fromEntries(
          VALUE_CODES.map((code) => [code, content.values[code]?.rating]).filter(([, rating]) => rating),
        ),
      },
    },
    annotations: annotationsOf(given, grounds),
    lines: plan.results.map((result) => lineRecord(given, result)),
    values: VALUE_CODES.flatMap((code) => {
      const value = content.values[code];
      if (!value?.rating) return [];
      const selfWords = given.self?.values[code] ?? '';
      return [{ code, selfWords, rating: value.rating, reason: value.reason.trim() }];
    }),
    uniformReason: content.uniformReason.trim(),
    notes: content.notes.trim(),
    ...restsOn(grounds, given.year),
  };
}

function lineRecord(given: Given, result: PlanContent['results'][number]): NationalEvidence['lines'][number] {
  const own = given.content.lines[result.id];
  if (!own?.rating) throw new Error('evidence needs a complete form');
  return { ...lineBeside(given, result), rating: own.rating, reason: own.reason.trim() };
}

/** What stood beside a line of the plan when it was rated. */
export function lineBeside(
  given: Pick<Given, 'basis' | 'self'>,
  result: PlanContent['results'][number],
): LineRecord {
  const basis = given.basis.get(result.id);
  const self = given.self?.lines[result.id];
  return {
    resultId: result.id,
    kind: result.kind,
    statement: result.statement,
    measures: result.indicators.map((indicator) => ({
      indicator: indicator.statement,
      target: indicator.target.text,
      realisation: basis?.realisations.get(indicator.id) ?? null,
    })),
    evidenceCount: basis?.evidence.length ?? 0,
    feedbackCount: basis?.feedback.length ?? 0,
    selfRating: self?.rating ?? null,
    selfWords: self?.realisation.trim() ?? '',
  };
}

/** What the two decisions are called where they stand beside the ratings of single lines and values. */
const DECISION = {
  results: { id: 'Keputusan rating hasil kerja', en: 'Decision on the results rating' },
  behaviour: { id: 'Keputusan rating perilaku kerja', en: 'Decision on the behaviour rating' },
} as const;

function annotationsOf(given: Given, grounds: readonly Ground[]): NationalEvidence['annotations'] {
  const { plan, content, who } = given;
  const when = given.at.toISOString();
  const by = (reason: string | undefined) => {
    const note = reason?.trim();
    return note ? { who, when, note } : { who, when };
  };
  const annotations: NationalEvidence['annotations'] = {
    'results.rating': { label: DECISION.results, ...by(content.results.reason) },
    'behaviour.rating': { label: DECISION.behaviour, ...by(content.behaviour.reason) },
  };
  for (const [index, result] of plan.results.entries()) {
    annotations[`results.lines[${index}].rating`] = {
      label: sameInBoth(result.statement),
      ...by(content.lines[result.id]?.reason),
    };
  }
  for (const code of VALUE_CODES) annotations[`behaviour.values.${code}`] = by(content.values[code]?.reason);
  return withGrounds(annotations, grounds);
}

/** The result of stored evidence under its scheme: what pages show is this, and nothing else. */
export function explainEvidence(scheme: CompiledScheme, evidence: ResultEvidence): Explained {
  return withoutSingleForms(scheme.explain(evidence.scheme, evidence.annotations), scheme);
}
