/** How far a result depends on who rated, from what is stored: the evidence of the result and the latest figures. */
import {
  type OtherRaters,
  otherRaters,
  type Standing,
  standingOf,
  type VoiceLeftOut,
  voicesLeftOut,
  withoutConfirmations,
} from '#domain/fairness-person/index.ts';
import type { Voice } from '#domain/schemes/index.ts';
import type { NotEstimableReason } from '#domain/statistics/ratings.ts';
import type { EvaluationView } from '#features/evaluation/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { modelsOf, rateesOf, ratersOf } from '../store/queries.ts';
import { latestRun } from '../store/runs.ts';
import type { Run } from '../store/types.ts';

export type Unknown =
  /** No figures of the period yet, or none that hold this result. */
  | 'not-computed'
  /** The result is newer than the figures. */
  | 'outdated'
  /** Nobody else rated any of the appraiser's people: severity and the level of these people cannot be told apart. */
  | 'unlinked'
  /** The scheme lets the appraiser decide in a way that cannot be played again. */
  | 'not-playable'
  | NotEstimableReason;

export interface Estimated {
  readonly kind: 'estimated';
  readonly others: OtherRaters;
  readonly run: Run;
  /** Forms and raters behind the model. */
  readonly forms: number;
  readonly raters: number;
  /** One person links the appraiser to others, or the figure depends on the assumption that units are alike. */
  readonly isWeak: boolean;
}

export interface DependenceView {
  readonly standing: Standing;
  readonly voices: readonly VoiceLeftOut[];
  /** Voices that were asked and of which too few forms came: they do not count and are not shown. */
  readonly tooFew: readonly Voice[];
  readonly chance: Estimated | { readonly kind: 'unknown'; readonly why: Unknown };
  /** How an independent second look came out; null where there was none. */
  readonly secondLook: 'same' | 'other-category' | null;
}

export async function loadDependence(
  tx: Tx,
  { current, scheme, view }: EvaluationView,
): Promise<DependenceView | undefined> {
  if (!current) return undefined;
  const evidence = current.evidence.scheme as Readonly<Record<string, unknown>>;
  const standing = standingOf(scheme, withoutConfirmations(scheme, evidence));
  if (!standing) return undefined;
  const { participation } = view;
  return {
    standing,
    voices: voicesLeftOut(scheme, evidence),
    tooFew: await voicesOfTooFew(tx, participation.id),
    chance: await chanceOf(tx, { current, scheme }, { ...participation, periodId: participation.period.id }),
    secondLook: await secondLookOf(tx, participation.id),
  };
}

async function chanceOf(
  tx: Tx,
  {
    current,
    scheme,
  }: { readonly current: NonNullable<EvaluationView['current']>; readonly scheme: EvaluationView['scheme'] },
  { id, periodId }: { readonly id: string; readonly periodId: string },
): Promise<DependenceView['chance']> {
  const unknown = (why: Unknown) => ({ kind: 'unknown', why }) as const;
  const run = await latestRun(tx, periodId);
  if (!run) return unknown('not-computed');
  const [ratee] = await rateesOf(tx, run.id, { participantId: id });
  const form = ratee?.forms.find(({ role }) => role === 'appraiser');
  if (!ratee || !form) return unknown('not-computed');
  if (current.givenAt > run.requestedAt) return unknown('outdated');
  const model = (await modelsOf(tx, run.id)).find(({ ordinal }) => ordinal === ratee.ordinal)?.report;
  if (!model) return unknown('not-computed');
  if (model.model.kind !== 'estimated') return unknown(model.model.reason);
  const [rater] = await ratersOf(tx, run.id, ratee.ordinal, { raterId: form.raterId });
  if (ratee.fair === null || ratee.se === null || rater?.link === 'unlinked') return unknown('unlinked');
  const others = otherRaters(
    scheme,
    current.evidence.scheme as Readonly<Record<string, unknown>>,
    {
      fair: ratee.fair,
      fairSe: ratee.se,
      raterVariance: model.model.variance.rater,
      residualVariance: model.model.variance.residual,
      own: form.score,
    },
    { seed: run.settings.seed },
  );
  if (!others) return unknown('not-playable');
  return {
    kind: 'estimated',
    others,
    run,
    forms: model.counts.forms,
    raters: model.counts.raters,
    isWeak: rater?.link === 'weak' || ratee.dependsOnAssumption,
  };
}

async function voicesOfTooFew(tx: Tx, participantId: string): Promise<readonly Voice[]> {
  const rows = await tx.db
    .selectFrom('voice_pools')
    .select('voice')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('state', '=', 'too-few')
    .orderBy('voice')
    .execute();
  // The catalogue of voices is closed; a pool's voice is one of them.
  return rows.map(({ voice }) => voice as Voice);
}

async function secondLookOf(tx: Tx, participantId: string): Promise<DependenceView['secondLook']> {
  const row = await tx.db
    .selectFrom('second_looks')
    .select('outcome')
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', '=', participantId)
    .where('state', '=', 'given')
    .where('compared_at', 'is not', null)
    .orderBy('given_at', 'desc')
    .executeTakeFirst();
  return row ? (row.outcome === 'category' ? 'other-category' : 'same') : null;
}
