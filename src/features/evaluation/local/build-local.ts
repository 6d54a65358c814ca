/** From the instrument as it was typed to what a result rests on under a scheme of the agency. */
import { RATINGS, type Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { PlanContent } from '#features/planning/index.ts';
import { OFFICIAL } from '#features/schemes/index.ts';
import { lineBeside } from '../build-evidence.ts';
import type { LocalEvidence, SelfContent } from '../content.ts';
import type { LineBasis } from '../line-basis.ts';
import type { Instrumented } from './frame.ts';

export interface LocalGiven {
  readonly plan: PlanContent;
  readonly planVersion: number;
  readonly read: Instrumented;
  readonly notes: string;
  readonly self: SelfContent | null;
  readonly basis: ReadonlyMap<string, LineBasis>;
  readonly who: string;
  readonly at: Date;
}

/** Asks for an instrument without obstacles. */
export function buildLocalEvidence(given: LocalGiven): LocalEvidence {
  const { reading } = given.read;
  const by = { who: given.who, when: given.at.toISOString() };
  return {
    kind: 'local',
    planVersion: given.planVersion,
    scheme: reading.evidence,
    annotations: Object.fromEntries(
      Object.entries(reading.annotations).map(([path, said]) => [path, { ...said, ...by }]),
    ),
    lines: given.plan.results.map((result) => lineBeside(given, result)),
    notes: given.notes.trim(),
  };
}

/** The evidence of a result with the superior's two ratings in place of those that stood; the rest stays. */
export function withOfficial(
  evidence: LocalEvidence,
  by: {
    readonly ratings: { readonly results: Rating; readonly behaviour: Rating };
    readonly who: string;
    readonly when: string;
    readonly note: string;
  },
): LocalEvidence {
  const source = { who: by.who, when: by.when, note: by.note };
  return {
    ...evidence,
    scheme: {
      ...evidence.scheme,
      official: Object.fromEntries(
        OFFICIAL.map((name) => [name, { rating: by.ratings[name], reason: by.note }]),
      ),
    },
    annotations: {
      ...evidence.annotations,
      ...Object.fromEntries(
        OFFICIAL.map((name) => [
          `official.${name}.rating`,
          { ...evidence.annotations[`official.${name}.rating`], ...source },
        ]),
      ),
    },
  };
}

/** What would come of this evidence as official ratings; undefined where something is still missing. */
export function officialNow(
  compiled: CompiledScheme,
  evidence: Readonly<Record<string, unknown>>,
): { readonly results: Rating; readonly behaviour: Rating } | undefined {
  const { official } = compiled.evaluate(evidence);
  const results = RATINGS.find((rating) => rating === official.results);
  const behaviour = RATINGS.find((rating) => rating === official.behaviour);
  return results && behaviour && { results, behaviour };
}
