/** From the instrument as it was typed to what a result rests on under a scheme of the agency. */
import { RATINGS, type Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Measurement } from '#features/measurements/index.ts';
import type { PlanContent } from '#features/planning/index.ts';
import { OFFICIAL } from '#features/schemes/index.ts';
import { lineBeside } from '../build-evidence.ts';
import type { LocalEvidence, SelfContent } from '../content.ts';
import { restsOn, withGrounds } from '../grounds/stored.ts';
import type { Year } from '../grounds/year.ts';
import type { LineBasis } from '../line-basis.ts';
import type { Instrumented } from './frame.ts';
import { localGrounds } from './rated-items.ts';

export interface LocalGiven {
  readonly plan: PlanContent;
  readonly planVersion: number;
  readonly read: Instrumented;
  readonly notes: string;
  readonly self: SelfContent | null;
  readonly basis: ReadonlyMap<string, LineBasis>;
  readonly measurements: ReadonlyMap<string, Measurement>;
  readonly who: string;
  readonly at: Date;
  readonly year: Pick<Year, 'citables' | 'coverage'>;
}

/** Asks for an instrument without obstacles. */
export function buildLocalEvidence(given: LocalGiven): LocalEvidence {
  const { reading } = given.read;
  const by = { who: given.who, when: given.at.toISOString() };
  const grounds = localGrounds(given.read, given.year.citables);
  return {
    kind: 'local',
    planVersion: given.planVersion,
    scheme: reading.evidence,
    annotations: {
      ...recordedBy(given),
      ...Object.fromEntries(
        Object.entries(withGrounds(reading.annotations, grounds)).map(([path, said]) => [
          path,
          isMeasured(path) && said.note === undefined ? said : { ...said, ...by },
        ]),
      ),
      ...Object.fromEntries(formsIn(reading.evidence).map((path) => [path, by])),
    },
    lines: given.plan.results.map((result) => lineBeside(given, result)),
    notes: given.notes.trim(),
    ...restsOn(grounds, given.year),
  };
}

/** A line or indicator that was counted and not judged: nobody said it, so nobody is named. */
function isMeasured(path: string): boolean {
  return /^\w+\.lines\[\d+\](\.indicators\[\d+\])?$/.test(path);
}

/** Paths of the forms that the appraiser filled in. */
function formsIn(evidence: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(evidence).flatMap(([code, value]) => {
    const { forms } = (value ?? {}) as { readonly forms?: Readonly<Record<string, unknown>> };
    return forms?.appraiser ? [`${code}.forms.appraiser[0]`] : [];
  });
}

/** Who recorded what was measured, when, and from what. */
function recordedBy({ measurements }: LocalGiven): LocalEvidence['annotations'] {
  return Object.fromEntries(
    [...measurements].map(([component, { recordedBy: who, recordedAt, note }]) => [
      component,
      { who, when: recordedAt.toISOString(), note },
    ]),
  );
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
